package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"quoteline/worker/reply"
	"quoteline/worker/store"
)

// Every address in the OpenAPI document must support exactly the methods that the
// document lists.
func TestDescriptionHasTheMethods(t *testing.T) {
	files, err := store.Default()
	if err != nil {
		t.Fatal(err)
	}
	// Only a handler with a database has the routes for writes. The database may be nil
	// here, because no request of this test queries it.
	h := newHandler(store.Combine(files, store.NewDatabase(nil)), "v9", func(err error) { t.Error(err) })
	paths := describedPaths(t, h)
	if len(paths) < 15 {
		t.Fatalf("%d paths", len(paths))
	}
	for path, item := range paths {
		allow := []string{http.MethodOptions}
		for method := range item {
			if method == "parameters" {
				continue
			}
			allow = append(allow, strings.ToUpper(method))
			if method == "get" {
				allow = append(allow, http.MethodHead)
			}
		}
		slices.Sort(allow)
		address := strings.NewReplacer("{id}", "altman-murati-2023", "{turn}", "x", "{n}", "1").Replace(path)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodOptions, "https://edge.example"+address, nil))
		if got, want := w.Header().Get("Allow"), strings.Join(allow, ", "); w.Code != http.StatusNoContent || got != want {
			t.Errorf("%s: %d, Allow: %q, described as %q", path, w.Code, got, want)
		}
	}
}

// The Worker's routes and the OpenAPI document must have the same paths and methods.
func TestDescriptionMatchesRoutes(t *testing.T) {
	files, err := store.Default()
	if err != nil {
		t.Fatal(err)
	}
	h := newHandler(store.Combine(files, store.NewDatabase(nil)), "v9", func(err error) { t.Error(err) })
	routes := map[string]bool{}
	for _, handler := range []*reply.Handler{h.data, h.snippets, h.frames, h.pages} {
		for _, route := range handler.Routes {
			operation := route.Method + " " + route.Path
			if routes[operation] {
				t.Errorf("%s has two routes", operation)
			}
			routes[operation] = true
		}
	}
	for path, item := range describedPaths(t, h) {
		for method := range item {
			if method == "parameters" {
				continue
			}
			operation := strings.ToUpper(method) + " " + path
			if !routes[operation] {
				t.Errorf("%s is described and has no route", operation)
			}
			delete(routes, operation)
		}
	}
	for operation := range routes {
		t.Errorf("%s has a route and is not described", operation)
	}
}

// A transcript's Link field names the formats in which it can be read. The OpenAPI
// document must have every one of them, with its media type.
func TestDescriptionHasTheFormats(t *testing.T) {
	transcripts, err := store.Default()
	if err != nil {
		t.Fatal(err)
	}
	h := newHandler(transcripts, "v9", func(err error) { t.Error(err) })
	paths := describedPaths(t, h)
	const address = "https://edge.example/v1/transcripts/altman-murati-2023"
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
	formats := 0
	for link := range strings.SplitSeq(w.Header().Get("Link"), ", ") {
		suffix, ok := strings.CutPrefix(link, "<"+address)
		if !ok {
			continue
		}
		suffix, parameters, _ := strings.Cut(suffix, ">")
		_, mediaType, _ := strings.Cut(parameters, `type="`)
		mediaType, _, _ = strings.Cut(mediaType, `"`)
		if operation := string(paths["/v1/transcripts/{id}"+suffix]["get"]); !strings.Contains(operation, `"`+mediaType+`"`) {
			t.Errorf("%s as %s is not described", suffix, mediaType)
		}
		formats++
	}
	if formats != 6 {
		t.Errorf("%d formats of a transcript without times", formats)
	}
}

// describedPaths returns the paths in the OpenAPI document. Each has a map from the
// methods to their descriptions.
func describedPaths(t *testing.T, h http.Handler) map[string]map[string]json.RawMessage {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "https://edge.example/openapi.json", nil))
	var description struct {
		Paths map[string]map[string]json.RawMessage
	}
	if err := json.Unmarshal(w.Body.Bytes(), &description); err != nil {
		t.Fatalf("%d: %v", w.Code, err)
	}
	return description.Paths
}
