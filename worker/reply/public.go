package reply

import "net/http"

// Public returns the handler for addresses that programs on any site may call. Pages of
// every origin may read the answers. Sandboxed frames may read them too, although they
// have no origin that a list could name. Errors have the JSON format of problem details
// (RFC 9457).
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
			// Search engines should not list these answers, because the same words are
			// on the pages for readers.
			"X-Robots-Tag": {"noindex"},
		},
		Preflight: http.Header{
			"Access-Control-Allow-Methods": {"GET, HEAD"},
			"Access-Control-Allow-Headers": {"If-None-Match"},
			"Access-Control-Max-Age":       {"86400"},
		},
	}
}
