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

// caller is a global variable because the exported functions below have no receiver.
// serve sets it once, before JavaScript can call them.
var caller *shim.Caller

// serve answers the requests of the Workers runtime, on the two paths that package shim
// describes.
func serve(h http.Handler) {
	h = withFaults(h)
	caller = shim.NewCaller(h)
	workers.Serve(wholeBody(h))
}

// buffer returns the address at which worker/shim/instance.mjs writes a request of n
// bytes.
//
//lint:ignore U1000 instance.mjs calls it
//go:wasmexport buffer
func buffer(n int32) unsafe.Pointer {
	return unsafe.Pointer(unsafe.SliceData(caller.Buffer(int(n))))
}

// call answers the request in the first n bytes of the buffer. It returns the address
// of the answer, or needsIO. If a handler blocks, Go's runtime makes call return 0 to
// JavaScript early.
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

// needsIO is what call returns if the answer needs I/O. No answer has this address.
const needsIO = 1

// rawBodyWriter is the part of the response writer of syumai/workers (the bridge) that
// takes the body as a JavaScript value.
type rawBodyWriter interface {
	http.ResponseWriter
	WriteRawJSBody(js.Value)
}

// wholeBody gives JavaScript each response body in one piece. The bridge,
// syumai/workers, would stream it. That costs a promise for each piece, and fails for
// HEAD: the stream expects Content-Length bytes, and a HEAD response has no body.
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

// mend corrects three things in the requests of the bridge, syumai/workers. It has
// split header fields at every comma, even in dates and quotation marks. It sets Body
// to nil if the body is empty. It takes Host from a field that the runtime removes.
func mend(r *http.Request) {
	for name, values := range r.Header {
		r.Header[name] = []string{strings.Join(values, ",")}
	}
	if r.Body == nil {
		r.Body = http.NoBody
	}
	r.Host = r.URL.Host
}
