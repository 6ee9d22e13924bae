package reply

import (
	"net/http"
	"slices"
	"strings"
)

// Func answers a request, or returns an error. The client sees an error that is an
// [*Error]. Any other error is a server error, and the client gets no details of it. If
// the route's path has a wildcard such as {id}, the request's PathValue("id") returns
// the text that matched.
type Func func(*http.Request) (*Answer, error)

// Route is a method and a path pattern, with the function that answers such requests.
//
// A wildcard such as {id} in Path matches one or more bytes, but no "/" and no ".". So
// no address matches both "/v1/transcripts/{id}" and "/v1/transcripts/{id}.vtt". All
// other bytes of Path match only themselves.
type Route struct {
	Method string // a GET route also answers HEAD; OPTIONS needs no route
	Path   string // as in "/v1/transcripts/{id}.vtt"
	Answer Func
}

// Get returns a route for GET and HEAD requests at path.
func Get(path string, answer Func) Route { return Route{http.MethodGet, path, answer} }

// Routes is the route table of a [Handler]. It is used instead of [http.ServeMux] for
// two reasons. A wildcard of ServeMux is always a whole segment of a path, so
// "{id}.vtt" would be impossible. And ServeMux redirects a path such as "//v1" instead
// of answering 404.
type Routes []Route

// find returns the function that answers r, and stores the text of each wildcard in r.
// If no route matches, the function is nil. known reports whether any route matches the
// address, whatever its method.
func (routes Routes) find(r *http.Request) (f Func, known bool) {
	method := r.Method
	if method == http.MethodHead {
		method = http.MethodGet
	}
	for i := range routes {
		route := &routes[i]
		if !fits(route.Path, r.URL.Path, nil) {
			continue
		}
		if route.Method == method {
			fits(route.Path, r.URL.Path, r.SetPathValue)
			return route.Answer, true
		}
		known = true
	}
	return nil, known
}

// allow returns the methods that an address supports, in the form of the Allow field:
// "GET, HEAD, OPTIONS". If no route matches the address, it returns "".
func (routes Routes) allow(path string) string {
	var methods []string
	for i := range routes {
		if fits(routes[i].Path, path, nil) {
			methods = append(methods, routes[i].Method)
		}
	}
	if slices.Contains(methods, http.MethodGet) {
		methods = append(methods, http.MethodHead)
	}
	if methods != nil {
		methods = append(methods, http.MethodOptions)
	}
	slices.Sort(methods)
	return strings.Join(methods, ", ")
}

// fits reports whether a path matches a pattern such as "/t/{id}". If the function set
// is not nil, fits calls set with the name and the text of each wildcard. fits runs for
// every route, so it allocates no memory.
func fits(pattern, path string, set func(name, text string)) bool {
	for {
		open := strings.IndexByte(pattern, '{')
		if open < 0 {
			return pattern == path
		}
		// For example, the pattern is "/t/{id}/q/{turn}" and the path is
		// "/t/tides/q/c3". This step removes "/t/" from the start of both.
		if len(path) < open || path[:open] != pattern[:open] {
			return false
		}
		pattern, path = pattern[open+1:], path[open:]
		// This step removes "{id}" from the start of the pattern, and "tides" from the
		// start of the path.
		end := wildcardEnd(path)
		name, rest, _ := strings.Cut(pattern, "}")
		if end == 0 {
			return false
		}
		if set != nil {
			set(name, path[:end])
		}
		pattern, path = rest, path[end:]
	}
}

// wildcardEnd returns the number of bytes at the start of path that match a wildcard.
func wildcardEnd(path string) int {
	for i := range len(path) {
		if path[i] == '/' || path[i] == '.' {
			return i
		}
	}
	return len(path)
}
