//go:build js && wasm

package main

import (
	"bytes"
	"net/http"
	"syscall/js"

	"github.com/syumai/workers"
)

// serve answers the requests of the Workers runtime.
func serve(h http.Handler) {
	workers.Serve(wholeBody(h))
}

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
		raw, ok := w.(rawBodyWriter)
		if !ok {
			h.ServeHTTP(w, r)
			return
		}
		buffered := &bufferedWriter{ResponseWriter: w}
		h.ServeHTTP(buffered, r)
		body := js.Null()
		if r.Method != http.MethodHead {
			body = js.Global().Get("Uint8Array").New(buffered.body.Len())
			js.CopyBytesToJS(body, buffered.body.Bytes())
		}
		raw.WriteRawJSBody(body)
	})
}

type bufferedWriter struct {
	http.ResponseWriter
	body bytes.Buffer
}

func (w *bufferedWriter) Write(p []byte) (int, error) { return w.body.Write(p) }
