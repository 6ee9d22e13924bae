package cite

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"quoteline/shared/transcript"
)

var update = flag.Bool("update", false, "write what the code gives into testdata")

var styles = []struct {
	name  string
	write func([]byte, *Quote) []byte
}{
	{"plain", func(dst []byte, q *Quote) []byte { return append(AppendPlain(dst, q), '\n') }},
	{"ap", func(dst []byte, q *Quote) []byte { return append(AppendAP(dst, q), '\n') }},
	{"markdown", AppendMarkdown},
	{"html", AppendHTML},
	{"bibtex", AppendBibTeX},
	{"ris", func(dst []byte, q *Quote) []byte {
		// The golden files have LF, because a txtar archive does not keep the CR of
		// CRLF.
		return []byte(strings.ReplaceAll(string(AppendRIS(dst, q)), "\r\n", "\n"))
	}},
	{"csl", AppendCSL},
}

func TestGolden(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { golden(t, name) })
	}
}

func golden(t *testing.T, name string) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var q Quote
	if err := json.Unmarshal(archive.Files[0].Data, &q); err != nil {
		t.Fatal(err)
	}
	got := []txtar.File{archive.Files[0]}
	for _, style := range styles {
		got = append(got, txtar.File{Name: style.name, Data: style.write(nil, &q)})
	}
	if *update {
		archive.Files = got
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, file := range got[1:] {
		i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == file.Name })
		if i < 0 || string(archive.Files[i].Data) != string(file.Data) {
			t.Errorf("%s differs; got\n%s", file.Name, file.Data)
		}
	}
}

func TestOf(t *testing.T) {
	script := &transcript.Transcript{
		ID: "tides", Title: "On tides", Lang: "en", Editing: transcript.EditingTranslated,
		RecordedAt: "2024-04-30T10:00:00Z", DatePublished: "2024-05-01",
		Publisher: &transcript.Publisher{Name: "Gazette"},
		Speakers:  []transcript.Speaker{{ID: "a", Name: "Speaker A", Role: "Pilot"}},
		Turns: []transcript.Turn{
			{ID: "b2", Speaker: "a", Text: "Neither high nor low.", Lang: "cy"},
			{ID: "c3", Text: "Laughter", Date: "2024-01-02"},
		},
	}
	want := Quote{
		Key: "tides-b2", Words: "[…] high […]", Speakers: []string{"Speaker A"}, Role: "Pilot", Title: "On tides", Editing: "translated",
		Publisher: "Gazette", Date: "2024-04-30", Lang: "cy", URL: "u",
	}
	of := func(turn, start, end int) Quote {
		return Of(script, []Part{{turn, transcript.Range{Start: start, End: end}}}, "u")
	}
	if got := of(0, 8, 12); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	script.RecordedAt, script.Editing, script.Publisher = "", transcript.EditingVerbatim, nil
	want = Quote{Key: "tides-c3", Words: "Laughter", Title: "On tides", Date: "2024-01-02", Lang: "en", URL: "u"}
	if got := of(1, 0, 8); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	if got := of(0, 0, 5).Date; got != "2024-05-01" {
		t.Errorf("without a day of recording: %s", got)
	}
}

func TestOfSeveral(t *testing.T) {
	script := &transcript.Transcript{
		ID: "tides", Title: "On tides", Lang: "en", Editing: transcript.EditingTranslated,
		Speakers: []transcript.Speaker{{ID: "h", Name: "Host"}, {ID: "a", Name: "Speaker A", Role: "Pilot"}},
		Turns: []transcript.Turn{
			{ID: "b2", Speaker: "h", Text: "High or low?"},
			{ID: "c3", Speaker: "a", ReplyTo: "b2", Text: "Neither.\nSlack.", Status: "condensed"},
			{ID: "d4", Text: "Laughter"},
			{ID: "e5", Speaker: "h", Text: "Thank you."},
		},
	}
	want := Quote{
		Key: "tides-c3", Asker: "Host", Question: "High or low?", Words: "Neither.\nSlack.", Speakers: []string{"Speaker A"}, Role: "Pilot",
		Title: "On tides", Editing: "translated, condensed", Lang: "en", URL: "u",
	}
	if got := Of(script, []Part{{1, transcript.Range{End: 15}}}, "u"); !reflect.DeepEqual(got, want) {
		t.Errorf("an answer without its question: %+v", got)
	}
	want = Quote{
		Key: "tides-b2", Dialogue: true, Words: "Host: […] low?\nSpeaker A: Neither.\nSlack.\n[…]\nHost: Thank […]",
		Speakers: []string{"Host", "Speaker A"}, Title: "On tides", Editing: "translated, excerpt", Lang: "en", URL: "u",
	}
	parts := []Part{{0, transcript.Range{Start: 8, End: 12}}, {1, transcript.Range{End: 15}}, {3, transcript.Range{End: 5}}}
	if got := Of(script, parts, "u"); !reflect.DeepEqual(got, want) {
		t.Errorf("several turns: %+v", got)
	}
}

func TestDates(t *testing.T) {
	for _, tc := range []struct{ date, long, ap string }{
		{"2024-01-02", "2 January 2024", "Jan. 2, 2024"},
		{"2024-02-10", "10 February 2024", "Feb. 10, 2024"},
		{"2024-03-31", "31 March 2024", "March 31, 2024"},
		{"2024-06-01", "1 June 2024", "June 1, 2024"},
		{"2024-09-09", "9 September 2024", "Sept. 9, 2024"},
		{"2024-12-25", "25 December 2024", "Dec. 25, 2024"},
		{"", "", ""},
		{"2024-13-01", "2024-13-01", "2024-13-01"},
		{"2024-00-01", "2024-00-01", "2024-00-01"},
		{"May 2024!!", "May 2024!!", "May 2024!!"},
	} {
		if long, ap := longDate(tc.date), apDate(tc.date); long != tc.long || ap != tc.ap {
			t.Errorf("%s: %q and %q", tc.date, long, ap)
		}
	}
}

func TestLangID(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "english", "en-GB": "english", "ZH-hant-TW": "chinese", "zh": "chinese", "ar": "arabic", "cy": "", "": "", "english": "", "ÄÖ": "",
	} {
		if got := langID(tag); got != want {
			t.Errorf("%s: %q", tag, got)
		}
	}
}

// FuzzFormats checks that any text gives well-formed output. BibTeX must have balanced
// braces. RIS must have one line for each tag. CSL-JSON must be valid JSON with all
// words.
func FuzzFormats(f *testing.F) {
	f.Add("100% {a} \\b", "A and B", "Title", "2024-09-05")
	f.Add("a\u2028ER  - \u0085b\u2029\v\f", "C\u2028", "D\u0085", "2024-09-05")
	f.Add("\r\nER  - \x00\x1f\"", "}", "{", "0000-01-00")
	f.Fuzz(func(t *testing.T, words, speaker, title, date string) {
		q := &Quote{Key: "k", Words: strings.ToValidUTF8(words, ""), Speakers: []string{speaker}, Title: title, Date: date, URL: title}
		depth := 0
		for _, c := range AppendBibTeX(nil, q) {
			switch c {
			case '{':
				depth++
			case '}':
				depth--
			}
			if depth < 0 {
				t.Fatal("a brace of the text ends the entry")
			}
		}
		if depth != 0 {
			t.Fatal("a brace of the text opens a group")
		}
		lines := strings.Split(strings.TrimSuffix(string(AppendRIS(nil, q)), "\r\n"), "\r\n")
		for i, line := range lines {
			if len(line) < 6 || line[2:6] != "  - " || strings.ContainsAny(line, "\r\n\v\f\u0085\u2028\u2029") || (line[:2] == "ER") != (i == len(lines)-1) {
				t.Fatalf("a line of RIS: %q", line)
			}
		}
		var items []struct{ Abstract string }
		if err := json.Unmarshal(AppendCSL(nil, q), &items); err != nil || items[0].Abstract != "“"+q.Words+"”" {
			t.Fatalf("%v: %+v", err, items)
		}
	})
}
