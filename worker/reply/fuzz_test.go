package reply

import (
	"net/http/httptest"
	"strings"
	"testing"
)

// FuzzFields parses header fields that a client may send, with any values. ParseAccept
// must not return more elements than the field has bytes. If-None-Match must match a tag
// only if the field contains that tag or is "*".
func FuzzFields(f *testing.F) {
	f.Add("text/html;q=0.5, */*;q=0", `W/"a", "b,c"`, "/tagged")
	f.Add(";;;,,q=1.0000", `"`, "//v1/%2e")
	f.Add("a/b;q=2, text/*", "*", "/")
	f.Fuzz(func(t *testing.T, accept, tags, path string) {
		list := ParseAccept([]string{accept, tags})
		if len(list) > len(accept)+len(tags)+2 {
			t.Fatalf("%d ranges in %q", len(list), accept)
		}
		for _, mediaType := range []string{"text/html", "application/json"} {
			if q := list.Quality(mediaType); q < 0 || q > 1000 {
				t.Fatalf("%q has the quality %d in %q", mediaType, q, accept)
			}
		}
		const tag = `"tag"`
		if Names([]string{tags}, tag, false) && !strings.Contains(tags, tag) && strings.TrimSpace(tags) != "*" {
			t.Fatalf("%q names %s", tags, tag)
		}
		var logged []error
		r := httptest.NewRequest("GET", "/", nil)
		r.URL.Path, r.Header = path, map[string][]string{"Accept": {accept}, "If-None-Match": {tags}}
		w := httptest.NewRecorder()
		handler(&logged).ServeHTTP(w, r)
		if w.Code >= 500 && path != "/broken" && path != "/panics" {
			t.Fatalf("%q gets %d", path, w.Code)
		}
	})
}
