package desk

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"quoteline/shared/edit"
	"quoteline/shared/ingest"
	"quoteline/shared/transcript"
)

const source = `Host: Who built the arch?
Guest: My grandfather did, Host: and two friends. He had a cart.

HOST: Did it ever fall?
Guest: Once, in a storm.
`

func open(t *testing.T, src string) *Desk {
	t.Helper()
	d, err := Open([]byte(src), "", edit.Log{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func do(t *testing.T, d *Desk, s edit.Step) {
	t.Helper()
	if err := d.Do(s); err != nil {
		t.Fatal(err)
	}
}

// text writes each row as a line of text: "line:column turn" and then the parts of the row.
// A part that is not plain text is in angle brackets with its kind, as in "<label Host:>".
func text(rows []SourceRow) string {
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(strconv.Itoa(r.Line) + ":" + strconv.Itoa(r.Column) + " " + strconv.Itoa(r.N))
		for _, p := range r.Parts {
			switch p.Kind {
			case "", "text":
				b.WriteString(" " + strings.TrimSpace(p.Text))
			default:
				b.WriteString(" <" + p.Kind + " " + p.Text + ">")
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestSourceRows(t *testing.T) {
	got := text(open(t, source).SourceRows(0, 100))
	want := `1:1 1 <label Host:>  Who built the arch?
2:1 2 <label Guest:>  My grandfather did, <suspicious Host:> and two friends. He had a cart.
4:1 3 <label HOST:>  Did it ever fall?
5:1 4 <label Guest:>  Once, in a storm.
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestSourceRowsDivideASharedLine(t *testing.T) {
	d := open(t, "Host: Who?>> Guest: Me.> > Host: Why? >> And how?\n")
	want := "1:1 1 <label Host:>  Who?\n1:11 2 <separator >>>  <label Guest:>  Me.\n" +
		"1:24 3 <separator > >>  <label Host:>  Why?\n1:39 3 <separator >>>  And how?\n"
	if got := text(d.SourceRows(0, 9)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestRowsLoseNothing checks that the rows together contain every character of the source
// except white space. It also checks that each piece (the text of one row) has a limited
// length, even if the source is one endless line.
func TestRowsLoseNothing(t *testing.T) {
	endless := "A: " + strings.Repeat("é no end ", 5000) + strings.Repeat("x", 9000) + ">> B: Yes. >> A: No.\r\nB: Ah.\rA: Oh."
	for name, src := range map[string]string{"short": source, "endless": endless, "captions": "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>Yes.\n"} {
		d := open(t, src)
		all := ""
		for _, row := range d.SourceRows(0, 1<<20) {
			length := 0
			for _, p := range row.Parts {
				all += p.Text
				length += len(p.Text)
			}
			if length > 2*maxPiece {
				t.Errorf("%s: a row has %d bytes", name, length)
			}
		}
		if got, want := strings.Join(strings.Fields(all), ""), strings.Join(strings.Fields(src), ""); got != want {
			t.Errorf("%s: %d bytes of %d are in the rows", name, len(got), len(want))
		}
	}
}

// TestRowsKeepTheirIDs checks that a row keeps its id when other rows change. With the id,
// the page finds the row that the editor is working on.
func TestRowsKeepTheirIDs(t *testing.T) {
	ids := func(d *Desk) (list []int) {
		for _, row := range d.SourceRows(0, 100) {
			list = append(list, row.ID)
		}
		return list
	}
	d := open(t, source)
	before := ids(d)
	for _, tt := range []struct {
		step edit.Step
		want []int // positions of the rows before the step, -1 for a new row
	}{
		{edit.Step{Kind: edit.KindSource, Line: 2, Column: 8, Before: "My grandfather", Value: "Ofetn"}, []int{0, 1, 2, 3}},
		{edit.Step{Kind: edit.KindSource, Line: 2, Column: 8, Before: "My", Value: "My\nGuest: No.\nHost: My"}, []int{0, 1, -1, -1, 2, 3}},
		{edit.Step{Kind: edit.KindSource, Line: 2, Column: 1, Before: strings.Split(source, "\n")[1], Value: ""}, []int{0, 2, 3}},
		{d.SourceRows(1, 2)[0].Remarks[0].Choices[1].Step, []int{0, 1, -1, 2, 3}},
	} {
		do(t, d, tt.step)
		got := ids(d)
		for i := range got {
			if at := slices.Index(before, got[i]); i >= len(tt.want) || at != tt.want[i] {
				t.Fatalf("after %+v the ids are %v, before %v", tt.step, got, before)
			}
		}
		if err := d.Undo(); err != nil || len(ids(d)) != 4 {
			t.Fatal(ids(d), err)
		}
		before = ids(d)
	}
}

func TestChoices(t *testing.T) {
	d := open(t, source)
	remark := d.SourceRows(1, 2)[0].Remarks[0]
	if remark.Level != ingest.LevelCheck || len(remark.Choices) != 2 || !remark.Choices[0].Chosen || remark.Choices[1].Chosen {
		t.Fatalf("the remark is %+v", remark)
	}
	do(t, d, remark.Choices[1].Step)
	if n := d.View().Turns; n != 5 {
		t.Errorf("there are %d turns", n)
	}
	choices := d.SourceRows(1, 2)[0].Remarks
	for _, r := range d.SourceRows(0, 9) {
		for _, m := range r.Remarks {
			if m.Name == remark.Name {
				choices = []Remark{m}
			}
		}
	}
	if c := choices[0].Choices; c[0].Chosen || !c[1].Chosen || c[0].Label != remark.Choices[0].Label {
		t.Errorf("the choices keep their order, got %+v", c)
	}
	do(t, d, choices[0].Choices[0].Step)
	if d.View().Turns != 4 {
		t.Error("the choice is undone")
	}
	do(t, d, *remark.Remove)
	if got := d.TurnRows(1, 2)[0].Text; got != "My grandfather did, and two friends. He had a cart." {
		t.Errorf("the label is removed: %q", got)
	}
}

// TestChoicesFollowTheirWords checks that an editor's choice of how to read some words still
// applies after edits of the text before these words. If an edit changes these words
// themselves, the choice is listed as a misfit (a step that cannot be applied).
func TestChoicesFollowTheirWords(t *testing.T) {
	d := open(t, source)
	do(t, d, d.SourceRows(1, 2)[0].Remarks[0].Choices[1].Step)
	for _, s := range []edit.Step{
		{Kind: edit.KindSource, Line: 2, Column: 8, Before: "My grandfather did,", Value: "My great-grandfather did,"},
		{Kind: edit.KindSource, Line: 1, Column: 1, Before: "Host: Who", Value: "On arches\n\nHost: Who, then,"},
		{Kind: edit.KindSource, Line: 4, Column: 34, Before: "Host: and two friends. He", Value: "Host: and 3 friends. He"},
	} {
		do(t, d, s)
		if v := d.View(); v.Turns != 5 || len(v.Misfits) > 0 {
			t.Fatalf("after %+v: %d turns, %v", s, v.Turns, v.Misfits)
		}
	}
	do(t, d, edit.Step{Kind: edit.KindSource, Line: 4, Column: 34, Before: "Host:", Value: "the host"})
	if v := d.View(); v.Turns != 4 || len(v.Misfits) != 1 || !strings.HasPrefix(v.Misfits[0], "Choice: ") {
		t.Errorf("the words of the choice are gone: %d turns, %v", v.Turns, v.Misfits)
	}
	if err := d.Undo(); err != nil || d.View().Turns != 5 {
		t.Error("it comes back with them")
	}
}

// TestAChoiceThatDecidesNothingIsNamed removes a speaker's label ("HOST:") after the editor
// has chosen how to read it. The test checks that the choice is then listed as a misfit (a
// step that cannot be applied).
func TestAChoiceThatDecidesNothingIsNamed(t *testing.T) {
	d := open(t, source)
	do(t, d, d.View().Speakers[0].Merges[0].Step)
	do(t, d, edit.Step{Kind: edit.KindSource, Line: 4, Column: 1, Before: "HOST:", Value: "Host:"})
	if v := d.View(); len(v.Misfits) != 1 || !strings.HasPrefix(v.Misfits[0], "Choice: ") {
		t.Errorf("got %v", v.Misfits)
	}
}

func TestSpeakersAndTheirMerges(t *testing.T) {
	d := open(t, source)
	host := d.View().Speakers[0]
	if host.Turns != 2 || len(host.Labels) != 2 || len(host.Merges) != 1 || !host.Merges[0].Made {
		t.Fatalf("the host is %+v", host)
	}
	do(t, d, host.Merges[0].Step)
	if n := len(d.View().Speakers); n != 3 {
		t.Errorf("split, there are %d speakers", n)
	}
	do(t, d, edit.Step{Kind: edit.KindMerge, Speaker: "guest", Into: "host"})
	merges := d.View().Speakers[0].Merges
	mine := merges[len(merges)-1]
	if !mine.Made || mine.Label != "Guest" || mine.Turns != 2 {
		t.Fatalf("the merge is %+v", mine)
	}
	do(t, d, mine.Step)
	if n := len(d.View().Speakers); n != 3 {
		t.Errorf("after the merge is undone, there are %d speakers", n)
	}
}

// TestAStepThatDoesNotFitChangesNothing checks that the log of editing steps does not
// keep a step that does not fit the source. Steps that the editor undid earlier can still
// be redone.
func TestAStepThatDoesNotFitChangesNothing(t *testing.T) {
	d := open(t, source)
	do(t, d, edit.Step{Kind: edit.KindMeta, Field: "title", Value: "One"})
	do(t, d, edit.Step{Kind: edit.KindMeta, Field: "title", Value: "Two"})
	if err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	before := d.View()
	for _, s := range []edit.Step{
		{Kind: edit.KindWords, Turn: "gone", Value: "x"},
		{Kind: edit.KindSource, Line: 1, Column: 1, Before: "Host: Who built the arch?\nGuest", Value: "\x00"},
	} {
		if d.Do(s) == nil {
			t.Errorf("%+v fits", s)
		}
	}
	if after := d.View(); !reflect.DeepEqual(after, before) {
		t.Errorf("got %+v, want %+v", after, before)
	}
	if err := d.Redo(); err != nil || d.View().Fields["title"] != "Two" {
		t.Error("it cannot be done again")
	}
}

func TestTheLogIsPlayedAgain(t *testing.T) {
	d := open(t, source)
	do(t, d, edit.Step{Kind: edit.KindMeta, Field: "title", Value: "Arches"})
	do(t, d, edit.Step{Kind: edit.KindWords, Turn: d.TurnRows(3, 4)[0].ID, Value: "Twice."})
	kept, err := d.Log()
	if err != nil {
		t.Fatal(err)
	}
	var log edit.Log
	if err := json.Unmarshal(kept, &log); err != nil {
		t.Fatal(err)
	}
	again, err := Open([]byte(source), "", log, nil)
	if err != nil || !reflect.DeepEqual(again.View(), d.View()) || again.TurnRows(3, 4)[0].Text != "Twice." {
		t.Errorf("got %+v, %v", again.View(), err)
	}
}

func TestPublication(t *testing.T) {
	d := open(t, source)
	for field, value := range map[string]string{"id": "arches", "title": "On arches", "lang": "en", "editing": "verbatim"} {
		do(t, d, edit.Step{Kind: edit.KindMeta, Field: field, Value: value})
	}
	first, err := d.Publication(nil, "", "")
	if err != nil {
		t.Fatal(err)
	}
	turn := d.TurnRows(3, 4)[0].ID
	do(t, d, edit.Step{Kind: edit.KindWords, Turn: turn, Value: "Twice, in a storm."})
	second, err := d.Publication(first, "2024-02-03", "It was twice.")
	if err != nil {
		t.Fatal(err)
	}
	published, err := transcript.Parse(second)
	if err != nil {
		t.Fatal(err)
	}
	want := []transcript.Correction{{Date: "2024-02-03", Turn: turn, Note: "It was twice.", Before: "Once, in a storm.", After: "Twice, in a storm."}}
	if !reflect.DeepEqual(published.Corrections, want) || len(published.Validate()) > 0 {
		t.Errorf("got %+v, %v", published.Corrections, published.Validate())
	}
	silent, err := d.Publication(first, "2024-02-03", "")
	if err != nil {
		t.Fatal(err)
	}
	if published, err = transcript.Parse(silent); err != nil {
		t.Fatal(err)
	}
	without := want[0]
	without.Note = ""
	if !reflect.DeepEqual(published.Corrections, []transcript.Correction{without}) || len(published.Validate()) > 0 {
		t.Errorf("without a note, got %+v, %v", published.Corrections, published.Validate())
	}
	published.Corrections = want
	theirs := *published
	theirs.Corrections = append(theirs.Corrections, transcript.Correction{Date: "2024-02-04", Turn: "gone", Note: "Theirs."})
	theirs.Turns = append([]transcript.Turn{}, theirs.Turns...)
	theirs.Turns[3].Text = "Thrice, in a storm."
	newest, err := json.Marshal(&theirs)
	if err != nil {
		t.Fatal(err)
	}
	third, err := d.Publication(newest, "2024-02-05", "It was not thrice.")
	if err != nil {
		t.Fatal(err)
	}
	if published, err = transcript.Parse(third); err != nil {
		t.Fatal(err)
	}
	want = append(theirs.Corrections, transcript.Correction{
		Date: "2024-02-05", Turn: turn, Note: "It was not thrice.", Before: "Thrice, in a storm.", After: "Twice, in a storm.",
	})
	if !reflect.DeepEqual(published.Corrections, want) {
		t.Errorf("over another version, got %+v", published.Corrections)
	}
	if s := d.Snippets("https://edge.example"); !strings.Contains(s.Script, "Twice, in a storm.") ||
		!strings.Contains(s.Frame, "<iframe") || !strings.Contains(s.Link, "https://edge.example/t/arches") {
		t.Errorf("got %+v", s)
	}
}

func TestWhatIsNotUnderstoodWaits(t *testing.T) {
	d := open(t, "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>Yes.\n\nnonsense\n\n00:04.000 --> 00:05.000\n<v B>No.\n")
	v := d.View()
	if v.UnreadCount != 1 || v.Unread[0].Line != 6 {
		t.Fatalf("got %+v", v.Unread)
	}
	do(t, d, edit.Step{Kind: edit.KindLeaveOut, Line: 6, Column: 1})
	if v = d.View(); v.UnreadCount != 0 || v.LeftOut != 1 {
		t.Errorf("got %d, left out %d", v.UnreadCount, v.LeftOut)
	}
	do(t, d, edit.Step{Kind: edit.KindSource, Line: 4, Column: 1, Before: "<v A>Yes.", Value: "<v A>Yes.\n\nNOTE here\n"})
	if v = d.View(); v.UnreadCount != 0 || v.LeftOut != 1 {
		t.Errorf("with lines before it: %d, left out %d", v.UnreadCount, v.LeftOut)
	}
	do(t, d, edit.Step{Kind: edit.KindSource, Line: 9, Column: 1, Before: "nonsense", Value: "rubbish"})
	if v = d.View(); v.UnreadCount != 1 || len(v.Misfits) != 1 {
		t.Errorf("with other words: %d, %v", v.UnreadCount, v.Misfits)
	}
}

func TestSession(t *testing.T) {
	s := &Session{}
	if _, err := s.Call("undo", []byte(`{}`), nil); !errors.Is(err, errNothingOpen) {
		t.Errorf("without a source the error is %v", err)
	}
	call := func(name, question string, body []byte, answer any) {
		t.Helper()
		b, err := s.Call(name, []byte(question), body)
		if err != nil {
			t.Fatal(name, err)
		}
		if err := json.Unmarshal(b, answer); err != nil {
			t.Fatal(name, err)
		}
	}
	var v View
	call("open", `{}`, []byte(source), &v)
	_, err := s.Call("open", []byte(`{}`), []byte("{\"a\":\n["))
	if f := FailureOf(err); f.Line != 2 || f.Reason == "" || f.Advice == "" {
		t.Errorf("a cut source fails with %+v", f)
	}
	call("do", `{"step":{"kind":"meta","field":"title","value":"A"}}`, nil, &v)
	if v.Turns != 4 || v.Fields["title"] != "A" || v.Undo == "" {
		t.Errorf("got %+v", v)
	}
	var rows []TurnRow
	call("rows", `{"pane":"turns","from":3,"to":99}`, nil, &rows)
	if len(rows) != 1 || rows[0].N != 4 || rows[0].Text != "Once, in a storm." {
		t.Errorf("got %+v", rows)
	}
	var part transcript.Transcript
	call("preview", `{"from":1,"to":3}`, nil, &part)
	if len(part.Turns) != 2 || part.Turns[0].N != 2 {
		t.Errorf("got %+v", part.Turns)
	}
}

func BenchmarkOpen(b *testing.B) {
	exchange := "Speaker A: What happened on that day?\nSpeaker B: " + strings.Repeat("We went on and nobody said a word about it. ", 4) + "\n"
	src := []byte(strings.Repeat(exchange, 1_000_000/len(exchange)))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		d, err := Open(src, "", edit.Log{}, nil)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := json.Marshal(d.View()); err != nil {
			b.Fatal(err)
		}
	}
}
