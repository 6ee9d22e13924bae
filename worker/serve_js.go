//go:build js && wasm

package main

import (
	"net/http"
	"strings"
	"syscall/js"
	"unsafe"

	"github.com/syumai/workers"

	"quoteline/worker/pace"
	"quoteline/worker/shim"
)

// caller answers requests that JavaScript passes in one call. It is a global variable
// because the exported functions below cannot be methods. serve sets it before
// JavaScript can call them.
var caller *shim.Caller

// serve answers the requests that Cloudflare's Workers runtime passes to the program.
// JavaScript passes a request in one of two ways: with the exported function "call"
// (below), or through the Go package syumai/workers. The comment of package shim
// describes both ways.
func serve(h http.Handler) {
	h = withFaults(h)
	caller = shim.NewCaller(h)
	// While the program starts, instance.mjs sets the global variable "context".
	pause := js.Global().Get("context").Get("pause")
	workers.Serve(wholeBody(paced(h, pause)))
}

// paced wraps a handler, so that its long work pauses while readers wait for answers. The
// argument pause is a JavaScript function. A call of pause returns a promise, which is
// resolved when the work may continue.
func paced(h http.Handler, pause js.Value) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.ServeHTTP(w, r.WithContext(pace.With(r.Context(), func() {
			_, _ = await(pause.Invoke()) // the promise is never rejected
		})))
	})
}

// buffer returns a memory address. worker/shim/instance.mjs writes a request of at most
// n bytes there.
//
//lint:ignore U1000 instance.mjs calls it
//go:wasmexport buffer
func buffer(n int32) unsafe.Pointer {
	return unsafe.Pointer(unsafe.SliceData(caller.Buffer(int(n))))
}

// call answers the request that is in the first n bytes of the buffer. It returns the
// memory address of the answer, or of a database query that JavaScript has to run
// first. If a handler needs other I/O, call returns needsIO. If a handler blocks, Go's
// runtime does not wait for it, and JavaScript gets 0.
//
//lint:ignore U1000 instance.mjs calls it
//go:wasmexport call
func call(n int32) uint32 {
	block := caller.Call(int(n))
	if block == nil {
		return needsIO
	}
	return uint32(uintptr(unsafe.Pointer(unsafe.SliceData(block))))
}

// needsIO is a result of the exported function "call". It means that the request needs
// I/O other than database queries. Then JavaScript passes the request to the Go package
// syumai/workers. No memory address that "call" returns is equal to needsIO.
const needsIO = 1

// rawBodyWriter is an interface that the response writer of the Go package syumai/workers
// implements. Its additional method writes a whole body that is a JavaScript value.
type rawBodyWriter interface {
	http.ResponseWriter
	WriteRawJSBody(js.Value)
}

// wholeBody wraps a handler, so that JavaScript gets each response body in one piece. The
// Go package syumai/workers, which calls the handler, would stream the body instead.
// Streaming costs a JavaScript promise for each piece. Streaming also fails for HEAD: the
// stream expects Content-Length bytes, and the response to HEAD has no body.
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

// mend corrects three faults in requests from the Go package syumai/workers. That
// package splits header fields at every comma, even inside dates and quotation marks.
// If the body is empty, it sets Body to nil. And it sets Host from a header field that
// the runtime has removed.
func mend(r *http.Request) {
	for name, values := range r.Header {
		r.Header[name] = []string{strings.Join(values, ",")}
	}
	if r.Body == nil {
		r.Body = http.NoBody
	}
	r.Host = r.URL.Host
}
