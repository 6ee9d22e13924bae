package reply

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"runtime/debug"
	"strings"
)

// Answer is a complete HTTP response.
type Answer struct {
	Status int
	Header http.Header
	Body   []byte
}

// New returns an answer with a status, a media type and a body.
func New(status int, mediaType string, body []byte) *Answer {
	return &Answer{Status: status, Header: http.Header{"Content-Type": {mediaType}}, Body: body}
}

// Handler serves the addresses of one Go package, such as the package page.
type Handler struct {
	// Routes has every address of the handler. The percent-encoding of a request's path
	// is decoded, and the result is compared with the routes. The path is not changed
	// in other ways. For example, "//v1" does not become "/v1", and so matches no
	// route.
	Routes Routes
	// CutSlash makes the handler redirect from an address such as "/t/tides/" to
	// "/t/tides". The handler does so only if the address without the "/" at its end
	// matches a route, and the address with it does not. CutSlash is useful for addresses
	// that people type.
	CutSlash bool
	// Fail returns the answer for an error. The API answers with JSON, for example, and
	// the pages answer with HTML.
	Fail func(*Error) *Answer
	// Header has header fields that are added to every answer, including the answers
	// for errors.
	Header http.Header
	// Preflight has header fields that are added to every answer to OPTIONS.
	Preflight http.Header
	// Log receives server errors, which the client does not see.
	Log func(error)
}

// ServeHTTP answers the request r. If no route matches its address, the status is 404.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f, known := h.Routes.find(r)
	h.serve(w, r, f, known)
}

// Try answers the request if a route of the handler matches the address. It reports
// whether a route matches.
func (h *Handler) Try(w http.ResponseWriter, r *http.Request) bool {
	f, known := h.Routes.find(r)
	if known {
		h.serve(w, r, f, known)
	}
	return known
}

// serve calls f and sends the answer that f returns. If known is false, no route
// matches the address, and the status is 404. If known is true and f is nil, the
// address exists and does not support the request's method.
func (h *Handler) serve(w http.ResponseWriter, r *http.Request, f Func, known bool) {
	switch {
	case !known && h.surplus(r):
		f = withoutSlash
	case !known:
		f = notFound
	case f == nil:
		f = h.otherMethod
	}
	a, err := run(f, r)
	if err != nil {
		a = h.fail(err)
	}
	maps.Copy(w.Header(), h.Header)
	if r.Method == http.MethodOptions {
		maps.Copy(w.Header(), h.Preflight)
	}
	send(w, r, a)
}

func notFound(*http.Request) (*Answer, error) {
	return nil, &Error{Code: NotFound, Detail: "There is nothing at this address."}
}

// otherMethod answers a request whose method the address does not support. The answer
// to OPTIONS lists the supported methods. For any other method the status is 405 (RFC
// 9110, sections 9.3.7 and 15.5.6).
func (h *Handler) otherMethod(r *http.Request) (*Answer, error) {
	allow := h.Routes.allow(r.URL.Path)
	if r.Method == http.MethodOptions {
		return &Answer{Status: http.StatusNoContent, Header: http.Header{"Allow": {allow}}}, nil
	}
	return nil, &Error{
		Code:   MethodNotAllowed,
		Detail: "This address answers " + allow + ".",
		Header: http.Header{"Allow": {allow}},
	}
}

// surplus reports whether the handler redirects a request to the address without the "/"
// at the end of its path. It does so only if CutSlash is set, the request is a GET or
// HEAD, and the address without that "/" matches a route.
func (h *Handler) surplus(r *http.Request) bool {
	path, slash := strings.CutSuffix(r.URL.Path, "/")
	reads := r.Method == http.MethodGet || r.Method == http.MethodHead
	return h.CutSlash && slash && reads && h.Routes.allow(path) != ""
}

// withoutSlash redirects to the same address without the "/" at the end of its path: from
// "/t/tides/?lang=fr" to "/t/tides?lang=fr".
func withoutSlash(r *http.Request) (*Answer, error) {
	to := url.URL{Path: strings.TrimSuffix(r.URL.Path, "/"), RawQuery: r.URL.RawQuery}
	header := http.Header{"Location": {to.String()}, "Cache-Control": {cacheControl}}
	return &Answer{Status: http.StatusMovedPermanently, Header: header}, nil
}

// run calls f. If f panics, run returns an error with the value of the panic and the
// stack.
func run(f Func, r *http.Request) (a *Answer, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("panic: %v\n%s", v, debug.Stack())
		}
	}()
	return f(r)
}

// fail returns the answer for an error. If it is a server error, fail also logs it.
func (h *Handler) fail(err error) *Answer {
	e := asError(err)
	if e.Code == Internal {
		h.Log(err)
	}
	a := h.Fail(e)
	a.Status = e.Code.Status()
	a.Header.Set("Cache-Control", noStore)
	maps.Copy(a.Header, e.Header)
	return a
}

// Origin returns the scheme and host of the request's address, as in
// "https://edge.example". In the Workers runtime, r.URL has both.
func Origin(r *http.Request) string {
	scheme, host := r.URL.Scheme, r.URL.Host
	if host == "" {
		host = r.Host
	}
	if scheme == "" {
		scheme = "http"
		if r.TLS != nil {
			scheme = "https"
		}
	}
	return scheme + "://" + host
}
