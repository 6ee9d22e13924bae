package reply

import "net/http"

// Public returns the handler of addresses for programs on any site. Failures are
// problem details (RFC 9457). Every origin may read the answers, sandboxed frames
// included, so there is no list of allowed origins.
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
			// Search engines find the same words on the pages, for people.
			"X-Robots-Tag": {"noindex"},
		},
		Preflight: http.Header{
			"Access-Control-Allow-Methods": {"GET, HEAD"},
			"Access-Control-Allow-Headers": {"If-None-Match"},
			"Access-Control-Max-Age":       {"86400"},
		},
	}
}
