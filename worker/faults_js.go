//go:build js && wasm && faults

package main

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/syumai/workers/cloudflare"

	"quoteline/worker/shim"
)

// withFaults adds addresses at which the program misbehaves. Only the build for tests
// has them. At the addresses under /faults/io/, a handler runs only in the mode with
// I/O, in which Go may wait for JavaScript. A read of any other address is first
// answered in the mode without I/O. The comment of package shim describes both modes.
//
//	/faults/panic         ends the program
//	/faults/block         blocks for ?ms= milliseconds
//	/faults/io/panic      ends the program
//	/faults/io/hang       never answers
//	/faults/io/wait       answers after ?ms= milliseconds
//	/faults/io/task       answers, and starts a task of ?ms= milliseconds
//	/faults/io/ADDRESS    answers as /ADDRESS does
func withFaults(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path, ok := strings.CutPrefix(r.URL.Path, "/faults")
		if !ok {
			h.ServeHTTP(w, r)
			return
		}
		if rest, ok := strings.CutPrefix(path, "/io"); ok {
			if shim.NeedsIO(r.Context()) == nil {
				r.URL.Path = rest
				fail(h, w, r)
			}
			return
		}
		fail(h, w, r)
	})
}

// fail misbehaves in the way that the request's path names. For "/panic" it panics, for
// example.
func fail(h http.Handler, w http.ResponseWriter, r *http.Request) {
	ms, _ := strconv.Atoi(r.URL.Query().Get("ms"))
	delay := time.Duration(ms) * time.Millisecond
	switch strings.TrimPrefix(r.URL.Path, "/faults") {
	case "/panic":
		panic("as asked")
	case "/block", "/wait":
		time.Sleep(delay)
	case "/hang":
		select {}
	case "/task":
		cloudflare.WaitUntil(func() { time.Sleep(delay) })
	default:
		h.ServeHTTP(w, r)
	}
}
