package render_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

func conversation() *transcript.Transcript {
	return &transcript.Transcript{
		ID: "tides", Version: 1, Title: "On tides", Summary: "Two people & the sea.", Lang: "en",
		Publisher:     &transcript.Publisher{Name: "Gazette"},
		DatePublished: "2024-05-01",
		Editing:       transcript.EditingCondensed,
		Speakers: []transcript.Speaker{
			{ID: "host", Name: "Host", Kind: transcript.KindHost},
			{ID: "a", Name: "Speaker A", Role: "Pilot", Kind: transcript.KindGuest},
		},
		Turns: []transcript.Turn{
			{ID: "b2", N: 1, Speaker: "host", Kind: transcript.Question, Text: "High or low?"},
			{ID: "c3", N: 2, Speaker: "a", Kind: transcript.Answer, ReplyTo: "b2", Text: "Neither.\nSlack.", Lang: "en-GB"},
		},
	}
}

func quotePage(t *transcript.Transcript, turn int, data string) string {
	l := timeline.Lay(t, &timeline.View{Linked: turn, At: turn})
	return string(render.AppendQuotePage(nil, t, l, render.Options{Base: "https://edge.example"}, turn-1, []byte(data)))
}

func wholePage(t *transcript.Transcript, data string) string {
	l := timeline.Lay(t, &timeline.View{})
	return string(render.AppendPage(nil, t, l, render.Options{Base: "https://edge.example"}, []byte(data)))
}

// withoutWidget removes the markup of the timeline from a page. The timeline has
// separate tests.
func withoutWidget(page string) string {
	return regexp.MustCompile(`(?s)(quote-timeline\.css">\n)<article class="ql".*(</template>)`).ReplaceAllString(page, "$1$2")
}

const wantPage = `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>On tides</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M1 2.5h14m-14 11h14' stroke='%23858b95'/%3E%3Cpath d='M1 8h14' stroke='%231f62c4' stroke-width='5'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/page.css">
<link rel="stylesheet" href="/quote-timeline.css">
<script type="module" async src="/quote-timeline.js"></script>
<link rel="canonical" href="https://edge.example/t/tides">
<link rel="alternate" type="application/json" title="Transcript data" href="https://edge.example/v1/transcripts/tides">
<link rel="alternate" type="application/json+oembed" title="On tides" href="https://edge.example/oembed?url=https%3A%2F%2Fedge.example%2Ft%2Ftides&amp;format=json">
<link rel="alternate" type="text/xml+oembed" title="On tides" href="https://edge.example/oembed?url=https%3A%2F%2Fedge.example%2Ft%2Ftides&amp;format=xml">
<meta name="description" content="Two people &amp; the sea.">
<meta property="og:type" content="article">
<meta property="og:url" content="https://edge.example/t/tides">
<meta property="og:title" content="On tides">
<meta property="og:description" content="Two people &amp; the sea.">
<meta property="og:image" content="https://edge.example/t/tides/card.png">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="On tides">
<meta property="og:site_name" content="Gazette">
<meta property="article:published_time" content="2024-05-01">
<meta name="twitter:card" content="summary_large_image">
</head>
<body>
<header class="site" lang="en"><a href="/">Quoteline</a> <a href="/demo/embed/?id=tides">Embed</a></header>
<main>
<h1 class="vh" dir="auto">On tides</h1>
<quote-timeline src="https://edge.example/v1/transcripts/tides"><template shadowrootmode="open" hidden><link rel="stylesheet" href="/quote-timeline.css">
</template>
<article>
<blockquote cite="https://edge.example/t/tides/q/b2" lang="en" dir="auto"><p><b>Host:</b> High or low?</p></blockquote>
<blockquote cite="https://edge.example/t/tides/q/c3" lang="en-GB" dir="auto"><p><b>Speaker A:</b> Neither.</p>
<p>Slack.</p></blockquote>
<p><a href="https://edge.example/v1/transcripts/tides.html">Read the transcript</a></p>
</article>
</quote-timeline>
</main>
<script type="application/ld+json">{}</script>
</body>
</html>
`

func TestAppendPage(t *testing.T) {
	if got := withoutWidget(wholePage(conversation(), "{}")); got != wantPage {
		t.Errorf("got:\n%s\nwant:\n%s", got, wantPage)
	}
}

const wantCard = `<figure class="quote-card">
<div class="quote-asked"><b><bdi>Host</bdi></b><p dir="auto">High or low?</p></div>
<blockquote cite="https://edge.example/t/tides/q/c3" lang="en-GB"><p dir="auto">Neither.</p><p dir="auto">Slack.</p></blockquote>
<figcaption lang="en" dir="ltr">
<p class="quote-by"><b><bdi>Speaker A</bdi></b>, <bdi>Pilot</bdi></p>
<svg class="quote-line" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 10000 22"><path class="s0 dim" d="M0 3h6000v4h-6000z"/><path class="s1 dim" d="M6000 13h4000v7h-4000z"/><path class="s1" d="M6000 13h4000v7h-4000z"/></svg>
<p class="quote-from">From the interview <a href="https://edge.example/t/tides" lang="en" dir="auto">On tides</a></p>
<p class="quote-place">Turn 2 of 2 / <bdi>Condensed</bdi></p>
</figcaption>
</figure>
`

func TestAppendQuotePage(t *testing.T) {
	got := quotePage(conversation(), 2, "{}")
	for _, want := range []string{
		wantCard,
		"<title>Speaker A, turn 2: On tides</title>\n",
		`<link rel="canonical" href="https://edge.example/t/tides/q/c3">`,
		`<meta property="og:url" content="https://edge.example/t/tides/q/c3">`,
		`<meta property="og:description" content="Speaker A: “Neither. Slack.”">`,
		`<meta property="og:image" content="https://edge.example/t/tides/q/c3/card.png">`,
		`<meta property="og:image:alt" content="Speaker A: “Neither. Slack.”">`,
		`<quote-timeline src="https://edge.example/v1/transcripts/tides" turn="c3">`,
		`aria-current="true"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page of a quote lacks:\n%s", want)
		}
	}
}

func TestQuotePageOfQuestionHasNoOther(t *testing.T) {
	got := quotePage(conversation(), 1, "{}")
	if strings.Contains(got, `class="quote-asked"`) {
		t.Error("a question was shown as asked by another one")
	}
	if !strings.Contains(got, `<p dir="auto">High or low?</p></blockquote>`) {
		t.Error("the question is not the quote of its page")
	}
}

func TestQuoteDescription(t *testing.T) {
	long := strings.Repeat("word ", 80)
	for _, tc := range []struct{ name, text, want string }{
		{"short", "Yes.", "Speaker A: “Yes.”"},
		{"paragraphs on one line", "One.\nTwo.", "Speaker A: “One. Two.”"},
		{"cut between words", long, "Speaker A: “" + strings.TrimSpace(long[:280]) + "…”"},
		{"one word, cut between code points", strings.Repeat("ß", 400), "Speaker A: “" + strings.Repeat("ß", 280) + "…”"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			tr := conversation()
			tr.Turns[1].Text = tc.text
			want := `<meta property="og:description" content="` + tc.want + "\">\n"
			if got := quotePage(tr, 2, "{}"); !strings.Contains(got, want) {
				t.Errorf("want %s", want)
			}
		})
	}
}

func TestPagesKeepHostileWordsInert(t *testing.T) {
	const hostile = `</script><script>alert(1)</script>"onload='x'<!--` + "\u202e"
	tr := conversation()
	tr.Title, tr.Summary, tr.Lang, tr.Note = hostile, hostile, hostile, hostile
	tr.Publisher.Name, tr.DatePublished = hostile, hostile
	tr.Speakers[1].Name, tr.Speakers[1].Role = hostile, hostile
	tr.Turns[0].Text, tr.Turns[1].Text, tr.Turns[1].Lang = hostile, hostile+"\n"+hostile, hostile
	benign := quotePage(conversation(), 2, "{}")
	got := quotePage(tr, 2, "{}")
	tag := regexp.MustCompile(`<[/!a-zA-Z]`)
	if g, w := len(tag.FindAllString(got, -1)), len(tag.FindAllString(benign, -1)); g != w {
		t.Errorf("%d tags with hostile words, %d without", g, w)
	}
	if strings.Contains(got, `"onload=`) {
		t.Error("a quotation mark of the text closed an attribute")
	}
}

func TestDataCannotEndItsElement(t *testing.T) {
	got := wholePage(conversation(), `{"text":"</script><!--"}`)
	_, after, _ := strings.Cut(got, `<script type="application/ld+json">`)
	data, _, _ := strings.Cut(after, "</script>")
	var decoded struct{ Text string }
	if err := json.Unmarshal([]byte(data), &decoded); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	if decoded.Text != "</script><!--" {
		t.Errorf("the data's value changed to %q", decoded.Text)
	}
}

func TestAppendNotice(t *testing.T) {
	got := string(render.AppendNotice(nil, "Not found", "No <such> page."))
	for _, want := range []string{"<title>Not found</title>", "<h1>Not found</h1>", "No &lt;such&gt; page.", "noindex"} {
		if !strings.Contains(got, want) {
			t.Errorf("the notice lacks %s", want)
		}
	}
}
