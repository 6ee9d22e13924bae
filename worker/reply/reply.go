package reply

import (
	"fmt"
	"maps"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
)

// Answer is a complete response.
type Answer struct {
	Status int
	Header http.Header
	Body   []byte
}

// New returns an answer with a media type and a body.
func New(status int, mediaType string, body []byte) *Answer {
	return &Answer{Status: status, Header: http.Header{"Content-Type": {mediaType}}, Body: body}
}

// Func answers a request, or says why it cannot. Errors other than [*Error] are
// faults of the server: the client learns nothing of them.
type Func func(*http.Request) (*Answer, error)

// Resource holds the Funcs of one address by method. GET also answers HEAD;
// OPTIONS is answered from the list itself. A nil Resource does not exist.
type Resource map[string]Func

// Allow lists the methods of the resource as the Allow header does.
func (res Resource) Allow() string {
	methods := []string{http.MethodOptions}
	for method := range res {
		methods = append(methods, method)
		if method == http.MethodGet {
			methods = append(methods, http.MethodHead)
		}
	}
	slices.Sort(methods)
	return strings.Join(methods, ", ")
}

func (res Resource) answer(r *http.Request) (*Answer, error) {
	method := r.Method
	if method == http.MethodHead {
		method = http.MethodGet
	}
	f := res[method]
	switch {
	case res == nil:
		return nil, &Error{Code: NotFound, Detail: "There is nothing at this address."}
	case f != nil:
		return f(r)
	case method == http.MethodOptions:
		return &Answer{Status: http.StatusNoContent, Header: http.Header{"Allow": {res.Allow()}}}, nil
	}
	return nil, &Error{
		Code:   MethodNotAllowed,
		Detail: "This address answers " + res.Allow() + ".",
		Header: http.Header{"Allow": {res.Allow()}},
	}
}

// Handler serves a family of addresses.
type Handler struct {
	// Find returns the resource at a decoded path, nil when there is none.
	Find func(path string) Resource
	// Fail writes an error for the readers of these addresses.
	Fail func(*Error) *Answer
	// Header is added to every answer, failures included.
	Header http.Header
	// Preflight is added to every answer to OPTIONS.
	Preflight http.Header
	// Log receives faults of the server.
	Log func(error)
}

// ServeHTTP finds, runs and sends.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a, err := h.run(r)
	if err != nil {
		a = h.fail(err)
	}
	maps.Copy(w.Header(), h.Header)
	if r.Method == http.MethodOptions {
		maps.Copy(w.Header(), h.Preflight)
	}
	send(w, r, a)
}

// run answers r; a panic becomes an error that carries its stack.
func (h *Handler) run(r *http.Request) (a *Answer, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("panic: %v\n%s", v, debug.Stack())
		}
	}()
	return h.Find(r.URL.Path).answer(r)
}

func (h *Handler) fail(err error) *Answer {
	e := asError(err)
	if e.Code == Internal {
		h.Log(err)
	}
	a := h.Fail(e)
	a.Status = e.Code.Status()
	a.Header.Set("Cache-Control", "no-store")
	maps.Copy(a.Header, e.Header)
	return a
}

// Origin returns scheme and host of the request, as in "https://edge.example".
// On the edge the request carries its absolute address.
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
