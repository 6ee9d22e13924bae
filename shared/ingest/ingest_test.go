package ingest

import (
	"errors"
	"strings"
	"testing"
)

func TestRefused(t *testing.T) {
	for _, c := range []struct {
		name, src            string
		offset, line, column int
		reason               string
	}{
		{"nothing", "", 0, 1, 1, "empty"},
		{"white space", " \r\n\t\u00a0", 0, 1, 1, "empty"},
		{"byte order mark alone", "\ufeff\n", 3, 1, 1, "empty"},
		{"NUL", "Host: a\nB\x00", 9, 2, 2, "U+0000"},
		{"escape", "é\x1b[1m", 2, 1, 2, "U+001B"},
		{"delete", "\ufeffHost\x7f", 7, 1, 5, "U+007F"},
		{"C1 control", "Host: it\u0092s", 8, 1, 9, "U+0092"},
		{"Latin-1", "Host: caf\xe9?", 9, 1, 10, "byte 0xE9"},
		{"cut off", "Host: \r\n\u20ac\xe2\x82", 11, 2, 2, "byte 0xE2"},
		{"surrogate", "a\r\xed\xa0\x80", 2, 2, 1, "byte 0xED"},
		{"UTF-16, little end first", "\xff\xfeH\x00", 0, 1, 1, "UTF-16"},
		{"UTF-16, big end first", "\xfe\xff\x00H", 0, 1, 1, "UTF-16"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Ingest([]byte(c.src), Options{})
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("error %v", err)
			}
			if e.Offset != c.offset || e.Line != c.line || e.Column != c.column || !strings.Contains(e.Reason, c.reason) || e.Advice == "" {
				t.Errorf("got %+v", e)
			}
		})
	}
}

// TestLineEnds shows that line ends and a byte order mark change neither the
// turns nor their ids, and that places are counted alike.
func TestLineEnds(t *testing.T) {
	const lf = "Host: One?\n\nAda Long: Oné.\n\nMore, Host: two.\nHost: Three?\nAda Long: Yes.\n"
	want, err := Ingest([]byte(lf), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, src := range map[string]string{
		"CR LF":           strings.ReplaceAll(lf, "\n", "\r\n"),
		"CR":              strings.ReplaceAll(lf, "\n", "\r"),
		"byte order mark": "\ufeff" + lf,
		"decomposed":      strings.ReplaceAll(lf, "é", "e\u0301"),
	} {
		got, err := Ingest([]byte(src), Options{})
		if err != nil {
			t.Fatal(name, err)
		}
		checkResult(t, src, Options{}, got)
		if len(got.Transcript.Turns) != 4 {
			t.Fatalf("%s: %d turns", name, len(got.Transcript.Turns))
		}
		for i, u := range got.Transcript.Turns {
			if w := want.Transcript.Turns[i]; u.ID != w.ID || u.Text != w.Text {
				t.Errorf("%s: turn %d is %s %q, want %s %q", name, i+1, u.ID, u.Text, w.ID, w.Text)
			}
		}
		if r := got.Report.Remarks; len(r) != len(want.Report.Remarks) || r[1].Position != (Position{5, 7}) {
			t.Errorf("%s: remarks %+v", name, r)
		}
	}
}

func TestMeta(t *testing.T) {
	const src = "Host: One?\nAda Long: One.\nHOST: Two?\nAda Long: Two.\n"
	r, err := Ingest([]byte(src), Options{Meta: Meta{
		ID: "x", Title: "X", Lang: "en", Editing: "verbatim",
		Speakers: []SpeakerMeta{{Name: "Ada Long", Role: "Engineer", Kind: "host"}, {Name: "HOST", Kind: "guest"}},
		Topics:   []TopicMeta{{ID: "a", Label: "A", From: 1, To: 3}, {ID: "b", Label: "B", From: 3, To: 4}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	turns := r.Transcript.Turns
	if turns[1].Kind != "question" || turns[2].ReplyTo != turns[1].ID || r.Transcript.Speakers[1].Role != "Engineer" {
		t.Errorf("speakers %+v, turns %+v", r.Transcript.Speakers, turns)
	}
	if got := turns[2].Topics; len(got) != 2 || len(turns[3].Topics) != 1 || len(r.Report.Missing) != 0 {
		t.Errorf("topics %v, missing %v", got, r.Report.Missing)
	}
}

func TestMetaRefused(t *testing.T) {
	for _, c := range []struct {
		pointer string
		meta    Meta
	}{
		{"/speakers/1/name", Meta{Speakers: []SpeakerMeta{{Name: "Host"}, {Name: "Nobody"}}}},
		{"/topics/0", Meta{Topics: []TopicMeta{{ID: "a", From: 0, To: 1}}}},
		{"/topics/0", Meta{Topics: []TopicMeta{{ID: "a", From: 2, To: 1}}}},
		{"/topics/1", Meta{Topics: []TopicMeta{{ID: "a", From: 1, To: 2}, {ID: "b", From: 2, To: 3}}}},
	} {
		_, err := Ingest([]byte("Host: One?\nAda: One.\n"), Options{Meta: c.meta})
		var e *MetaError
		if !errors.As(err, &e) || e.Pointer != c.pointer {
			t.Errorf("%+v: error %v", c.meta, err)
		}
	}
}

func TestRemarksAreBounded(t *testing.T) {
	src := "Host: One?\nAda: One.\nHost: Two?\n" + strings.Repeat("x, Host: y\n", 3*maxRemarks)
	r, err := Ingest([]byte(src), Options{})
	if err != nil {
		t.Fatal(err)
	}
	n := map[RemarkKind]int{}
	for _, m := range r.Report.Remarks {
		n[m.Kind]++
	}
	for _, kind := range []RemarkKind{RemarkInside, RemarkContinues} {
		if n[kind] != maxRemarks || r.Report.Omitted[kind] != 2*maxRemarks {
			t.Errorf("%s: %d told, %d omitted", kind, n[kind], r.Report.Omitted[kind])
		}
	}
}
