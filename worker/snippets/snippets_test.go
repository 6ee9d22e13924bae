package snippets_test

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"

	"quoteline/shared/render"
	"quoteline/shared/transcript"
	"quoteline/worker/snippets"
	"quoteline/worker/store"
)

const tides = `{
	"schema": "quoteline/1", "id": "tides", "version": 2, "title": "On <tides>", "lang": "en",
	"publisher": {"name": "Gazette", "url": "https://gazette.example"},
	"timing": "none", "editing": "verbatim",
	"speakers": [
		{"id": "host", "name": "Host", "kind": "host"},
		{"id": "a", "name": "Speaker A", "kind": "guest"}
	],
	"topics": [{"id": "sea", "label": "The sea"}],
	"turns": [
		{"id": "b2", "n": 1, "speaker": "host", "kind": "question", "topics": ["sea"], "text": "High or low?"},
		{"id": "c3", "n": 2, "speaker": "a", "kind": "answer", "replyTo": "b2", "topics": ["sea"], "text": "Neither & both."},
		{"id": "d4", "n": 3, "speaker": "host", "kind": "statement", "topics": [], "text": "Quite."}
	]
}`

func get(t *testing.T, address string, accept string) *httptest.ResponseRecorder {
	t.Helper()
	s, err := store.Open(fstest.MapFS{"tides.json": {Data: []byte(tides)}})
	if err != nil {
		t.Fatal(err)
	}
	log := func(err error) { t.Error(err) }
	r := httptest.NewRequest(http.MethodGet, "https://edge.example"+address, nil)
	if accept != "" {
		r.Header.Set("Accept", accept)
	}
	w := httptest.NewRecorder()
	if !snippets.Data(s, log).Try(w, r) {
		snippets.Frame(s, log).ServeHTTP(w, r)
	}
	return w
}

const tidesEmbed = "/v1/transcripts/tides/embed"

func TestSnippets(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"", `<quote-timeline src="https://edge.example/v1/transcripts/tides">`},
		{"kind=script&speaker=a&topic=sea&q=both&turn=c3&theme=dark&lang=pt-BR",
			`speaker="a" topic="sea" q="both" turn="c3" theme="dark" lang="pt-BR">`},
		{"kind=iframe", `src="https://edge.example/embed/tides" width="100%" height="640"`},
		{"kind=iframe&speaker=a&height=900", `src="https://edge.example/embed/tides?speaker=a" width="100%" height="900"`},
		{"speaker=a,host", `speaker="a,host">`},
		{"kind=link", `<a href="https://edge.example/t/tides">On &lt;tides&gt;: full transcript</a>`},
		{"kind=link&turn=c3", `<a href="https://edge.example/t/tides/q/c3">Speaker A: “Neither &amp; both.”</a>`},
		{"kind=quote&turn=c3", `<blockquote cite="https://edge.example/t/tides/q/c3"`},
		{"kind=static&speaker=a", "<blockquote><p>Neither &amp; both.</p></blockquote>\n<p class=\"facts\" lang=\"en\" dir=\"ltr\">[turn 3 left out]</p>"},
	} {
		w := get(t, tidesEmbed+"?"+c.query, "")
		var answer struct {
			Kind, Transcript, Title, HTML string
			Version                       int
		}
		if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || w.Code != 200 {
			t.Errorf("%s: %d %v", c.query, w.Code, err)
		}
		if !strings.Contains(answer.HTML, c.want) || answer.Transcript != "tides" || answer.Version != 2 || answer.Title != "On <tides>" {
			t.Errorf("%s: %+v", c.query, answer)
		}
		bare := get(t, tidesEmbed+"?"+c.query, "text/html, */*;q=0.8")
		if got := bare.Body.String(); got != answer.HTML && !(answer.Kind == "static" && strings.HasPrefix(got, "<!doctype html>") && strings.Contains(got, answer.HTML)) {
			t.Errorf("%s as text/html is\n%s", c.query, got)
		}
		if bare.Header().Get("Vary") != "Accept" || !strings.Contains(bare.Header().Get("Content-Security-Policy"), "sandbox") {
			t.Errorf("%s: headers %v", c.query, bare.Header())
		}
	}
}

func TestSnippetErrors(t *testing.T) {
	for _, c := range []struct {
		query, accept string
		status        int
		parameter     string
	}{
		{"kind=applet", "", 400, "kind"},
		{"kind=", "", 400, "kind"},
		{"kind=link&kind=link", "", 400, "kind"},
		{"colour=red", "", 400, "colour"},
		{"height=500", "", 400, "height"},
		{"kind=iframe&height=50", "", 400, "height"},
		{"kind=iframe&height=1e3", "", 400, "height"},
		{"kind=iframe&height=99999999999999999999", "", 400, "height"},
		{"kind=link&theme=dark", "", 400, "theme"},
		{"kind=static&turn=c3", "", 400, "turn"},
		{"kind=quote", "", 400, "turn"},
		{"kind=quote&turn=", "", 400, "turn"},
		{"turn=nobody", "", 400, "turn"},
		{"speaker=nobody", "", 400, "speaker"},
		{"speaker=a&speaker=host", "", 400, "speaker"},
		{"speaker=a,nobody", "", 400, "speaker"},
		{"speaker=,", "", 400, "speaker"},
		{"kind=static&speaker=%20", "", 400, "speaker"},
		{"topic=nothing", "", 400, "topic"},
		{"theme=sepia", "", 400, "theme"},
		{"lang=en_GB", "", 400, "lang"},
		{"q=" + strings.Repeat("a", 1001), "", 400, "q"},
		{"%zz", "", 400, ""},
		{"", "application/pdf", 406, ""},
	} {
		w := get(t, tidesEmbed+"?"+c.query, c.accept)
		var problem struct{ Parameter, Detail string }
		if err := json.Unmarshal(w.Body.Bytes(), &problem); err != nil || w.Code != c.status || problem.Parameter != c.parameter || problem.Detail == "" {
			t.Errorf("%.60s: %d %s", c.query, w.Code, w.Body)
		}
		if w.Header().Get("Content-Type") != "application/problem+json" || w.Header().Get("Vary") != "Accept" {
			t.Errorf("%.60s: headers %v", c.query, w.Header())
		}
	}
	if w := get(t, "/v1/transcripts/nobody/embed", ""); w.Code != 404 {
		t.Errorf("an unknown transcript: %d", w.Code)
	}
}

func TestFramePage(t *testing.T) {
	w := get(t, "/embed/tides?speaker=a&theme=dark", "")
	body := w.Body.String()
	for _, want := range []string{
		`data-theme="dark"`, `<base target="_blank">`, `content="noindex, indexifembedded"`, `src="/embed.js"`,
		`<link rel="canonical" href="https://edge.example/t/tides">`,
		`<quote-timeline src="https://edge.example/v1/transcripts/tides" speaker="a" theme="dark"><template shadowrootmode="open" hidden>`,
		`hidden <u>Show turn 3</u>`, // the server has applied the option speaker
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	policy := w.Header().Get("Content-Security-Policy")
	if !strings.Contains(policy, "frame-ancestors *") || !strings.Contains(policy, "script-src 'self' https://edge.example 'wasm-unsafe-eval';") || strings.Contains(policy, "unsafe-inline") {
		t.Errorf("the policy is %s", policy)
	}
	for _, refused := range []string{"<style", " style=\"", " onclick=", "<script>"} {
		if strings.Contains(body, refused) {
			t.Errorf("the page holds %s, which its own policy refuses", refused)
		}
	}
}

func TestFrameAddressWithSlash(t *testing.T) {
	w := get(t, "/embed/tides/?speaker=a", "")
	if to := w.Header().Get("Location"); w.Code != 301 || to != "/embed/tides?speaker=a" {
		t.Errorf("%d %q", w.Code, to)
	}
}

func TestFramePageErrors(t *testing.T) {
	for address, status := range map[string]int{
		"/embed/nobody": 404,
		"/embed/":       404,
	} {
		w := get(t, address, "")
		if w.Code != status || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") || strings.Contains(w.Body.String(), "<b>") {
			t.Errorf("%s: %d %s", address, w.Code, w.Body)
		}
		// Pages of other sites must be allowed to show error pages in a frame too.
		// Otherwise readers would see an error of the browser instead of this server's
		// error.
		if !strings.Contains(w.Header().Get("Content-Security-Policy"), "frame-ancestors *") {
			t.Errorf("%s may not be framed", address)
		}
	}
}

// The iframe page shows the transcript even if its address has parameters that do not
// exist, or ids that the transcript does not have any more.
func TestFramePageIgnoresBadOptions(t *testing.T) {
	plain := get(t, "/embed/tides", "").Body.String()
	for _, query := range []string{
		"turn=nobody&speaker=nobody&topic=nothing&theme=sepia&lang=en_GB",
		"childId=a&initialWidth=500&utm_source=letter&height=700",
		"speaker=,", "ref=50%off", "a=1;b=2", "%zz",
	} {
		if w := get(t, "/embed/tides?"+query, ""); w.Code != 200 || w.Body.String() != plain {
			t.Errorf("%s: %d, another page", query, w.Code)
		}
	}
}

func consume(t *testing.T, page, more string) *httptest.ResponseRecorder {
	t.Helper()
	return get(t, "/oembed?url="+url.QueryEscape(page)+more, "")
}

func TestOEmbed(t *testing.T) {
	for _, c := range []struct {
		page, more    string
		width, height int
		frame         string
	}{
		{"https://edge.example/t/tides", "", 720, 640, `src="https://edge.example/embed/tides"`},
		{"https://edge.example/t/tides#q=c3", "&maxwidth=500&maxheight=400", 500, 400, `height="400"`},
		{"https://edge.example/t/tides", "&maxwidth=9999&maxheight=9999&for=discord", 720, 640, `height="640"`},
		{"http://Edge.EXAMPLE/t/tides", "", 720, 640, `src="https://edge.example/embed/tides"`},
		{"https://edge.example/t/tides/", "", 720, 640, `src="https://edge.example/embed/tides"`},
		{"https://edge.example/t/tides/q/c3/", "", 720, 640, `/embed/tides?turn=c3"`},
		{"https://edge.example/t/tides/q/c3", "&format=json", 720, 640, `/embed/tides?turn=c3"`},
		{"https://edge.example/embed/tides?speaker=a", "", 720, 640, `/embed/tides?speaker=a"`},
		{"https://edge.example/embed/tides?utm_source=letter&a=1;b&speaker=a", "", 720, 640, `/embed/tides?speaker=a"`},
		{"https://edge.example/embed/tides?turn=nobody&height=300", "", 720, 640, `src="https://edge.example/embed/tides"`},
	} {
		w := consume(t, c.page, c.more)
		var answer struct {
			Type, Version, Title, HTML string
			AuthorName                 string `json:"author_name"`
			Width, Height              int
		}
		if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || w.Code != 200 {
			t.Errorf("%s: %d %v", c.page, w.Code, err)
		}
		if answer.Type != "rich" || answer.Version != "1.0" || answer.Title != "On <tides>" || answer.AuthorName != "Gazette" {
			t.Errorf("%s: %+v", c.page, answer)
		}
		if answer.Width != c.width || answer.Height != c.height || !strings.Contains(answer.HTML, c.frame) {
			t.Errorf("%s: %+v", c.page, answer)
		}
		// WordPress accepts an <iframe> in the HTML of oEmbed, and removes all other
		// HTML.
		if !strings.HasPrefix(answer.HTML, "<iframe ") || !strings.HasSuffix(answer.HTML, "></iframe>") || strings.Count(answer.HTML, "<") != 2 {
			t.Errorf("%s is not one bare frame: %s", c.page, answer.HTML)
		}
	}
}

func TestOEmbedInXML(t *testing.T) {
	w := consume(t, "https://edge.example/t/tides", "&format=xml")
	var answer struct {
		XMLName xml.Name `xml:"oembed"`
		Type    string   `xml:"type"`
		Title   string   `xml:"title"`
		Width   int      `xml:"width"`
		HTML    string   `xml:"html"`
	}
	if err := xml.Unmarshal(w.Body.Bytes(), &answer); err != nil {
		t.Fatal(err)
	}
	if w.Header().Get("Content-Type") != "text/xml; charset=utf-8" || answer.Type != "rich" || answer.Title != "On <tides>" ||
		answer.Width != 720 || !strings.HasPrefix(answer.HTML, `<iframe title="On &lt;tides&gt;" `) {
		t.Errorf("%v %+v", w.Header(), answer)
	}
}

// A thumbnail may not be larger than maxwidth and maxheight.
func TestOEmbedThumbnail(t *testing.T) {
	const whole, quote = "https://edge.example/t/tides/card.png", "https://edge.example/t/tides/q/c3/card.png"
	for _, c := range []struct{ page, more, want string }{
		{"https://edge.example/t/tides", "", whole},
		{"https://edge.example/t/tides/q/c3", "", quote},
		{"https://edge.example/embed/tides?turn=c3", "", quote},
		{"https://edge.example/embed/tides?turn=nobody", "", whole},
		{"https://edge.example/t/tides", "&maxwidth=1200&maxheight=630", whole},
		{"https://edge.example/t/tides", "&maxwidth=1199", ""},
		{"https://edge.example/t/tides", "&maxheight=629", ""},
	} {
		var got struct {
			URL    string `json:"thumbnail_url" xml:"thumbnail_url"`
			Width  int    `json:"thumbnail_width" xml:"thumbnail_width"`
			Height int    `json:"thumbnail_height" xml:"thumbnail_height"`
		}
		want := got
		if c.want != "" {
			want.URL, want.Width, want.Height = c.want, 1200, 630
		}
		if err := json.Unmarshal(consume(t, c.page, c.more).Body.Bytes(), &got); err != nil || got != want {
			t.Errorf("%s%s: %+v, %v", c.page, c.more, got, err)
		}
		got.URL, got.Width, got.Height = "", 0, 0
		body := consume(t, c.page, c.more+"&format=xml").Body.Bytes()
		if err := xml.Unmarshal(body, &got); err != nil || got != want || strings.Contains(string(body), "thumbnail") != (c.want != "") {
			t.Errorf("%s%s in XML: %+v, %v", c.page, c.more, got, err)
		}
	}
}

func TestOEmbedErrors(t *testing.T) {
	for _, c := range []struct {
		query  string
		status int
	}{
		{"", 400},
		{"url=https://edge.example/t/tides&maxwidth=0", 400},
		{"url=https://edge.example/t/tides&maxheight=tall", 400},
		{"url=https://edge.example/t/tides&format=yaml", 501},
		{"url=", 404},
		{"url=https://elsewhere.example/t/tides", 404},
		{"url=ftp://edge.example/t/tides", 404},
		{"url=https://edge.example/t/nobody", 404},
		{"url=https://edge.example/t/tides/q/nobody", 404},
		{"url=https://edge.example/t/tides/q/", 404},
		{"url=https://edge.example/", 404},
		{"url=%25", 404},
	} {
		if w := get(t, "/oembed?"+c.query, ""); w.Code != c.status || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %d, want %d: %s", c.query, w.Code, c.status, w.Body)
		}
	}
}

func TestFragmentEqualsTheFrame(t *testing.T) {
	s, err := store.Open(fstest.MapFS{"tides.json": {Data: []byte(tides)}})
	if err != nil {
		t.Fatal(err)
	}
	tr, err := s.Transcript(t.Context(), "tides")
	if err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{"", "speaker=a", "topic=sea&turn=c3", "q=both", "speaker=stranger", "lang=de"} {
		values, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		fragment := string(snippets.Fragment(nil, tr, "https://edge.example", values))
		if !strings.Contains(get(t, "/embed/tides?"+query, "").Body.String(), fragment) {
			t.Errorf("%q: the frame's shadow root differs from the fragment that script embeds fetch:\n%s", query, fragment)
		}
		if !strings.Contains(fragment, "Neither &amp; ") || !strings.Contains(fragment, "https://edge.example/t/tides/q/c3") {
			t.Errorf("%q: the fragment lacks words or links:\n%s", query, fragment)
		}
	}
}

func TestLongFragmentIsCut(t *testing.T) {
	tr := &transcript.Transcript{ID: "long", Lang: "en", Turns: make([]transcript.Turn, 1000)}
	for i := range tr.Turns {
		tr.Turns[i] = transcript.Turn{ID: fmt.Sprint("t", i), Kind: transcript.Statement, Text: "Words."}
	}
	fragment := string(snippets.Fragment(nil, tr, "https://edge.example", nil))
	if n := strings.Count(fragment, "<li "); n < render.FirstTurns || n > 2*render.FirstTurns {
		t.Errorf("%d turns, want some %d", n, render.FirstTurns)
	}
	if !strings.Contains(fragment, `<p class="more"><a href="https://edge.example/t/long">`) {
		t.Error("there is no link to the other turns")
	}
}
