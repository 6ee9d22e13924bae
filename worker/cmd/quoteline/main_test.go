package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quoteline/shared/ingest"
	"quoteline/shared/transcript"
)

const content = "../../store/content/altman-murati-2023"

// call runs the command with the given standard input. It returns the exit code, the
// standard output and the standard error.
func call(stdin string, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(args, strings.NewReader(stdin), &out, &errs)
	return code, out.String(), errs.String()
}

func decode[T any](t *testing.T, s string) *T {
	t.Helper()
	v := new(T)
	if err := json.Unmarshal([]byte(s), v); err != nil {
		t.Fatalf("%v in %q", err, s)
	}
	return v
}

// TestDefaultContent runs the same command as worker/build.sh. This command generates
// the transcript that is compiled into the Worker.
func TestDefaultContent(t *testing.T) {
	code, stdout, stderr := call("", "ingest", "-meta", content+".meta.json", content+".txt")
	if code != exitOK {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	tr := decode[transcript.Transcript](t, stdout)
	topics := map[string]int{}
	for _, u := range tr.Turns {
		if len(u.Topics) != 1 {
			t.Errorf("turn %d has the topics %v", u.N, u.Topics)
		}
		topics[u.Topics[0]]++
	}
	if len(tr.Turns) != 30 || tr.ID != "altman-murati-2023" || tr.Publisher != nil ||
		tr.Editing != transcript.EditingTranslated || tr.Timing != transcript.TimingNone || tr.RecordedAt != "2023-11-29" {
		t.Errorf("%d turns of %+v", len(tr.Turns), tr)
	}
	want := map[string]int{"dismissal": 10, "return": 6, "staff": 2, "governance": 6, "safety": 4, "lessons": 2}
	for id, n := range want {
		if topics[id] != n {
			t.Errorf("topic %s has %d turns", id, topics[id])
		}
	}
	for _, s := range []string{"introduction", "metadata still needed"} {
		if strings.Contains(stderr, s) {
			t.Errorf("the report says %q:\n%s", s, stderr)
		}
	}
	for _, s := range []string{"Host 8, Moderator 6", "-undo 'merge:Moderator=Host'", "called me, Host: Would"} {
		if !strings.Contains(stderr, s) {
			t.Errorf("the report does not say %q:\n%s", s, stderr)
		}
	}
}

func TestStandardInputAndReport(t *testing.T) {
	file := filepath.Join(t.TempDir(), "report.json")
	code, stdout, stderr := call("Host: One & <two>?\nAda Long: One.\nMODERATOR: Two?\n",
		"ingest", "-undo", "merge:MODERATOR=Host", "-undo", "none", "-apply", "nothing", "-report", file, "-")
	if code != exitOK || !strings.Contains(stdout, `"One & <two>?"`) {
		t.Fatalf("exit %d, %s, %s", code, stdout, stderr)
	}
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r := decode[ingest.Report](t, string(src))
	if len(r.Speakers) != 3 || len(r.Unused) != 2 || len(r.Spans) != 6 || len(r.Missing) != 4 {
		t.Errorf("report %+v", r)
	}
}

func TestExitCodes(t *testing.T) {
	meta := filepath.Join(t.TempDir(), "meta.json")
	if err := os.WriteFile(meta, []byte(`{"titel": "misspelt"}`), 0o644); err != nil {
		t.Fatal(err)
	}
	invalid := filepath.Join(t.TempDir(), "invalid.json")
	if err := os.WriteFile(invalid, []byte(`{"id": "No slug", "title": "T", "lang": "en", "editing": "verbatim"}`), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, stdin string
		args        []string
		code        int
		says        string
	}{
		{"no arguments", "", nil, exitUsage, "usage:"},
		{"unknown command", "", []string{"digest"}, exitUsage, "usage:"},
		{"no file", "", []string{"ingest"}, exitUsage, "usage:"},
		{"two files", "", []string{"ingest", "a", "b"}, exitUsage, "usage:"},
		{"unknown flag", "", []string{"ingest", "-x", "-"}, exitUsage, "-x"},
		{"missing file", "", []string{"ingest", "none.txt"}, exitUsage, "none.txt"},
		{"missing metadata file", "Host: a\nA: b", []string{"ingest", "-meta", "none.json", "-"}, exitUsage, "none.json"},
		{"unwritable report", "Host: a\nA: b", []string{"ingest", "-report", "none/r.json", "-"}, exitUsage, "none/r.json"},
		{"misspelt metadata", "Host: a\nA: b", []string{"ingest", "-meta", meta, "-"}, exitRefused, "titel"},
		{"metadata of another text", "Host: a\nA: b", []string{"ingest", "-meta", content + ".meta.json", "-"}, exitRefused, "/speakers/0/name"},
		{"invalid metadata", "Host: a\nA: b", []string{"ingest", "-meta", invalid, "-"}, exitRefused, "/id"},
		{"empty", "", []string{"ingest", "-"}, exitRefused, "byte 0"},
		{"not UTF-8", "Host: é\xff", []string{"ingest", "-"}, exitRefused, "byte 8 (line 1, column 8)"},
		{"no labels", "Good evening.", []string{"ingest", "-"}, exitRefused, "no speaker was found"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, stdout, stderr := call(c.stdin, c.args...)
			if code != c.code || stdout != "" || !strings.Contains(stderr, c.says) {
				t.Errorf("exit %d, stdout %q, stderr %q", code, stdout, stderr)
			}
		})
	}
}

// TestTake checks the flags -take and -encoding. The transcript gets the title of the
// source only with -take title. Wrong characters, such as "â€™" for "’", are repaired
// only with -encoding utf-8-twice.
func TestTake(t *testing.T) {
	const src = "# A talk\n\nAda: Itâ€™s late.\nBen: No.\nAda: Yes.\n"
	for _, tt := range []struct {
		args         []string
		title, words string
		told         string
	}{
		{nil, "", "Itâ€™s late.", "title in the source, at 1:1: \"A talk\" (to take it: -take title)"},
		{[]string{"-take", "title"}, "A talk", "Itâ€™s late.", "read the source as utf-8-twice"},
		{[]string{"-encoding", "utf-8-twice"}, "", "It’s late.", "repaired characters: 1"},
		{[]string{"-take", "summary"}, "", "Itâ€™s late.", "nothing to decide or to take has the name \"summary\""},
	} {
		code, stdout, stderr := call(src, append(append([]string{"ingest"}, tt.args...), "-")...)
		if code != exitOK || !strings.Contains(stderr, tt.told) {
			t.Fatalf("%v: exit %d: %s", tt.args, code, stderr)
		}
		if tr := decode[transcript.Transcript](t, stdout); tr.Title != tt.title || tr.Turns[0].Text != tt.words {
			t.Errorf("%v: title %q, words %q", tt.args, tr.Title, tr.Turns[0].Text)
		}
	}
}
