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

// caller is a global because the exported functions have no receiver. serve sets it
// once, before the runtime can call them.
var caller *shim.Caller

// serve answers the requests of the Workers runtime. Package shim describes the two
// paths on which they come.
func serve(h http.Handler) {
	h = withFaults(h)
	caller = shim.NewCaller(h)
	workers.Serve(wholeBody(h))
}

// buffer returns the address at which instance.mjs writes a request of n bytes.
//
//lint:ignore U1000 instance.mjs calls it
//go:wasmexport buffer
func buffer(n int32) unsafe.Pointer {
	return unsafe.Pointer(unsafe.SliceData(caller.Buffer(int(n))))
}

// call answers the request of n bytes in the buffer. It returns the address of the
// answer, or needsIO. If a handler blocks, the runtime makes it return 0 early.
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

// needsIO is an address that no answer has.
const needsIO = 1

// rawBodyWriter is the part of the bridge's response writer that takes the body
// as a JavaScript value.
type rawBodyWriter interface {
	http.ResponseWriter
	WriteRawJSBody(js.Value)
}

// wholeBody passes bodies to JavaScript in one piece. The bridge would stream them.
// That costs a promise for each chunk, and fails for HEAD: the stream expects
// Content-Length bytes, which never come.
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

// mend gives the request the form of net/http. The bridge splits fields at every
// comma, even in dates and quotation marks; it sets no Body for an empty one; and it
// takes Host from a field that the runtime removes.
func mend(r *http.Request) {
	for name, values := range r.Header {
		r.Header[name] = []string{strings.Join(values, ",")}
	}
	if r.Body == nil {
		r.Body = http.NoBody
	}
	r.Host = r.URL.Host
}
