package render_test

import (
	"strconv"
	"strings"
	"testing"

	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

const (
	wantScript = `<quote-timeline src="https://edge.example/v1/transcripts/tides" speaker="a" theme="dark" lang="cy">
<blockquote cite="https://edge.example/t/tides/q/b2" lang="en" dir="auto"><p><b>Host:</b> High or low?</p></blockquote>
<blockquote cite="https://edge.example/t/tides/q/c3" lang="en-GB" dir="auto"><p><b>Speaker A:</b> Neither.</p>
<p>Slack.</p></blockquote>
<p><i>[turn 3 left out]</i></p>
<p><a href="https://edge.example/t/tides">On tides: full transcript</a></p>
</quote-timeline>
<script type="module" async="" src="https://edge.example/quote-timeline.js"></script>
`
	wantIframe = `<div>
<iframe title="On tides" src="https://edge.example/embed/tides?q=%22high%22%20%26%20low&amp;turn=c3" width="100%" height="900" ` +
		`style="border:0;max-width:100%;width:9999px" loading="lazy" allow="clipboard-write" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>
<p><a href="https://edge.example/t/tides/q/c3">Speaker A: “Neither. Slack.”</a> (On tides)</p>
</div>
<script type="module" async="" src="https://edge.example/host.js"></script>
`
	wantLink     = "<p><a href=\"https://edge.example/t/tides\">On tides: full transcript</a></p>\n"
	wantTurnLink = "<p><a href=\"https://edge.example/t/tides/q/c3\">Speaker A: “Neither. Slack.”</a> (On tides)</p>\n"
	wantQuote    = `<quote-timeline src="https://edge.example/v1/transcripts/tides" turn="c3" only="">
<blockquote cite="https://edge.example/t/tides/q/b2" lang="en" dir="auto"><p><b>Host:</b> High or low?</p></blockquote>
<blockquote cite="https://edge.example/t/tides/q/c3" lang="en-GB" dir="auto"><p><b>Speaker A:</b> Neither.</p>
<p>Slack.</p></blockquote>
<p>Condensed / From the interview <a href="https://edge.example/t/tides/q/c3">On tides</a> / Turn 2 of 3</p>
</quote-timeline>
<script type="module" async="" src="https://edge.example/quote-timeline.js"></script>
`
	wantStatic = `<section class="quoteline" lang="en" dir="auto">
<link rel="stylesheet" href="data:text/css,p%7Bmargin%3A0%7D"/>
<h2>On tides</h2>
<p>Two people &amp; the sea.</p>
<p class="facts" lang="en" dir="ltr"><b>Condensed</b> / 3 turns, 6 words</p>
<svg aria-hidden="true" preserveAspectRatio="none" width="100%" height="40" viewBox="0 0 10000 20"><rect class="s0" x="0" y="2" width="5000" height="5"/><rect class="s1" x="5000" y="12" width="3333" height="5"/><rect class="s0" x="8333" y="2" width="1667" height="5" opacity=".25"/></svg>
<p class="by s0"><b>Host</b> <a href="https://edge.example/t/tides/q/b2">1</a></p>
<div><p>High or low?</p></div>
<p class="by s1"><b>Speaker A</b> <a href="https://edge.example/t/tides/q/c3">2</a></p>
<blockquote lang="en-GB" dir="auto"><p>Neither.</p>
<p>Slack.</p></blockquote>
<p class="facts" lang="en" dir="ltr">[turn 3 left out]</p>
<footer>
<p><a href="https://edge.example/t/tides">On tides: full transcript</a></p>
</footer>
</section>
`
)

func embedded() *transcript.Transcript {
	t := conversation()
	t.Turns = append(t.Turns, transcript.Turn{ID: "d4", N: 3, Speaker: "host", Kind: transcript.Statement, Text: "Quite."})
	return t
}

// The snippet of a long transcript contains only the first turns, and a note on the
// omitted turns. The last turn of the snippet must not be a question whose answer is
// omitted.
func TestSnippetOfALongTranscript(t *testing.T) {
	script := &transcript.Transcript{ID: "long", Turns: make([]transcript.Turn, timeline.DenseAbove+1)}
	for i := range script.Turns {
		script.Turns[i] = transcript.Turn{ID: strconv.Itoa(i), Text: "Words.", Kind: transcript.Statement}
	}
	script.Turns[render.FirstTurns].ReplyTo = script.Turns[render.FirstTurns-1].ID
	got := string(render.AppendScript(nil, script, timeline.Lay(script, &timeline.View{}), render.Options{}, &render.Embed{}))
	if n := strings.Count(got, "Words."); n != render.FirstTurns+1 {
		t.Errorf("%d turns, want %d", n, render.FirstTurns+1)
	}
	if want := "<p><i>[turns 122 to 401 left out]</i></p>\n<p><a href="; !strings.Contains(got, want) {
		t.Errorf("%q is missing at the end of\n%s", want, got[max(0, len(got)-500):])
	}
}

func TestSnippets(t *testing.T) {
	script := embedded()
	o := render.Options{Base: base}
	onlyA := timeline.Lay(script, &timeline.View{Off: []bool{true, false}})
	for _, c := range []struct {
		name, got, want string
	}{
		{"script", string(render.AppendScript(nil, script, onlyA, o, &render.Embed{Speaker: "a", Theme: "dark", Lang: "cy"})), wantScript},
		{"iframe", string(render.AppendIframe(nil, script, o, &render.Embed{Query: `"high" & low`, Turn: "c3", Height: 900})), wantIframe},
		{"link", string(render.AppendLink(nil, script, o, &render.Embed{})), wantLink},
		{"link to a turn", string(render.AppendLink(nil, script, o, &render.Embed{Turn: "c3"})), wantTurnLink},
		{"quote", string(render.AppendQuote(nil, script, o, &render.Embed{Turn: "c3"})), wantQuote},
	} {
		if c.got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, c.got, c.want)
		}
	}
}

func TestStatic(t *testing.T) {
	script := embedded()
	o := render.Options{Base: base}
	onlyA := timeline.Lay(script, &timeline.View{Off: []bool{true, false}})
	got := string(render.AppendStatic(nil, script, onlyA, o, "p{margin:0}"))
	if got != wantStatic {
		t.Errorf("got\n%s\nwant\n%s", got, wantStatic)
	}
	page := string(render.AppendStaticPage(nil, script, onlyA, o, "p{margin:0}"))
	if !strings.HasPrefix(page, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">") || !strings.Contains(page, got) {
		t.Errorf("the document is\n%s", page)
	}
}

// Words that look like markup must be escaped in every snippet.
func TestSnippetsEscape(t *testing.T) {
	const evil = `"'><script>alert(1)</script>&amp;`
	script := embedded()
	script.Title, script.Summary, script.Note = evil, evil, evil
	script.Speakers[1].Name = evil
	script.Turns[1].Text = evil
	o, e := render.Options{Base: base}, &render.Embed{Turn: "c3", Query: evil}
	l := timeline.Lay(script, &timeline.View{})
	for name, markup := range map[string][]byte{
		"script": render.AppendScript(nil, script, l, o, e),
		"iframe": render.AppendIframe(nil, script, o, e),
		"link":   render.AppendLink(nil, script, o, e),
		"quote":  render.AppendQuote(nil, script, o, e),
		"static": render.AppendStaticPage(nil, script, l, o, ""),
		"frame":  render.AppendFramePage(nil, script, l, o, e),
		"notice": render.AppendFrameNotice(nil, evil, evil),
		"oembed": render.AppendOEmbedXML(nil, [][2]string{{"title", evil}}),
	} {
		if strings.Contains(string(markup), "<script>") || strings.Contains(string(markup), `"'>`) {
			t.Errorf("%s holds markup of the transcript:\n%s", name, markup)
		}
	}
}
