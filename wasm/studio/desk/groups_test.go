package desk

import (
	"strconv"
	"strings"
	"testing"

	"quoteline/shared/ingest"
)

// TestRemarksAreGroupedByKind checks that all remarks of a kind are counted in one group, and
// that what an editor should check comes before what needs no action.
func TestRemarksAreGroupedByKind(t *testing.T) {
	var src strings.Builder
	for i := range 300 {
		src.WriteString("Host: Was it you, number " + strconv.Itoa(i) + "?\nGuest: It was me, Host: and two friends.\n\nAnd others.\n\n")
	}
	v := open(t, src.String()).View()
	if len(v.Groups) < 2 {
		t.Fatalf("got %+v", v.Groups)
	}
	checks, infos, last := 0, 0, ingest.LevelCheck
	for _, g := range v.Groups {
		if g.Level == ingest.LevelCheck && last == ingest.LevelInfo {
			t.Errorf("the check %q comes after an info", g.Kind)
		}
		last = g.Level
		if g.Level == ingest.LevelCheck {
			checks += g.Count
		} else {
			infos += g.Count
		}
		if len(g.Places) != min(g.Count, maxListed) {
			t.Errorf("%q has %d places of %d", g.Kind, len(g.Places), g.Count)
		}
	}
	if checks != 300 || checks != v.Checks || infos != v.Infos || infos < 300 {
		t.Errorf("the groups have %d checks and %d infos, the view %d and %d", checks, infos, v.Checks, v.Infos)
	}
	if p := v.Groups[0].Places[1]; p.N != 4 || p.Line != 7 || p.Text != "Host:" {
		t.Errorf("the second place is %+v", p)
	}
}

// TestLinesNotUnderstoodComeFirst checks the order of the groups, and that remarks are counted
// that the report does not list.
func TestLinesNotUnderstoodComeFirst(t *testing.T) {
	src := "WEBVTT\n\n00:01.000 --> 00:02.000\nYes.\n\n" + strings.Repeat("nonsense\n\n", 1500)
	v := open(t, src).View()
	if g := v.Groups[0]; g.Kind != string(ingest.RemarkUnknown) || g.Count != 1500 || len(v.Unread) != maxListed {
		t.Errorf("got %q with %d of them, %d listed", g.Kind, g.Count, len(v.Unread))
	}
}
