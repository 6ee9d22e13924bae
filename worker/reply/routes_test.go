package reply

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestFits(t *testing.T) {
	for _, tc := range []struct {
		pattern, path string
		fits          bool
		values        map[string]string
	}{
		{"/healthz", "/healthz", true, nil},
		{"/healthz", "/healthz/", false, nil},
		{"/healthz", "//healthz", false, nil},
		{"/healthz", "", false, nil},
		{"/t/{id}", "/t/tides", true, map[string]string{"id": "tides"}},
		{"/t/{id}", "/t/tides\x00 \xff", true, map[string]string{"id": "tides\x00 \xff"}},
		{"/t/{id}", "/t/", false, nil},
		{"/t/{id}", "/t", false, nil},
		{"/t/{id}", "/t/a/b", false, nil},
		{"/t/{id}", "/t/a.b", false, nil},
		{"/t/{id}", "/t/..", false, nil},
		{"/t/{id}", "/T/tides", false, nil},
		{"/t/{id}/q/{turn}", "/t/tides/q/c3", true, map[string]string{"id": "tides", "turn": "c3"}},
		{"/t/{id}/q/{turn}", "/t/tides/q/", false, nil},
		{"/t/{id}/q/{turn}", "/t/tides/q/c3/", false, nil},
		{"/t/{id}/q/{turn}", "/t//q/c3", false, nil},
		{"/v1/{id}.podcast.json", "/v1/tides.podcast.json", true, map[string]string{"id": "tides"}},
		{"/v1/{id}.json", "/v1/tides.podcast.json", false, nil},
		{"/v1/{id}.json", "/v1/tides.json.json", false, nil},
		{"/v1/{id}.json", "/v1/.json", false, nil},
		{"/v1/{id}.json", "/v1/tides", false, nil},
		{"/v1/{id}.json", "/v1/tides.JSON", false, nil},
	} {
		t.Run(tc.pattern+" "+tc.path, func(t *testing.T) {
			values := map[string]string{}
			got := fits(tc.pattern, tc.path, func(name, text string) { values[name] = text })
			if got != tc.fits || got && !maps.Equal(values, tc.values) {
				t.Errorf("got %v %q, want %v %q", got, values, tc.fits, tc.values)
			}
			if fits(tc.pattern, tc.path, nil) != tc.fits {
				t.Error("the result depends on whether values are asked for")
			}
		})
	}
}

func TestRoutesChooseByMethod(t *testing.T) {
	called := ""
	handle := func(name string) Func {
		return func(r *http.Request) (*Answer, error) {
			called = name + " " + r.PathValue("id")
			return New(http.StatusOK, "text/plain", nil), nil
		}
	}
	h := &Handler{
		Routes: Routes{
			Get("/a/{id}", handle("read")),
			Get("/a/{id}.txt", handle("text")),
			{http.MethodPut, "/a/{id}", handle("write")},
		},
		Fail: Problem,
	}
	for _, tc := range []struct {
		method, path, called, allow string
		status                      int
		known                       bool
	}{
		{"GET", "/a/x", "read x", "", 200, true},
		{"HEAD", "/a/x", "read x", "", 200, true},
		{"PUT", "/a/x", "write x", "", 200, true},
		{"GET", "/a/x.txt", "text x", "", 200, true},
		{"PUT", "/a/x.txt", "", "GET, HEAD, OPTIONS", 405, true},
		{"OPTIONS", "/a/x", "", "GET, HEAD, OPTIONS, PUT", 204, true},
		{"get", "/a/x", "", "GET, HEAD, OPTIONS, PUT", 405, true},
		{"GET", "/b", "", "", 404, false},
		{"OPTIONS", "/b", "", "", 404, false},
	} {
		t.Run(tc.method+" "+tc.path, func(t *testing.T) {
			called = ""
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequest(tc.method, tc.path, nil))
			if w.Code != tc.status || called != tc.called || w.Header().Get("Allow") != tc.allow {
				t.Errorf("got %d, %q, Allow: %q", w.Code, called, w.Header().Get("Allow"))
			}
			tried := httptest.NewRecorder()
			if known := h.Try(tried, httptest.NewRequest(tc.method, tc.path, nil)); known != tc.known {
				t.Errorf("Try reports %v", known)
			}
			if wrote := len(tried.Header()) > 0; wrote != tc.known {
				t.Errorf("Try wrote an answer: %v", wrote)
			}
		})
	}
}

func TestFailedMatchesDoNotAllocate(t *testing.T) {
	routes := Routes{Get("/v1/transcripts/{id}/turns/{turn}", nil), Get("/v1/transcripts/{id}.vtt", nil)}
	r := httptest.NewRequest("GET", "/v1/transcripts/"+strings.Repeat("a", 80)+"/turns", nil)
	if n := testing.AllocsPerRun(100, func() { routes.find(r) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
