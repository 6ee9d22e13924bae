package reply

import "net/http"

// Public returns the handler of addresses that programs on any site may call. Errors
// are problem details (RFC 9457). Pages of every origin may read the answers, and so
// may sandboxed frames, whose origin is opaque.
func Public(routes Routes, log func(error)) *Handler {
	return &Handler{
		Routes: routes,
		Fail:   Problem,
		Log:    log,
		Header: http.Header{
			"Access-Control-Allow-Origin":   {"*"},
			"Access-Control-Expose-Headers": {"ETag, Link"},
			"Cross-Origin-Resource-Policy":  {"cross-origin"},
			"Timing-Allow-Origin":           {"*"},
			"X-Content-Type-Options":        {"nosniff"},
			// Search engines should not list these answers: they find the same words on
			// the pages for readers.
			"X-Robots-Tag": {"noindex"},
		},
		Preflight: http.Header{
			"Access-Control-Allow-Methods": {"GET, HEAD"},
			"Access-Control-Allow-Headers": {"If-None-Match"},
			"Access-Control-Max-Age":       {"86400"},
		},
	}
}
