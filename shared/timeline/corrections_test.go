package timeline

import (
	"slices"
	"testing"

	"quoteline/shared/transcript"
)

// Only the corrections of the given turn are found, in the order in which the transcript
// lists them.
func TestCorrectionsOfATurn(t *testing.T) {
	tr := &transcript.Transcript{Turns: []transcript.Turn{{ID: "a", Text: "x"}, {ID: "b", Text: "y"}, {ID: "c", Text: "z"}}}
	if l := Lay(tr, &View{}); l.Correction("a") != -1 {
		t.Error("a transcript without corrections has one")
	}
	tr.Corrections = []transcript.Correction{{Turn: "b"}, {Turn: "a"}, {Turn: "b"}, {Turn: "gone"}, {Turn: "b"}}
	l := Lay(tr, &View{})
	for id, want := range map[string][]int{"a": {1}, "b": {0, 2, 4}, "c": nil} {
		var got []int
		for k := l.Correction(id); k >= 0; k = l.NextCorrection(k) {
			got = append(got, k)
		}
		if !slices.Equal(got, want) {
			t.Errorf("corrections of %s: %v, want %v", id, got, want)
		}
	}
}
