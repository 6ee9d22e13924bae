package render_test

import (
	"strings"
	"testing"

	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// row returns the markup of the list item of turn 2, after a reader has followed a link
// to that turn.
func row(t *transcript.Transcript, v timeline.View) string {
	v.Linked = 2
	l := timeline.Lay(t, &v)
	return string(render.AppendRow(nil, t, l, render.Options{}, 1))
}

func between(t *testing.T, s, from, to string) string {
	t.Helper()
	_, s, ok := strings.Cut(s, from)
	s, _, end := strings.Cut(s, to)
	if !ok || !end {
		t.Fatalf("no %s … %s", from, to)
	}
	return from + s + to
}

func TestQuoteStatus(t *testing.T) {
	script := conversation()
	change := &timeline.Change{
		Comparison: transcript.Comparison{
			Then: []transcript.Edit{{Op: transcript.Same, Text: "a "}, {Op: transcript.Delete, Text: "<b>"}},
			Now:  []transcript.Edit{{Op: transcript.Same, Text: "a "}, {Op: transcript.Insert, Text: "c"}},
		},
		Date: "2024-05-02T10:00:00Z", Found: true,
	}
	gone := *change
	gone.Now = nil
	for _, tc := range []struct {
		name string
		view timeline.View
		want string
	}{
		{"removed", timeline.View{Proof: transcript.Removed},
			`<div class="proof"><p>The linked turn was removed. This is the nearest one that is left.</p></div>`},
		{"not yet known", timeline.View{Proof: transcript.Reworded},
			`<div class="proof"><p>The wording has changed since this link was made.</p></div>`},
		{"known", timeline.View{Proof: transcript.Reworded, Change: change},
			`<div class="proof"><p>The wording was changed on <time datetime="2024-05-02T10:00:00Z">May 2, 2024</time>, after this link was made.</p>` +
				`<dl class="versions"><dt>Then</dt><dd dir="auto" lang="en-GB">a <del>&lt;b&gt;</del></dd>` +
				`<dt>Now</dt><dd dir="auto" lang="en-GB">a <ins>c</ins></dd></dl>` +
				`<p class="on"><button type="button" class="link" data-act="relink" data-n="2"><span>Copy the new link</span></button></p></div>`},
		{"taken out", timeline.View{Proof: transcript.Reworded, Change: &gone},
			`<div class="proof"><p>The wording was changed on <time datetime="2024-05-02T10:00:00Z">May 2, 2024</time>, after this link was made.</p>` +
				`<dl class="versions"><dt>Then</dt><dd dir="auto" lang="en-GB">a <del>&lt;b&gt;</del></dd>` +
				`<dt>Now</dt><dd>These words were removed.</dd></dl></div>`},
		{"lost", timeline.View{Proof: transcript.Reworded, Change: &timeline.Change{}},
			`<div class="proof"><p>The wording has changed since this link was made.</p>` +
				`<p>The earlier wording is no longer available.</p></div>`},
	} {
		if got := between(t, row(script, tc.view), `<div class="proof">`, `</div>`); got != tc.want {
			t.Errorf("%s:\n%s\nwant\n%s", tc.name, got, tc.want)
		}
	}
}

func TestCorrections(t *testing.T) {
	script := conversation()
	script.Turns[1].Status = "inaudible"
	script.Corrections = []transcript.Correction{
		{Date: "2024-05-03", Turn: "c3", Note: "Misheard.", Before: "Either or both.", After: "Neither."},
		{Date: "2024-05-04", Turn: "b2", Note: "Of the question."},
	}
	got := row(script, timeline.View{Proof: transcript.Reworded, Change: &timeline.Change{}})
	want := `<aside class="fix" tabindex="-1"><p><b>Correction, <time datetime="2024-05-03">May 3, 2024</time></b> ` +
		`<span lang="en" dir="auto">Misheard.</span></p><dl class="versions"><dt>Then</dt>` +
		`<dd dir="auto" lang="en-GB"><del>Either or both.</del></dd>` +
		`<dt>Now</dt><dd dir="auto" lang="en-GB"><ins>Neither.</ins></dd></dl></aside>`
	if aside := between(t, got, `<aside`, `</aside>`); aside != want {
		t.Errorf("correction:\n%s\nwant\n%s", aside, want)
	}
	for _, part := range []string{
		`<span class="status">Partly inaudible</span>`,
		`data-act="correction" data-n="2"><span>See the correction</span>`,
	} {
		if !strings.Contains(got, part) {
			t.Errorf("no %s in\n%s", part, got)
		}
	}
	if strings.Contains(got, "Of the question.") {
		t.Error("a correction appears at another turn")
	}
	script.Turns[1].Status = string(script.Editing)
	if got := row(script, timeline.View{}); strings.Contains(got, `class="status"`) {
		t.Errorf("the status of all turns is repeated at one turn:\n%s", got)
	}
}

// TestTheDateOfTheInterviewIsShown checks that readers see on which day the interview was
// recorded.
func TestTheDateOfTheInterviewIsShown(t *testing.T) {
	script := conversation()
	script.RecordedAt = "2023-11-29"
	l := timeline.Lay(script, &timeline.View{})
	const want = `<time datetime="2023-11-29">November 29, 2023</time>`
	for name, markup := range map[string][]byte{
		"widget": render.AppendWidget(nil, script, l, render.Options{}),
		"static": render.AppendStatic(nil, script, l, render.Options{}, ""),
	} {
		if !strings.Contains(string(markup), want) {
			t.Errorf("%s: no %s in\n%s", name, want, markup)
		}
	}
}

// TestTheLastCorrectionIsAnnounced checks that the widget, a static page and a quotation
// each show the date of the last correction. The date is a link to the corrected turn.
// It is also shown if the correction has no note.
func TestTheLastCorrectionIsAnnounced(t *testing.T) {
	script := conversation()
	all := func() map[string]string {
		l, o := timeline.Lay(script, &timeline.View{}), render.Options{Base: "https://edge.example"}
		return map[string]string{
			"widget": string(render.AppendWidget(nil, script, l, o)),
			"static": string(render.AppendStatic(nil, script, l, o, "")),
			"quote":  string(render.AppendQuote(nil, script, o, &render.Embed{Turn: script.Turns[0].ID})),
		}
	}
	for name, markup := range all() {
		if strings.Contains(markup, "Correction") {
			t.Errorf("%s: nothing was corrected, but got\n%s", name, markup)
		}
	}
	script.Corrections = []transcript.Correction{
		{Date: "2024-05-03", Turn: "c3", Note: "Misheard."},
		{Date: "2024-05-04T10:00:00Z", Turn: "b2", Before: "Once.", After: "Twice."},
	}
	const want = `/q/b2">Correction, <time datetime="2024-05-04T10:00:00Z">May 4, 2024</time></a>`
	for name, markup := range all() {
		if strings.Count(markup, want) != 1 {
			t.Errorf("%s: no %s in\n%s", name, want, markup)
		}
	}
}

func TestMenu(t *testing.T) {
	for _, tc := range []struct {
		menu render.Menu
		want string
	}{
		{render.Menu{First: 3, Last: 3}, "Turn 4"},
		{render.Menu{First: 3, Last: 3, Part: true}, "Selected words, turn 4"},
		{render.Menu{First: 3, Last: 1200, Part: true}, "Excerpt, turns 4 to 1,201"},
	} {
		got := string(render.AppendMenu(nil, render.Options{}, tc.menu))
		if !strings.HasPrefix(got, `<p class="what" id="what">`+tc.want+`</p>`) || strings.Contains(got, "share") {
			t.Errorf("%+v: %s", tc.menu, got)
		}
	}
	if got := string(render.AppendMenu(nil, render.Options{}, render.Menu{Share: true})); strings.Count(got, `role="menuitem"`) != 10 {
		t.Errorf("the ways: %s", got)
	}
	if got := string(render.AppendByHand(nil, render.Options{}, "\n</textarea><b>")); !strings.Contains(got, ">\n\n&lt;/textarea&gt;&lt;b&gt;</textarea>") {
		t.Errorf("by hand: %s", got)
	}
}
