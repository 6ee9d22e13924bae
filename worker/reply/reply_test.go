package reply

import (
	"crypto/tls"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

const body = "words"

// handler returns a handler with one address of each kind, such as one that panics.
// Errors that it logs are appended to logged.
func handler(logged *[]error) *Handler {
	return &Handler{
		Routes: Routes{
			Get("/tagged", func(*http.Request) (*Answer, error) {
				a := New(http.StatusOK, "text/plain", []byte(body))
				a.Header.Set("ETag", Tag(a.Body))
				return a, nil
			}),
			Get("/known", func(*http.Request) (*Answer, error) { return nil, &Error{Code: BadParameter, Detail: "x"} }),
			Get("/broken", func(*http.Request) (*Answer, error) { return nil, errors.New("secret path") }),
			Get("/panics", func(*http.Request) (*Answer, error) { panic("secret value") }),
			{"PUT", "/writes", func(*http.Request) (*Answer, error) { return New(http.StatusCreated, "text/plain", nil), nil }},
		},
		Fail: func(e *Error) *Answer {
			return New(e.Code.Status(), "text/plain", []byte(e.Error()))
		},
		Log:       func(err error) { *logged = append(*logged, err) },
		Header:    http.Header{"X-All": {"yes"}},
		Preflight: http.Header{"X-Preflight": {"yes"}},
	}
}

func TestVaryAcceptKeepsOtherFields(t *testing.T) {
	failure := &Error{Code: Gone, Header: http.Header{"Link": {"<x>; rel=related"}}}
	for _, failure := range []*Error{failure, {Code: NotFound}} {
		links := failure.Header.Get("Link")
		if _, err := VaryAccept(nil, failure); err != failure {
			t.Error(err)
		}
		if got := failure.Header; got.Get("Vary") != "Accept" || got.Get("Link") != links {
			t.Errorf("%v", got)
		}
	}
}

func TestHandler(t *testing.T) {
	const fixed = "internal: The server could not answer. The fault has been recorded."
	for _, tc := range []struct {
		method, path string
		status       int
		body         string
		allow        string
		logged       string
	}{
		{"GET", "/tagged", 200, body, "", ""},
		{"HEAD", "/tagged", 200, "", "", ""},
		{"OPTIONS", "/tagged", 204, "", "GET, HEAD, OPTIONS", ""},
		{"POST", "/tagged", 405, "method-not-allowed: This address answers GET, HEAD, OPTIONS.", "GET, HEAD, OPTIONS", ""},
		{"BREW", "/tagged", 405, "method-not-allowed: This address answers GET, HEAD, OPTIONS.", "GET, HEAD, OPTIONS", ""},
		{"HEAD", "/writes", 405, "", "OPTIONS, PUT", ""},
		{"PUT", "/writes", 201, "", "", ""},
		{"GET", "/known", 400, "bad-parameter: x", "", ""},
		{"GET", "/none", 404, "not-found: There is nothing at this address.", "", ""},
		{"OPTIONS", "/none", 404, "not-found: There is nothing at this address.", "", ""},
		{"GET", "/broken", 500, fixed, "", "secret path"},
		{"GET", "/panics", 500, fixed, "", "secret value"},
		{"HEAD", "/panics", 500, "", "", "secret value"},
	} {
		t.Run(tc.method+tc.path, func(t *testing.T) {
			var logged []error
			w := httptest.NewRecorder()
			handler(&logged).ServeHTTP(w, httptest.NewRequest(tc.method, tc.path, nil))
			if w.Code != tc.status || w.Body.String() != tc.body {
				t.Errorf("got %d %q, want %d %q", w.Code, w.Body, tc.status, tc.body)
			}
			if got := w.Header().Get("Allow"); got != tc.allow {
				t.Errorf("Allow: %q, want %q", got, tc.allow)
			}
			if w.Header().Get("X-All") == "" {
				t.Error("the answer lacks the header that all answers have")
			}
			if got := w.Header().Get("X-Preflight") != ""; got != (tc.method == "OPTIONS") {
				t.Errorf("has the preflight's header: %v", got)
			}
			checkLog(t, logged, tc.logged)
			if noStore := w.Header().Get("Cache-Control") == "no-store"; noStore != (tc.status >= 400) {
				t.Errorf("Cache-Control: no-store is %v for %d", noStore, tc.status)
			}
		})
	}
}

func checkLog(t *testing.T, logged []error, want string) {
	t.Helper()
	switch {
	case want == "" && len(logged) > 0:
		t.Errorf("logged %v", logged)
	case want != "" && (len(logged) != 1 || !strings.Contains(logged[0].Error(), want)):
		t.Errorf("logged %v, want one error with %q", logged, want)
	}
}

func TestConditionalRequests(t *testing.T) {
	tag := Tag([]byte(body))
	for _, tc := range []struct {
		name   string
		field  []string
		status int
	}{
		{"none", nil, 200},
		{"the same", []string{tag}, 304},
		{"weak", []string{"W/" + tag}, 304},
		{"any", []string{" * "}, 304},
		{"another", []string{`"other"`}, 200},
		{"a list", []string{`"other", ` + tag}, 304},
		{"a list without spaces", []string{`"other",W/` + tag + `,"x"`}, 304},
		{"several lines", []string{`"other"`, " " + tag}, 304},
		{"a comma inside a tag", []string{`"a,b", ` + tag}, 304},
		{"a comma inside a tag, split by the runtime", []string{`"a`, `b"`, " " + tag}, 304},
		{"inside another tag", []string{`"x` + strings.Trim(tag, `"`) + `"`}, 200},
		{"without quotation marks", []string{strings.Trim(tag, `"`)}, 200},
		{"no closing quotation mark", []string{`"` + strings.Trim(tag, `"`)}, 200},
		{"empty", []string{""}, 200},
		{"only commas", []string{", ,"}, 200},
	} {
		for _, method := range []string{"GET", "HEAD"} {
			t.Run(method+" "+tc.name, func(t *testing.T) {
				r := httptest.NewRequest(method, "/tagged", nil)
				r.Header["If-None-Match"] = tc.field
				w := httptest.NewRecorder()
				handler(nil).ServeHTTP(w, r)
				if w.Code != tc.status {
					t.Errorf("status %d, want %d", w.Code, tc.status)
				}
				if w.Header().Get("ETag") != tag {
					t.Errorf("ETag: %q, want %q", w.Header().Get("ETag"), tag)
				}
				if w.Code == 304 && (w.Body.Len() > 0 || w.Header().Get("Content-Type") != "") {
					t.Error("a 304 carries content")
				}
				if w.Code == 200 && w.Header().Get("Content-Length") != "5" {
					t.Errorf("Content-Length: %q", w.Header().Get("Content-Length"))
				}
			})
		}
	}
}

func TestTagDependsOnTheBody(t *testing.T) {
	if Tag([]byte("a")) == Tag([]byte("b")) {
		t.Error("different bodies have one tag")
	}
	if tag := Tag(nil); len(tag) != 2*tagBytes+2 || tag[0] != '"' || tag[len(tag)-1] != '"' {
		t.Errorf("%s is not a quoted tag of %d bytes", tag, tagBytes)
	}
}

func TestOrigin(t *testing.T) {
	absolute := httptest.NewRequest("GET", "https://edge.example:8443/x", nil)
	absolute.Host = "proxy.example"
	plain := httptest.NewRequest("GET", "/x", nil)
	secure := httptest.NewRequest("GET", "/x", nil)
	secure.TLS = &tls.ConnectionState{}
	for _, tc := range []struct {
		name string
		r    *http.Request
		want string
	}{
		{"absolute, as on the edge", absolute, "https://edge.example:8443"},
		{"a server's request", plain, "http://example.com"},
		{"a server's request over TLS", secure, "https://example.com"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := Origin(tc.r); got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}

func TestEveryCodeHasStatusAndNames(t *testing.T) {
	for c := range kinds {
		code := Code(c)
		if code.Status() < 400 || code.String() == "" || code.Title() == "" {
			t.Errorf("code %d: status %d, name %q, title %q", c, code.Status(), code, code.Title())
		}
	}
}
