package ingest

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the want sections of testdata")

// TestGolden reads the files testdata/*.txtar. The text before the first section
// describes the file. The section "input" is the source. The section "options" is a
// value of type Options in JSON; it may be missing. The section "want" is the
// expected output of function dump.
func TestGolden(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases in testdata: %v", err)
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
	var o Options
	if s := section(archive, "options"); s != "" {
		if err := json.Unmarshal([]byte(s), &o); err != nil {
			t.Fatal(err)
		}
	}
	input := section(archive, "input")
	r, err := Ingest([]byte(input), o)
	if err != nil {
		t.Fatal(err)
	}
	checkResult(t, input, o, r)
	got := dump(r)
	if *update {
		rewrite(t, name, archive, got)
		return
	}
	if want := section(archive, "want"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func section(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func rewrite(t *testing.T, name string, a *txtar.Archive, want string) {
	files := a.Files[:0]
	for _, f := range a.Files {
		if f.Name != "want" {
			files = append(files, f)
		}
	}
	a.Files = append(files, txtar.File{Name: "want", Data: []byte(want)})
	if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

// dump writes the transcript and the report as text. It leaves out the ids of the
// turns.
func dump(r *Result) string {
	var b strings.Builder
	number := map[string]int{"": 0}
	for _, u := range r.Transcript.Turns {
		number[u.ID] = u.N
		fmt.Fprintf(&b, "turn %d %s %s", u.N, u.Speaker, u.Kind)
		if u.ReplyTo != "" {
			fmt.Fprintf(&b, " to %d", number[u.ReplyTo])
		}
		if start, ok := u.Start.Millis(); ok {
			end, _ := u.End.Millis()
			fmt.Fprintf(&b, " %d-%d", start, end)
		}
		fmt.Fprintf(&b, " %q\n", u.Text)
	}
	if p := r.Report.Introduction; p != nil {
		fmt.Fprintf(&b, "introduction %d:%d %q\n", p.Line, p.Column, p.Text)
	}
	fmt.Fprintf(&b, "format %s: %s\n", r.Report.Format.Name, r.Report.Format.Why)
	for _, f := range r.Report.Found {
		fmt.Fprintf(&b, "found %d:%d %s %q, because its line %s\n", f.Line, f.Column, f.Field, f.Value, f.Reason)
	}
	for _, s := range r.Report.Speakers {
		fmt.Fprintf(&b, "speaker %s %q %s turns=%d labels=%v\n", s.ID, s.Name, s.Kind, s.Turns, s.Labels)
	}
	for _, d := range r.Report.Decisions {
		fmt.Fprintf(&b, "decision %s applied=%t chosen=%t labels=%v\n\t%s\n", d.ID, d.Applied, d.Chosen, d.Labels, d.Reason)
	}
	for _, m := range r.Report.Remarks {
		fmt.Fprintf(&b, "remark %d:%d %s %s %q\n\t%s\n", m.Line, m.Column, m.Level, m.Kind, m.Text, m.Done)
	}
	for _, id := range r.Report.Unused {
		fmt.Fprintf(&b, "unused %s\n", id)
	}
	return b.String()
}
