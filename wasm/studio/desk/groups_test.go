package desk

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"quoteline/shared/edit"
	"quoteline/shared/ingest"
)

// TestRemarksAreGroupedByKind checks that all remarks (entries of the import report) of
// one kind are in one group. Groups that an editor should check must come before groups
// that need no action.
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

// TestLinesNotUnderstoodComeFirst checks that the first group has the lines that the
// importer did not understand. The report lists only some of these lines, and the group
// must count all of them.
func TestLinesNotUnderstoodComeFirst(t *testing.T) {
	src := "WEBVTT\n\n00:01.000 --> 00:02.000\nYes.\n\n" + strings.Repeat("nonsense\n\n", 1500)
	v := open(t, src).View()
	if g := v.Groups[0]; g.Kind != string(ingest.RemarkUnknown) || g.Count != 1500 || len(v.Unread) != maxListed {
		t.Errorf("got %q with %d of them, %d listed", g.Kind, g.Count, len(v.Unread))
	}
}

// TestTheEditorChoosesTheEncoding reads a Russian text in the encoding Windows-1251. The
// page must offer the encodings, before and after the editor chooses one. The log of the
// editing steps must have the chosen encoding.
func TestTheEditorChoosesTheEncoding(t *testing.T) {
	const guest = "\xce\xeb\xe5\xe3" // Олег
	src := []byte("Anna: \xca\xf2\xee?\n" + guest + ": \xdf.\nAnna: \xcd\xf3?\n" + guest + ": \xc4\xe0.\n")
	if v, err := Open(src, "", edit.Log{}, nil); err == nil && len(v.View().Encodings) == 0 {
		t.Errorf("the encoding is not asked for: read as %s", v.View().Encoding)
	} else if err != nil && len(FailureOf(err).Encodings) == 0 {
		t.Error("the refusal has no encodings: ", err)
	}
	d, err := Open(src, "", edit.Log{Encoding: "windows-1251"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if v := d.View(); v.EncodingNamed != "windows-1251" || len(v.Encodings) < 5 || v.Speakers[1].Name != "Олег" {
		t.Errorf("got %q, speakers %+v", v.EncodingNamed, v.Speakers)
	}
	if log, err := d.Log(); err != nil || !strings.Contains(string(log), `"encoding":"windows-1251"`) {
		t.Errorf("the log is %s, %v", log, err)
	}
	if _, err = Open(src, "", edit.Log{Encoding: "nonsense"}, nil); err == nil {
		t.Error("an unknown encoding is accepted")
	}
	if f := FailureOf(errors.New("x")); len(f.Encodings) > 0 {
		t.Errorf("got %+v", f)
	}
}

// TestTheEditorRepairsCharacters checks characters whose encoding was changed twice, such
// as "â€™" for "’". The characters must be repaired only if the editor chooses that.
// Afterwards the editor must still be able to choose another encoding.
func TestTheEditorRepairsCharacters(t *testing.T) {
	const src = "Ada: Itâ€™s late.\nBen: No."
	d := open(t, src)
	v := d.View()
	if v.Repair.Encoding != "utf-8-twice" || v.Repair.Why == "" || v.Encodings[0] != v.Repair.Encoding || v.Checks != 1 {
		t.Fatalf("got %+v, %d checks", v.Repair, v.Checks)
	}
	if row, _ := d.Turn(d.current.Turns[0].ID); row.Text != "Itâ€™s late." {
		t.Errorf("got %q without a choice", row.Text)
	}
	d, err := Open([]byte(src), "", edit.Log{Encoding: v.Repair.Encoding}, nil)
	if err != nil {
		t.Fatal(err)
	}
	v = d.View()
	if row, _ := d.Turn(d.current.Turns[0].ID); row.Text != "It’s late." || v.Repair.Encoding != "" || v.EncodingNamed != "utf-8-twice" || len(v.Encodings) == 0 {
		t.Errorf("got %q, %+v", row.Text, v.Repair)
	}
}

// TestTurnsWithoutASpeakerAreNamedInTheReport checks the remark (an entry of the import
// report) about a turn without a speaker. It must have the id of the turn. It must lose
// the id when the editor gives the turn a speaker, or makes the turn a note.
func TestTurnsWithoutASpeakerAreNamedInTheReport(t *testing.T) {
	segments := `{"segments":[`
	for i, name := range []string{"Ada", "Ben", "Ada", "", "Ben", "", "Ada", "Ben"} {
		at := strconv.Itoa(i + 10)
		words := "These are words, number " + at + "."
		segments += `{"start":` + at + `,"end":` + at + `.9,"text":"` + words + `"`
		if name != "" {
			segments += `,"speaker":"` + name + `"`
		}
		segments += "},"
	}
	src := strings.TrimSuffix(segments, ",") + "]}"
	d := open(t, src)
	for _, want := range []int{3, 5} {
		turn := d.current.Turns[want]
		if p := unnamed(d); len(p) == 0 || p[0].Turn != turn.ID || p[0].N != want+1 {
			t.Fatalf("turn %d: got %+v in\n%s", want+1, p, src)
		}
		step := edit.Step{Kind: edit.KindAssign, Turn: turn.ID, Speaker: "ada"}
		if want == 5 {
			step = edit.Step{Kind: edit.KindPart, Turn: turn.ID, Value: "note"}
		}
		if err := d.Do(step); err != nil {
			t.Fatal(err)
		}
	}
	if p := unnamed(d); len(p) > 0 {
		t.Errorf("got %+v when all turns have speakers", p)
	}
}

// unnamed returns the remarks (entries of the import report) about turns without a
// speaker. They are in the page's state.
func unnamed(d *Desk) []Place {
	var places []Place
	for _, g := range d.View().Groups {
		for _, p := range g.Places {
			if p.Turn != "" {
				places = append(places, p)
			}
		}
	}
	return places
}
