package api_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"quoteline/worker/api"
	"quoteline/worker/store"
)

const timed = `{
	"schema": "quoteline/1", "id": "timed", "version": 1, "title": "On tides", "lang": "en", "timing": "turn", "editing": "verbatim",
	"speakers": [
		{"id": "host", "name": "Host", "kind": "host", "aliases": [], "sameAs": []},
		{"id": "a", "name": "Speaker A", "kind": "guest", "aliases": [], "sameAs": []}
	],
	"topics": [{"id": "sea", "label": "The sea"}, {"id": "air", "label": "The air"}],
	"turns": [
		{"id": "b2", "n": 1, "speaker": "host", "kind": "question", "topics": ["sea"], "text": "High or low?", "start": 0},
		{"id": "c3", "n": 2, "speaker": "a", "kind": "answer", "replyTo": "b2", "topics": ["sea"], "text": "“Élan”: neither high nor LOW.", "start": 2000},
		{"id": "d4", "n": 3, "speaker": "host", "kind": "question", "topics": ["air"], "text": "And now?", "start": 4000},
		{"id": "f5", "n": 4, "speaker": "a", "kind": "answer", "replyTo": "d4", "topics": [], "text": "Low.", "start": 6000, "end": 7000}
	],
	"corrections": []
}`

// library returns a handler that serves two transcripts. The turns of one have start
// times, and those of the other have none.
func library(t *testing.T) http.Handler {
	t.Helper()
	s, err := store.Open(fstest.MapFS{
		"timed.json":   {Data: []byte(timed)},
		"untimed.json": {Data: []byte(`{"id":"untimed","title":"T","lang":"en","timing":"none","speakers":[],"turns":[{"id":"b2","n":1,"text":"x"}]}`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return api.Handler(api.Config{Store: s, Fragment: fragment, Log: func(err error) { t.Error(err) }})
}

func ask(h http.Handler, path, accept string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("GET", "https://edge.example"+path, nil)
	if accept != "" {
		r.Header.Set("Accept", accept)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestFormatsBySuffix(t *testing.T) {
	h := library(t)
	for _, tc := range []struct{ suffix, mediaType, starts string }{
		{"json", "application/json", "{"},
		{"html", "text/html; charset=utf-8", "<p>On tides from https://edge.example</p>"},
		{"txt", "text/plain; charset=utf-8", "On tides\nhttps://edge.example/t/timed\n\n[00:00:00] Host: High"},
		{"md", "text/markdown; charset=utf-8", "# On tides\n"},
		{"vtt", "text/vtt; charset=utf-8", "WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.000\n<v Host>High or low?\n"},
		{"srt", "application/x-subrip", "1\n00:00:00,000 --> 00:00:02,000\nHost: High or low?\n"},
		{"jsonld", "application/ld+json", `{"@context":"https://schema.org","@type":"Conversation"`},
		{"podcast.json", "application/json", `{"version":"1.0.0","segments":[{"speaker":"Host","startTime":0,"endTime":2,`},
		{"podcast.html", "text/html; charset=utf-8", "<cite>Host:</cite>\n<time>00:00:00</time>\n<p>High or low?</p>"},
	} {
		t.Run(tc.suffix, func(t *testing.T) {
			w := ask(h, "/v1/transcripts/timed."+tc.suffix, "application/x-nothing")
			if w.Code != 200 || w.Header().Get("Content-Type") != tc.mediaType || !strings.HasPrefix(w.Body.String(), tc.starts) {
				t.Errorf("%d %s %.200s", w.Code, w.Header().Get("Content-Type"), w.Body)
			}
			if w.Header().Get("Vary") != "" {
				t.Error("has Vary, although only the address decides")
			}
			checkPublic(t, w.Header())
			name := `inline; filename="timed.` + tc.suffix + `"`
			if tc.suffix == "json" || tc.suffix == "html" {
				name = ""
			}
			if got := w.Header().Get("Content-Disposition"); got != name {
				t.Errorf("Content-Disposition: %q, want %q", got, name)
			}
			policy := w.Header().Get("Content-Security-Policy")
			if isHTML := strings.HasPrefix(tc.mediaType, "text/html"); isHTML != strings.HasSuffix(policy, "; sandbox") {
				t.Errorf("policy %q", policy)
			}
			if !strings.Contains(w.Header().Get("Link"), `timed.vtt>; rel="alternate"; type="text/vtt"`) {
				t.Errorf("Link: %q", w.Header().Get("Link"))
			}
		})
	}
}

func TestFormatsByAccept(t *testing.T) {
	h := library(t)
	for _, tc := range []struct {
		accept, suffix string
	}{
		{"", "json"},
		{"*/*", "json"},
		{"application/*", "json"},
		{"text/*", "html"},
		{"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"},
		{"TEXT/VTT", "vtt"},
		{"text/vtt;charset=UTF-8", "vtt"},
		{"text/plain;q=0.4, text/markdown;q=0.5", "md"},
		{"text/*;q=0.9, text/html;q=0.1, application/json;q=0.5", "txt"},
		{"text/*, text/html;q=0, text/plain;q=0.000", "md"},
		{"*/*;q=0.1, application/ld+json", "jsonld"},
		{"application/x-subrip;q=0.001", "srt"},
		{"application/pdf, text/vtt;q=0.5", "vtt"},
		{"application/json;q=0, */*", "html"},
		{"nonsense", "json"},
		{"text/html;q=2, text/plain", "txt"},
		{"text/html;q=1.0001, text/plain;q=1.000", "txt"},
		{"text/markdown;variant=GFM, text/plain;q=0.1", "txt"},
		{"text/plain;charset=utf-16, text/markdown;q=0.1", "md"},
		{"*/json, text/plain;q=0.1", "txt"},
		{",, text/plain ,", "txt"},
	} {
		t.Run(tc.accept, func(t *testing.T) {
			w := ask(h, "/v1/transcripts/timed", tc.accept)
			alone := ask(h, "/v1/transcripts/timed."+tc.suffix, "")
			if w.Code != 200 || w.Body.String() != alone.Body.String() || w.Header().Get("ETag") != alone.Header().Get("ETag") {
				t.Fatalf("%d %s", w.Code, w.Header().Get("Content-Type"))
			}
			if w.Header().Get("Vary") != "Accept" || w.Header().Get("Content-Location") != "/v1/transcripts/timed."+tc.suffix {
				t.Errorf("Vary: %q, Content-Location: %q", w.Header().Get("Vary"), w.Header().Get("Content-Location"))
			}
		})
	}
}

// Unknown query parameters (utm_source=…) never cause an error.
func TestFormatsIgnoreUnknownParameters(t *testing.T) {
	h := library(t)
	for _, suffix := range []string{"", ".json", ".html", ".txt", ".vtt"} {
		plain := ask(h, "/v1/transcripts/timed"+suffix, "").Body.String()
		for _, query := range []string{"a=%zz", "a=1;b=2", "ref=50%off", "speaker=,"} {
			if w := ask(h, "/v1/transcripts/timed"+suffix+"?"+query, ""); w.Code != 200 || w.Body.String() != plain {
				t.Errorf("%s?%s: %d, another body", suffix, query, w.Code)
			}
		}
	}
}

func TestFormatErrors(t *testing.T) {
	h := library(t)
	const refused = "urn:quoteline:problem:not-acceptable"
	const timeless = "urn:quoteline:problem:no-timecodes"
	for _, tc := range []struct {
		path, accept string
		status       int
		problem      string
	}{
		{"timed", "application/pdf", 406, refused},
		{"timed", "*/*;q=0", 406, refused},
		{"timed", "application/json;q=0.000, text/*;q=0", 406, refused},
		{"timed", "application/json;q=0, text/*;q=0, */*;q=0.001", 200, ""},
		{"untimed", "text/vtt", 409, timeless},
		{"untimed", "text/vtt, application/x-subrip, */*;q=0", 409, timeless},
		{"untimed", "text/vtt, text/plain;q=0.1", 200, ""},
		{"untimed.vtt", "", 409, timeless},
		{"untimed.srt", "", 409, timeless},
		{"untimed.podcast.json", "", 409, timeless},
		{"untimed.podcast.html", "", 200, ""},
		{"nobody", "text/vtt", 404, "urn:quoteline:problem:not-found"},
		{"nobody.vtt", "", 404, "urn:quoteline:problem:not-found"},
	} {
		t.Run(tc.path+" "+tc.accept, func(t *testing.T) {
			w := ask(h, "/v1/transcripts/"+tc.path, tc.accept)
			if w.Code != tc.status || tc.problem != "" && !strings.Contains(w.Body.String(), `"type":"`+tc.problem+`"`) {
				t.Errorf("%d %s", w.Code, w.Body)
			}
			if varies := w.Header().Get("Vary") == "Accept"; varies == strings.Contains(tc.path, ".") {
				t.Errorf("Vary: %q", w.Header().Get("Vary"))
			}
		})
	}
}

func TestUntimedTranscriptHasNoTimedLinks(t *testing.T) {
	link := ask(library(t), "/v1/transcripts/untimed", "").Header().Get("Link")
	if strings.Contains(link, ".vtt") || strings.Contains(link, ".srt") || strings.Contains(link, "podcast.json") || !strings.Contains(link, "podcast.html") {
		t.Error(link)
	}
}
