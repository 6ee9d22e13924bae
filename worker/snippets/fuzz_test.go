package snippets_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"

	"quoteline/worker/snippets"
	"quoteline/worker/store"
)

// FuzzOptions requests snippets (markup to paste into a page) with any options, and
// oEmbed answers for any address. The server must make no error. The answer must not be
// much longer than the transcript's page and the options. If the options contain a
// script, the answer must not contain it as a script.
func FuzzOptions(f *testing.F) {
	f.Add("kind=quote&turn=c3&lang=de&theme=dark", "https://edge.example/t/tides/q/c3", "json")
	f.Add("kind=iframe&height=99999999999999999999", "https://edge.example/t/tides#q=c3:0-3~a", "xml")
	f.Add("speaker=a,host,,&q=%00%ff&topic=sea", "//%zz", "")
	f.Add("", "https://edge.example/t/tides", "yaml")
	s, err := store.Open(fstest.MapFS{"tides.json": {Data: []byte(tides)}})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, options, address, format string) {
		oembed := url.Values{"url": {address}, "format": {format}}
		for path, query := range map[string]string{
			"/v1/transcripts/tides/embed": options, "/embed/tides": options, "/oembed": oembed.Encode(),
		} {
			r := httptest.NewRequest(http.MethodGet, "https://edge.example", nil)
			r.URL.Path, r.URL.RawQuery = path, query
			w := httptest.NewRecorder()
			log := func(err error) { t.Errorf("%s?%s: %v", path, query, err) }
			if !snippets.Data(s, log).Try(w, r) {
				snippets.Frame(s, log).ServeHTTP(w, r)
			}
			// The oEmbed specification demands the status 501 if the format is unknown.
			if w.Code >= 500 && w.Code != http.StatusNotImplemented {
				t.Fatalf("%s?%s gets %d", path, query, w.Code)
			}
			if most := 400_000 + 100*len(query); w.Body.Len() > most {
				t.Fatalf("%s?%s gets %d bytes", path, query, w.Body.Len())
			}
			if strings.Contains(w.Body.String(), "<script>alert") {
				t.Fatalf("%s?%s gets its own markup", path, query)
			}
		}
	})
}
