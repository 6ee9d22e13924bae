//go:build js && wasm

package main

import (
	"net/http"
	"strings"
	"syscall/js"
	"unsafe"

	"github.com/syumai/workers"

	"quoteline/worker/shim"
)

// caller is what the exported functions work with: those have no receiver. It is
// set once, before the runtime can call them.
var caller *shim.Caller

// serve answers the requests of the Workers runtime; see package shim for the
// two ways on which they come.
func serve(h http.Handler) {
	h = withFaults(h)
	caller = shim.NewCaller(h)
	workers.Serve(wholeBody(h))
}

// buffer returns where worker.mjs is to write a request of n bytes.
//
//lint:ignore U1000 worker.mjs calls it
//go:wasmexport buffer
func buffer(n int32) unsafe.Pointer {
	return unsafe.Pointer(unsafe.SliceData(caller.Buffer(int(n))))
}

// call answers the request of n bytes that is in the buffer, and returns where
// the answer is, or needsIO. A handler that waits makes it end early, with 0.
//
//lint:ignore U1000 worker.mjs calls it
//go:wasmexport call
func call(n int32) uint32 {
	block := caller.Call(int(n))
	if block == nil {
		return needsIO
	}
	return uint32(uintptr(unsafe.Pointer(unsafe.SliceData(block))))
}

// needsIO is where no answer can be.
const needsIO = 1

// rawBodyWriter is the part of the bridge's response writer that takes the body
// as a JavaScript value.
type rawBodyWriter interface {
	http.ResponseWriter
	WriteRawJSBody(js.Value)
}

// wholeBody hands bodies over in one piece. The bridge would stream them, which
// costs a promise a chunk, and fails for HEAD: its stream promises Content-Length
// bytes that never come.
func wholeBody(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mend(r)
		a := shim.NewAnswer()
		h.ServeHTTP(a, r)
		a.Finish(r)
		for name, values := range a.Header() {
			w.Header()[name] = values
		}
		w.WriteHeader(a.Status)
		body := js.Null()
		if len(a.Body) > 0 {
			body = js.Global().Get("Uint8Array").New(len(a.Body))
			js.CopyBytesToJS(body, a.Body)
		}
		w.(rawBodyWriter).WriteRawJSBody(body)
	})
}

// mend gives the request the form that handlers know from net/http: the bridge
// splits fields at every comma, inside dates and quotation marks too, leaves
// out a body that is empty, and expects a Host field, which the runtime drops.
func mend(r *http.Request) {
	for name, values := range r.Header {
		r.Header[name] = []string{strings.Join(values, ",")}
	}
	if r.Body == nil {
		r.Body = http.NoBody
	}
	r.Host = r.URL.Host
}
