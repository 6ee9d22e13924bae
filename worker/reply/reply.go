package reply

import (
	"fmt"
	"maps"
	"net/http"
	"runtime/debug"
)

// Answer is a complete response.
type Answer struct {
	Status int
	Header http.Header
	Body   []byte
}

// New returns an answer with a status, a media type and a body.
func New(status int, mediaType string, body []byte) *Answer {
	return &Answer{Status: status, Header: http.Header{"Content-Type": {mediaType}}, Body: body}
}

// Handler serves the addresses of one package, such as package page.
type Handler struct {
	// Routes has every address of the handler. Percent-encoding in a request's path is
	// decoded, but the path is not cleaned: "//v1" matches no route.
	Routes Routes
	// Fail returns the answer for an error, in the form that clients of these addresses
	// expect.
	Fail func(*Error) *Answer
	// Header is added to every answer, including those for errors.
	Header http.Header
	// Preflight is added to every answer to OPTIONS.
	Preflight http.Header
	// Log receives faults of the server.
	Log func(error)
}

// ServeHTTP answers r. If no route matches the address, the answer is 404.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f, known := h.Routes.find(r)
	h.serve(w, r, f, known)
}

// Try answers r if the handler has a route for its address. It reports whether it has
// one.
func (h *Handler) Try(w http.ResponseWriter, r *http.Request) bool {
	f, known := h.Routes.find(r)
	if known {
		h.serve(w, r, f, known)
	}
	return known
}

// serve sends the answer that f returns. If known is false, no route has the address,
// and the answer is 404. If only f is nil, the address has no route for this method.
func (h *Handler) serve(w http.ResponseWriter, r *http.Request, f Func, known bool) {
	switch {
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

// otherMethod answers a request with a method that the address does not support.
// OPTIONS gets the list of supported methods, any other method gets 405 (RFC 9110,
// sections 9.3.7 and 15.5.6).
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

// run calls f. If f panics, run returns an error with the panic's value and stack.
func run(f Func, r *http.Request) (a *Answer, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("panic: %v\n%s", v, debug.Stack())
		}
	}()
	return f(r)
}

// fail returns the answer for an error. It logs an error that is a fault of the server.
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

// Origin returns the scheme and host of the request, as in "https://edge.example". In
// the Workers runtime, requests have an absolute URL.
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
