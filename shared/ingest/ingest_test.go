package ingest

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"quoteline/shared/ingest/internal/draft"
)

func TestUnreadableInputIsLocated(t *testing.T) {
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
		{"damaged", "Host: é\xff", 8, 1, 8, "byte 0xFF"},
		{"PDF", "%PDF-1.7\n%\xe2\xe3", 0, 1, 1, "a PDF"},
		{"PNG", "\x89PNG\r\n\x1a\n", 0, 1, 1, "a PNG image"},
		{"JPEG", "\xff\xd8\xff\xe0", 0, 1, 1, "a JPEG image"},
		{"RTF", "{\\rtf1\\ansi Host: a}", 0, 1, 1, "an RTF document"},
		{"DOCX", "PK\x03\x04\x14\x00\x06\x00word/document.xml", 0, 1, 1, "a Word document"},
		{"ODT", "PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", 0, 1, 1, "an OpenDocument"},
		{"ZIP", "PK\x03\x04\x14\x00\x00\x00\x08\x00zeros", 0, 1, 1, "a ZIP archive"},
		{"DOCX by its directory", "PK\x03\x04\x14\x00" + strings.Repeat("\x00", 200_000) + "PK\x01\x02word/document.xml", 0, 1, 1, "a Word document"},
		{"zip bomb", "PK\x03\x04\x14\x00\x00\x00\x08\x00" + strings.Repeat("\x00", 1<<20), 0, 1, 1, "a ZIP archive"},
		{"HEIC", "\x00\x00\x00\x20ftypheic\x00", 0, 1, 1, "a HEIF or AVIF image"},
		{"BMP", "BM\x36\x00\x00\x00", 0, 1, 1, "a BMP image"},
		{"old Word", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, 1, 1, "an old Word document"},
		{"gzip", "\x1f\x8b\x08\x00", 0, 1, 1, "a gzip archive"},
		{"MP4", "\x00\x00\x00\x20ftypisom\x00", 0, 1, 1, "an MP4 recording"},
		{"unknown kind", "\x01\x02\xfe\x03" + strings.Repeat("a\xc5\x00\x07", 20), 0, 1, 1, "a binary file"},
		{"RTTM", "SPEAKER talk 1 0.300 2.200 <NA> <NA> Anna <NA> <NA>\nSPEAKER talk 1 2.500 1.600 <NA> <NA> Ben <NA> <NA>\n", 0, 1, 1, "RTTM"},
		{"table of Praat", "File type = \"ooTextFile\"\nObject class = \"Table\"\n\nnumberOfColumns = 4\n", 0, 1, 1, "TextGrid"},
		{"EBU STL", "850STL25.01" + strings.Repeat(" ", 1013), 0, 1, 1, "EBU STL"},
		{"DocBook", "<?xml version=\"1.0\"?>\n<article xmlns=\"http://docbook.org/ns/docbook\"><para>Ada: Yes.</para></article>", 22, 2, 1, "<article>"},
		{"CTM", "talk 1 0.30 0.20 good\ntalk 1 0.50 0.25 evening\n", 0, 1, 1, "CTM"},
		{"SCC", "Scenarist_SCC V1.0\n\n00:00:01:00\t9420 9420\n", 0, 1, 1, "SCC"},
		{"binary TextGrid", "ooBinaryFile\x08TextGrid\x00\x00", 0, 1, 1, "Praat"},
		{"unknown XML", "<?xml version=\"1.0\"?>\n<rss><a>b</a></rss>", 22, 2, 1, "<rss>"},
		{"cut XML", "<tt><body>", 10, 1, 11, "no end tag"},
		{"entities", "<!DOCTYPE tt [<!ENTITY a \"b\">]><tt>&a;</tt>", 0, 1, 1, "entity"},
		{"deep XML", strings.Repeat("<tt>", 1000), 1024, 1, 1025, "inside each other"},
		{"truncated JSON", "{\n  \"segments\": [\n    {\"text\": \"o", 33, 3, 16, "cut off"},
		{"broken JSON", "{\n  \"segments\": oops}", 16, 2, 15, "not JSON"},
		{"deep JSON", strings.Repeat("[", 100_000), 64, 1, 65, "nested"},
		{"unknown JSON", `{"a": 1}`, 0, 1, 1, "not in a known transcript format"},
		{"broken CSV", "speaker,text\nA,\"x\" y\n", 17, 2, 5, "not CSV"},
		{"cut off", "Host: \r\n\u20ac\xe2\x82", 11, 2, 2, "byte 0xE2"},
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

// TestEncodings reads the same text in several encodings. The results must be equal.
func TestEncodings(t *testing.T) {
	const text = "Host: One café?\nAda Long: “Two” – three.\n"
	wide := func(order binary.ByteOrder) string {
		b := []byte{}
		for _, u := range utf16.Encode([]rune("\ufeff" + text)) {
			b = append(b, 0, 0)
			order.PutUint16(b[len(b)-2:], u)
		}
		return string(b)
	}
	for _, c := range []struct{ src, encoding string }{
		{text, "UTF-8"},
		{"\ufeff" + text, "UTF-8 with byte order mark"},
		{wide(binary.LittleEndian), "UTF-16 with byte order mark"},
		{wide(binary.BigEndian), "UTF-16 with byte order mark"},
		{"Host: One caf\xe9?\nAda Long: \x93Two\x94 \x96 three.\n", "Windows-1252, because the bytes are not UTF-8"},
	} {
		r, err := Ingest([]byte(c.src), Options{})
		if err != nil {
			t.Fatal(c.encoding, err)
		}
		turns := r.Transcript.Turns
		if r.Report.Encoding != c.encoding || len(turns) != 2 || turns[0].Text != "One café?" || turns[1].Text != "“Two” – three." {
			t.Errorf("%s: %s %+v", c.encoding, r.Report.Encoding, turns)
		}
	}
}

// TestLineEndingsChangeNothing changes the line ends, adds a byte order mark, and
// decomposes letters ("é" becomes "e" and an accent). The turns, their ids and the
// reported positions must not change.
func TestLineEndingsChangeNothing(t *testing.T) {
	lineEnds(t, "Host: One?\n\nAda Long: Oné.\n\nMore, Host: two.\nHost: Three?\nAda Long: Yes.\n")
	lineEnds(t, "speaker,text,mood\nHost,One?,\nAda Long,\"Oné,\nmore.\"\n,And two.\nHost,Three?,calm\nAda Long,Yes.\n")
}

func lineEnds(t *testing.T, lf string) {
	t.Helper()
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
		if !slices.EqualFunc(got.Report.Remarks, want.Report.Remarks, func(g, w Remark) bool {
			return g.Kind == w.Kind && g.Position == w.Position
		}) || len(want.Report.Remarks) < 2 {
			t.Errorf("%s: remarks %+v, want %+v", name, got.Report.Remarks, want.Report.Remarks)
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

func TestMisfittingMetaIsRefused(t *testing.T) {
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
	src := "Host: One?\nAda: One.\nHost: Two?\n" + strings.Repeat("x, Host: y\n", 3*draft.MaxRemarks)
	r, err := Ingest([]byte(src), Options{})
	if err != nil {
		t.Fatal(err)
	}
	n := map[RemarkKind]int{}
	for _, m := range r.Report.Remarks {
		n[m.Kind]++
	}
	for _, kind := range []RemarkKind{RemarkInside, RemarkContinues} {
		if n[kind] != draft.MaxRemarks || r.Report.Omitted[kind] != 2*draft.MaxRemarks {
			t.Errorf("%s: %d remarks, %d omitted", kind, n[kind], r.Report.Omitted[kind])
		}
	}
}

func TestProgressReportsEachStageOnce(t *testing.T) {
	var reported []Stage
	src := []byte("Host: Who?\nGuest: Me.\n")
	if _, err := Ingest(src, Options{Progress: func(s Stage) { reported = append(reported, s) }}); err != nil {
		t.Fatal(err)
	}
	if want := []Stage{StageDecode, StageRecognise, StageCompose, StageAccount}; !slices.Equal(reported, want) {
		t.Errorf("got %v, want %v", reported, want)
	}
	if len(reported) != Stages {
		t.Errorf("Stages is %d, but there are %d", Stages, len(reported))
	}
}
