package timeline_test

import (
	"testing"

	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

func TestSpokenAt(t *testing.T) {
	at := transcript.At
	script := &transcript.Transcript{Turns: []transcript.Turn{
		{Start: at(-500), End: at(1000)},
		{Start: at(1000)},
		{}, // no time
		{Start: at(3000), End: at(9000)},
		{Start: at(4000), End: at(5000)}, // overlaps the previous turn
		{Start: at(12_000)},
	}}
	for ms, want := range map[int64]int{
		-501: 0, -500: 1, 999: 1, 1000: 2, 2999: 2, 3000: 4, 4000: 5, 5000: 4, 9000: 0, 11_999: 0, 12_000: 6, 1 << 40: 6,
	} {
		if got := timeline.SpokenAt(script, ms); got != want {
			t.Errorf("at %d ms: turn %d, want %d", ms, got, want)
		}
	}
	if got := timeline.SpokenAt(&transcript.Transcript{}, 0); got != 0 {
		t.Errorf("nothing is spoken, not turn %d", got)
	}
}
