package page_test

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"quoteline/shared/card"
	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
	"quoteline/worker/page"
	"quoteline/worker/store"
)

const tides = `{
	"schema": "quoteline/1", "id": "tides", "version": 2, "title": "On </script> tides", "lang": "en",
	"summary": "Two people and the sea.", "recordedAt": "2024-04-30", "datePublished": "2024-05-01",
	"publisher": {"name": "Gazette", "url": "https://gazette.example"}, "sourceUrl": "https://gazette.example/tides",
	"timing": "none", "editing": "translated", "translatedFrom": "cy",
	"speakers": [
		{"id": "host", "name": "Host", "kind": "host"},
		{"id": "a", "name": "Speaker A", "role": "Pilot", "kind": "guest", "sameAs": ["https://id.example/a"]}
	],
	"topics": [{"id": "sea", "label": "The sea"}],
	"turns": [
		{"id": "b2", "n": 1, "speaker": "host", "kind": "question", "topics": ["sea"], "text": "High or low?"},
		{"id": "c3", "n": 2, "speaker": "a", "kind": "answer", "replyTo": "b2", "topics": ["sea"], "text": "Neither.", "lang": "cy"},
		{"id": "d4", "n": 3, "kind": "note", "topics": [], "text": "Laughter"}
	]
}`

func handler(t *testing.T) http.Handler {
	t.Helper()
	s, err := store.Open(fstest.MapFS{"tides.json": {Data: []byte(tides)}})
	if err != nil {
		t.Fatal(err)
	}
	return page.Handler(s, func(err error) { t.Error(err) })
}

func do(h http.Handler, method, path string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "https://edge.example/", nil)
	// The path is set here, because httptest.NewRequest would change or refuse some
	// paths, such as "//t".
	r.URL.Path = path
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestPages(t *testing.T) {
	h := handler(t)
	for _, tc := range []struct {
		method, path string
		status       int
	}{
		{"GET", "/t/tides", 200},
		{"HEAD", "/t/tides", 200},
		{"GET", "/t/tides/q/c3", 200},
		{"HEAD", "/t/tides/q/c3", 200},
		{"GET", "/t/tides/q/d4", 200},
		{"OPTIONS", "/t/tides", 204},
		{"POST", "/t/tides", 405},
		{"PUT", "/t/tides/q/c3", 405},
		{"GET", "/", 404},
		{"GET", "/t", 404},
		{"GET", "/t/", 404},
		{"GET", "/t/nobody", 404},
		{"GET", "/t/TIDES", 404},
		{"GET", "/t/tides.json", 404},
		{"GET", "/t/../t/tides", 404},
		{"GET", "/t//tides", 404},
		{"GET", "//t/tides", 404},
		{"GET", "/t/tides\x00", 404},
		{"GET", "/t/tides/q", 404},
		{"GET", "/t/tides/q/", 404},
		{"GET", "/t/tides/q/nothing", 404},
		{"GET", "/t/tides//", 404},
		{"POST", "/t/tides/", 404},
		{"GET", "/t/nobody/q/c3", 404},
		{"GET", "/t/" + strings.Repeat("a", 100_000), 404},
	} {
		name, _, _ := strings.Cut(tc.path, "aaaa")
		t.Run(tc.method+" "+name, func(t *testing.T) {
			w := do(h, tc.method, tc.path)
			if w.Code != tc.status {
				t.Fatalf("status %d, want %d", w.Code, tc.status)
			}
			checkSafe(t, w.Header())
			if (w.Body.Len() == 0) != (tc.method == "HEAD" || tc.status == 204) {
				t.Errorf("a body of %d bytes", w.Body.Len())
			}
			if got := w.Header().Get("Content-Type"); tc.status != 204 && got != "text/html; charset=utf-8" {
				t.Errorf("Content-Type: %q", got)
			}
			if allow := w.Header().Get("Allow"); (allow == "GET, HEAD, OPTIONS") != (tc.status == 204 || tc.status == 405) {
				t.Errorf("Allow: %q", allow)
			}
		})
	}
}

func TestSlashAtTheEnd(t *testing.T) {
	h := handler(t)
	for address, to := range map[string]string{
		"/t/tides/":                 "/t/tides",
		"/t/tides/?lang=fr&x=%2F":   "/t/tides?lang=fr&x=%2F",
		"/t/tides/q/c3/":            "/t/tides/q/c3",
		"/t/a%20%3Fb%0d%0aSet-C:x/": "/t/a%20%3Fb%0D%0ASet-C:x",
	} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", "https://edge.example"+address, nil))
		if w.Code != 301 || w.Header().Get("Location") != to || w.Body.Len() > 0 {
			t.Errorf("%s: %d %q\n%s", address, w.Code, w.Header().Get("Location"), w.Body)
		}
		checkSafe(t, w.Header())
	}
}

func checkSafe(t *testing.T, header http.Header) {
	t.Helper()
	policy := header.Get("Content-Security-Policy")
	for _, want := range []string{"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "base-uri 'none'", "frame-ancestors 'self'"} {
		if !strings.Contains(policy, want) {
			t.Errorf("the policy lacks %s: %q", want, policy)
		}
	}
	if strings.Contains(policy, "unsafe-inline") || strings.Contains(policy, "*") {
		t.Errorf("the policy is too wide: %q", policy)
	}
	if header.Get("X-Content-Type-Options") != "nosniff" || header.Get("Referrer-Policy") != "strict-origin-when-cross-origin" {
		t.Errorf("headers: %v", header)
	}
}

func TestPageTagGives304(t *testing.T) {
	h := handler(t)
	for _, path := range []string{"/t/tides", "/t/tides/q/c3"} {
		first := do(h, "GET", path)
		r := httptest.NewRequest("GET", "https://edge.example"+path, nil)
		r.Header.Set("If-None-Match", first.Header().Get("ETag"))
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != http.StatusNotModified {
			t.Errorf("%s with tag %s: %d", path, first.Header().Get("ETag"), w.Code)
		}
	}
}

func TestLinksOfAPage(t *testing.T) {
	h := handler(t)
	for path, address := range map[string]string{
		"/t/tides":      "https%3A%2F%2Fedge.example%2Ft%2Ftides",
		"/t/tides/q/c3": "https%3A%2F%2Fedge.example%2Ft%2Ftides%2Fq%2Fc3",
	} {
		canonical, err := url.QueryUnescape(address)
		if err != nil {
			t.Fatal(err)
		}
		want := "<" + canonical + `>; rel="canonical", ` +
			`<https://edge.example/v1/transcripts/tides>; rel="alternate"; type="application/json", ` +
			"<https://edge.example/oembed?url=" + address + `&format=json>; rel="alternate"; type="application/json+oembed"`
		answer := do(h, "GET", path)
		if got := answer.Header().Get("Link"); got != want {
			t.Errorf("%s: Link: %s\nwant %s", path, got, want)
		}
		if !strings.Contains(answer.Body.String(), `<link rel="canonical" href="`+canonical+`">`) {
			t.Errorf("%s: the page names another address as its own", path)
		}
	}
}

func TestPagesHaveNothingInline(t *testing.T) {
	h := handler(t)
	for _, path := range []string{"/t/tides", "/t/tides/q/c3", "/nothing"} {
		body := do(h, "GET", path).Body.String()
		for _, refused := range []string{"<style", " style=\"", " onclick=", "<script>"} {
			if strings.Contains(body, refused) {
				t.Errorf("%s holds %s, which its own policy refuses", path, refused)
			}
		}
	}
}

// data returns the JSON-LD in the HTML of the page at path. It decodes the JSON-LD as a
// browser or a crawler would.
func data(t *testing.T, path string) map[string]any {
	t.Helper()
	_, after, _ := strings.Cut(do(handler(t), "GET", path).Body.String(), `<script type="application/ld+json">`)
	text, _, _ := strings.Cut(after, "</script>")
	var decoded map[string]any
	if err := json.Unmarshal([]byte(text), &decoded); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return decoded
}

func TestConversationData(t *testing.T) {
	got, err := json.MarshalIndent(data(t, "/t/tides"), "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	checkJSON(t, got, `{
	"@context": "https://schema.org", "@type": "Conversation",
	"@id": "https://edge.example/t/tides", "url": "https://edge.example/t/tides",
	"name": "On </script> tides", "abstract": "Two people and the sea.", "inLanguage": "en", "version": 2,
	"image": "https://edge.example/t/tides/card.png",
	"dateCreated": "2024-04-30", "datePublished": "2024-05-01", "isBasedOn": "https://gazette.example/tides",
	"encoding": {"@type": "MediaObject", "encodingFormat": "application/json", "contentUrl": "https://edge.example/v1/transcripts/tides"},
	"publisher": {"@type": "Organization", "name": "Gazette", "url": "https://gazette.example"},
	"translationOfWork": {"@type": "Conversation", "inLanguage": "cy"},
	"contributor": [
		{"@type": "Person", "@id": "https://edge.example/t/tides#speaker-host", "name": "Host"},
		{"@type": "Person", "@id": "https://edge.example/t/tides#speaker-a", "name": "Speaker A", "jobTitle": "Pilot", "sameAs": ["https://id.example/a"]}
	],
	"about": [{"@type": "Thing", "name": "The sea"}],
	"hasPart": [
		{"@type": "Quotation", "@id": "https://edge.example/t/tides/q/b2", "url": "https://edge.example/t/tides/q/b2", "position": 1,
			"text": "High or low?", "inLanguage": "en", "spokenByCharacter": {"@type": "Person", "@id": "https://edge.example/t/tides#speaker-host"}},
		{"@type": "Quotation", "@id": "https://edge.example/t/tides/q/c3", "url": "https://edge.example/t/tides/q/c3", "position": 2,
			"text": "Neither.", "inLanguage": "cy", "spokenByCharacter": {"@type": "Person", "@id": "https://edge.example/t/tides#speaker-a"}}
	]
}`)
}

func TestLongPageDescribesFirstTurns(t *testing.T) {
	long := transcript.Transcript{
		Schema: transcript.Schema, ID: "long", Version: 1, Title: "Long", Lang: "en",
		Timing: transcript.TimingNone, Editing: transcript.EditingVerbatim,
	}
	for i := range timeline.DenseAbove + 1 {
		turn := transcript.Turn{ID: fmt.Sprint("t", i), Kind: transcript.Statement, Text: "Words of a turn."}
		long.Turns = append(long.Turns, turn)
	}
	long.Complete()
	content, err := json.Marshal(long)
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(fstest.MapFS{"long.json": {Data: content}})
	if err != nil {
		t.Fatal(err)
	}
	body := do(page.Handler(s, func(err error) { t.Error(err) }), "GET", "/t/long").Body.String()
	if n := strings.Count(body, "<li "); n != len(long.Turns) {
		t.Errorf("the page has %d turns, want all %d", n, len(long.Turns))
	}
	if n := strings.Count(body, `"@type":"Quotation"`); n != render.FirstTurns {
		t.Errorf("the data has %d quotations, want %d", n, render.FirstTurns)
	}
}

func TestQuotationData(t *testing.T) {
	got, err := json.MarshalIndent(data(t, "/t/tides/q/c3"), "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	checkJSON(t, got, `{
	"@context": "https://schema.org", "@type": "Quotation",
	"@id": "https://edge.example/t/tides/q/c3", "url": "https://edge.example/t/tides/q/c3", "position": 2,
	"text": "Neither.", "inLanguage": "cy",
	"image": "https://edge.example/t/tides/q/c3/card.png",
	"spokenByCharacter": {"@type": "Person", "@id": "https://edge.example/t/tides#speaker-a", "name": "Speaker A", "jobTitle": "Pilot", "sameAs": ["https://id.example/a"]},
	"isPartOf": {
		"@type": "Conversation", "@id": "https://edge.example/t/tides", "url": "https://edge.example/t/tides",
		"name": "On </script> tides", "inLanguage": "en", "version": 2,
		"image": "https://edge.example/t/tides/card.png",
		"dateCreated": "2024-04-30", "datePublished": "2024-05-01", "isBasedOn": "https://gazette.example/tides",
		"encoding": {"@type": "MediaObject", "encodingFormat": "application/json", "contentUrl": "https://edge.example/v1/transcripts/tides"},
		"publisher": {"@type": "Organization", "name": "Gazette", "url": "https://gazette.example"},
		"translationOfWork": {"@type": "Conversation", "inLanguage": "cy"}
	}
}`)
}

// checkJSON fails the test if got and want are different JSON values. The order of
// members in an object may differ.
func checkJSON(t *testing.T, got []byte, want string) {
	t.Helper()
	var value any
	if err := json.Unmarshal([]byte(want), &value); err != nil {
		t.Fatal(err)
	}
	canonical, err := json.MarshalIndent(value, "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(canonical) {
		t.Errorf("got %s\nwant %s", got, canonical)
	}
}

func TestRobotsAndSitemap(t *testing.T) {
	h := handler(t)
	for path, want := range map[string]struct{ mediaType, body string }{
		"/robots.txt": {"text/plain; charset=utf-8", "User-agent: *\nAllow: /\n\nSitemap: https://edge.example/sitemap.xml\n"},
		"/sitemap.xml": {"application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
			"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" +
			"<url><loc>https://edge.example/t/tides</loc></url>\n</urlset>\n"},
	} {
		w := do(h, "GET", path)
		if w.Code != 200 || w.Header().Get("Content-Type") != want.mediaType || w.Body.String() != want.body {
			t.Errorf("%s: %d %s\n%s", path, w.Code, w.Header().Get("Content-Type"), w.Body)
		}
		if w.Header().Get("ETag") == "" || !strings.HasPrefix(w.Header().Get("Cache-Control"), "public") {
			t.Errorf("%s is not cached: %v", path, w.Header())
		}
	}
}

// corrected is a store for tests. In one of its transcripts the turn "x9" was removed,
// and another transcript was withdrawn (unpublished).
type corrected struct{ *store.Files }

func (s corrected) Transcript(ctx context.Context, id string) (*transcript.Transcript, error) {
	if id == "withdrawn" {
		return nil, transcript.ErrWithdrawn
	}
	return s.Files.Transcript(ctx, id)
}

func (s corrected) NearestSurviving(_ context.Context, id, turn string) (string, error) {
	if id == "tides" && turn == "x9" {
		return "c3", nil
	}
	return "", nil
}

func TestRemovedAndWithdrawnAre410(t *testing.T) {
	s, err := store.Open(fstest.MapFS{"tides.json": {Data: []byte(tides)}})
	if err != nil {
		t.Fatal(err)
	}
	h := page.Handler(corrected{s}, func(err error) { t.Error(err) })
	for path, status := range map[string]int{
		"/t/withdrawn": 410, "/t/withdrawn/q/b2": 410, "/t/tides/q/x9": 410, "/t/tides/q/x8": 404, "/t/tides/q/c3": 200,
	} {
		if w := do(h, "GET", path); w.Code != status {
			t.Errorf("%s: %d, want %d", path, w.Code, status)
		}
	}
	const nearest = "https://edge.example/t/tides/q/c3"
	w := do(h, "GET", "/t/tides/q/x9")
	if w.Header().Get("Link") != "<"+nearest+`>; rel="related"` || !strings.Contains(w.Body.String(), nearest) {
		t.Errorf("%v\n%s", w.Header(), w.Body)
	}
}

func TestFaultsAreHidden(t *testing.T) {
	s, err := store.Open(fstest.MapFS{"tides.json": {Data: []byte("{")}})
	if err != nil {
		t.Fatal(err)
	}
	var logged []error
	w := do(page.Handler(s, func(err error) { logged = append(logged, err) }), "GET", "/t/tides")
	if w.Code != 500 || len(logged) != 1 {
		t.Errorf("%d, logged %v", w.Code, logged)
	}
	if !strings.Contains(html.UnescapeString(w.Body.String()), "The server could not answer.") || strings.Contains(w.Body.String(), "JSON") {
		t.Error(w.Body)
	}
}

// The pages' handler describes cards. The Worker's JavaScript draws them.
func TestCards(t *testing.T) {
	h := handler(t)
	tags := map[string]bool{}
	for path, status := range map[string]int{
		"/t/tides/card.png":           200,
		"/t/tides/q/c3/card.png":      200,
		"/t/tides/q/d4/card.png":      200,
		"/t/nobody/card.png":          404,
		"/t/tides/q/nothing/card.png": 404,
		"/t/tides/card.jpg":           404,
	} {
		w := do(h, "GET", path)
		if w.Code != status {
			t.Errorf("%s: %d, want %d", path, w.Code, status)
		}
		if status != 200 {
			continue
		}
		if got := w.Header().Get("Quoteline-Card"); got != "serif sans bold" {
			t.Errorf("%s: fonts %q", path, got)
		}
		if _, err := card.Parse(w.Body.String()); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		tags[w.Header().Get("ETag")] = true
	}
	if len(tags) != 3 {
		t.Errorf("%d tags of three cards", len(tags))
	}
	if paths := page.Purge("tides"); !slices.Contains(paths, "/t/tides/card.png") {
		t.Errorf("%v are dropped from the cache", paths)
	}
}
