package transcript

import (
	"slices"
	"strings"
	"testing"
)

func TestCheckText(t *testing.T) {
	v := interview(4)
	if faults := v.CheckText(); len(faults) > 0 {
		t.Error(faults)
	}
	v.Turns[0].Text = strings.Repeat("a", MaxTurnText)
	v.Turns[1].Text = strings.Repeat("a", MaxTurnText+1)
	v.Turns[2].Text = "\u200b"
	v.Turns[3].Text = "\u200b a\u202e"
	v.Title, v.Speakers[1].Name, v.Topics[0].Label = "\u202e", "\u00ad\u2060", "\u3164 \U000e0041"
	v.Corrections[0].Note = "\u200d\ufe0f\n\ufeff"
	want := []string{"/turns/1/text", "/title", "/speakers/1/name", "/topics/0/label", "/turns/2/text", "/corrections/0/note"}
	if got := pointers(v.CheckText()); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestCheckClockLimitsTimes(t *testing.T) {
	v := interview(3)
	v.Turns[2].Start, v.Turns[2].End = At(MaxTime), At(MaxTime)
	v.Media.Duration = MaxTime
	if faults := v.CheckClock(); len(faults) > 0 {
		t.Error(faults)
	}
	v.Turns[1].End, v.Turns[2].Start, v.Turns[2].End = Offset{}, At(MaxTime+1), At(1<<62)
	v.Media.Duration = MaxTime + 1
	want := []string{"/media/duration", "/turns/2/start", "/turns/2/end"}
	if got := pointers(v.CheckClock()); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
