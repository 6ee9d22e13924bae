package reply

import (
	"net/http"
	"slices"
	"strings"
)

// Func answers a request, or returns why it cannot. An error that is not an
// [*Error] is a fault of the server: the client learns no details. The request's
// PathValue has the text of each wildcard in the route's path.
type Func func(*http.Request) (*Answer, error)

// Route is one method of the addresses that fit a path.
//
// A wildcard such as {id} matches one or more bytes except "/" and ".", so that
// "/v1/transcripts/{id}" and "/v1/transcripts/{id}.vtt" never match one address.
// Every other byte of the path matches itself.
type Route struct {
	Method string // GET also answers HEAD; OPTIONS is answered from the table
	Path   string // as in "/v1/transcripts/{id}.vtt"
	Answer Func
}

// Get returns the route that reads addresses.
func Get(path string, answer Func) Route { return Route{http.MethodGet, path, answer} }

// Routes is the route table of a [Handler]. [http.ServeMux] cannot hold it: a
// wildcard there is a whole segment, and an unclean path such as "//v1" is
// redirected instead of not found.
type Routes []Route

// find returns the Func for r, after it has set the path values of r. The Func
// is nil if no route fits; known then reports whether another method would.
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

// allow lists the methods of an address as the Allow field does. It is empty if
// no route fits.
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

// fits reports whether path fits pattern, and calls set, unless that is nil, with
// each wildcard's name and text. It allocates nothing: it runs for each route.
func fits(pattern, path string, set func(name, text string)) bool {
	for {
		open := strings.IndexByte(pattern, '{')
		if open < 0 {
			return pattern == path
		}
		// "/t/{id}/q/{turn}" and "/t/tides/q/c3": drop "/t/" from both,
		if len(path) < open || path[:open] != pattern[:open] {
			return false
		}
		pattern, path = pattern[open+1:], path[open:]
		// then "id}" from one and "tides" from the other.
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
