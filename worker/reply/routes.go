package reply

import (
	"net/http"
	"slices"
	"strings"
)

// Func answers a request or returns an error. An error that is not an [*Error] is a
// fault of the server, and the client gets no details of it. The request's PathValue
// has the text of each wildcard in the route's path.
type Func func(*http.Request) (*Answer, error)

// Route answers one method of the addresses that match Path.
//
// A wildcard such as {id} matches one or more bytes except "/" and ".", so no address
// matches both "/v1/transcripts/{id}" and "/v1/transcripts/{id}.vtt". Every other byte
// of Path matches itself.
type Route struct {
	Method string // a GET route also answers HEAD; OPTIONS needs no route
	Path   string // as in "/v1/transcripts/{id}.vtt"
	Answer Func
}

// Get returns the route that answers GET and HEAD at path.
func Get(path string, answer Func) Route { return Route{http.MethodGet, path, answer} }

// Routes is the route table of a [Handler]. [http.ServeMux] would not do: its wildcards
// are whole segments of a path, and it redirects an unclean path such as "//v1" instead
// of answering 404.
type Routes []Route

// find returns the Func for r, and sets the path values of r. If no route matches, the
// Func is nil, and known reports whether a route matches the address with another
// method.
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

// allow returns the methods of an address in the form of the Allow field, as in "GET,
// HEAD, OPTIONS". It returns "" if no route matches the address.
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

// fits reports whether path matches pattern. It calls set with the name and text of
// each wildcard, unless set is nil. It allocates no memory, because it runs for each
// route.
func fits(pattern, path string, set func(name, text string)) bool {
	for {
		open := strings.IndexByte(pattern, '{')
		if open < 0 {
			return pattern == path
		}
		// An example: the pattern is "/t/{id}/q/{turn}" and the path "/t/tides/q/c3".
		// First "/t/" is cut off both.
		if len(path) < open || path[:open] != pattern[:open] {
			return false
		}
		pattern, path = pattern[open+1:], path[open:]
		// Then "{id}" is cut off the pattern and "tides" off the path.
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

// wildcardEnd returns how many bytes at the start of path a wildcard matches.
func wildcardEnd(path string) int {
	for i := range len(path) {
		if path[i] == '/' || path[i] == '.' {
			return i
		}
	}
	return len(path)
}
