package render_test

import (
	"strings"
	"testing"

	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// A long turn has a bar (segment) in every stretch of the timeline that it overlaps,
// even if a shorter turn is spoken at the same time.
func TestPlotOfTurnsAtOnce(t *testing.T) {
	script := &transcript.Transcript{
		ID:       "at-once",
		Timing:   transcript.TimingTurn,
		Speakers: []transcript.Speaker{{ID: "a", Name: "Speaker A"}, {ID: "b", Name: "Speaker B"}},
		Turns: []transcript.Turn{
			{ID: "t1", Speaker: "a", Text: "so", Start: transcript.At(0), End: transcript.At(80_000)},
			{ID: "t2", Speaker: "b", Text: "yes", Start: transcript.At(20_000), End: transcript.At(50_000)},
			{ID: "t3", Speaker: "b", Text: "why", Start: transcript.At(90_000), End: transcript.At(100_000)},
		},
	}
	for _, tc := range []struct {
		from, to int
		want     string
	}{
		{0, 10, "1 2 3"},
		{3, 4, "1 2"},
		{4, 10, "1 2 3"},
		{6, 8, "1"},
		{6, 10, "1 3"},
	} {
		window := timeline.Window{From: tc.from * timeline.Length / 10, To: tc.to * timeline.Length / 10}
		l := timeline.Lay(script, &timeline.View{Window: window})
		plot := string(render.AppendPlot(nil, script, l, render.Options{}))
		var shown []string
		for segment := range strings.SplitSeq(plot, `<a class="seg`) {
			if _, n, ok := strings.Cut(segment, `data-n="`); ok {
				shown = append(shown, n[:strings.IndexByte(n, '"')])
			}
		}
		if got := strings.Join(shown, " "); got != tc.want {
			t.Errorf("tenths %d to %d: segments of turns %s, want %s", tc.from, tc.to, got, tc.want)
		}
		if strings.Count(plot, `tabindex="0"`) != 1 {
			t.Errorf("tenths %d to %d: the line is not one stop", tc.from, tc.to)
		}
	}
}
