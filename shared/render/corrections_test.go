package render_test

import (
	"strings"
	"testing"

	"quoteline/shared/transcript"
)

func TestCorrections(t *testing.T) {
	talk := conversation()
	talk.Corrections = []transcript.Correction{
		{Date: "2024-05-02", Turn: "c3", Note: "He said <slack> & not still.", Before: "Neither.\nStill.", After: "Neither.\nSlack."},
		{Date: "2024-05-03T10:00:00Z", Turn: "gone", Note: "Left out."},
	}
	const want = `<section class="corrections" lang="en" dir="ltr" aria-labelledby="corrections">
<h2 id="corrections">Corrections</h2>
<ul>
<li><p class="correction-of"><time datetime="2024-05-02">May 2, 2024</time> <a href="https://edge.example/t/tides/q/c3">Turn 2</a></p>
<div lang="en" dir="auto"><p>He said &lt;slack&gt; &amp; not still.</p><p class="reworded">Neither.
<del>Still.</del><ins>Slack.</ins></p></div></li>
<li><p class="correction-of"><time datetime="2024-05-03T10:00:00Z">May 3, 2024</time></p>
<div lang="en" dir="auto"><p>Left out.</p></div></li>
</ul>
</section>
</main>`
	if page := wholePage(talk, "{}"); !strings.Contains(page, want) {
		t.Errorf("the page has not\n%s\nbut\n%s", want, page[strings.Index(page, "</quote-timeline>"):])
	}
	if strings.Contains(quotePage(talk, 2, "{}"), "corrections") || strings.Contains(wholePage(conversation(), "{}"), "corrections") {
		t.Error("corrections where there are none to tell")
	}
}
