package ingest

import (
	"errors"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"
)

// FuzzText reads any bytes, with every decision as ingest makes it and with
// every decision turned round.
func FuzzText(f *testing.F) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		f.Fatalf("no cases in testdata: %v", err)
	}
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add([]byte(section(a, "input")))
	}
	f.Add([]byte("\ufeffHost: a\r\n\rA\u0301: \u2028\f>>\u00a0> B\n\xff"))
	f.Fuzz(func(t *testing.T, src []byte) {
		r, err := Ingest(src, Options{})
		if err != nil {
			checkRefusal(t, src, err)
			return
		}
		checkResult(t, string(src), Options{}, r)
		o := turnedRound(r.Report)
		r, err = Ingest(src, o)
		if err != nil {
			t.Fatal(err)
		}
		checkResult(t, string(src), o, r)
	})
}

func checkRefusal(t *testing.T, src []byte, err error) {
	var e *Error
	if !errors.As(err, &e) || e.Offset > len(src) || e.Line < 1 || e.Column < 1 || e.Reason == "" {
		t.Fatalf("error %+v", err)
	}
	if !utf8.Valid(src[:e.Offset]) && e.Offset > 0 {
		t.Fatalf("%v, but a byte before it is no UTF-8", err)
	}
}

func turnedRound(r *Report) Options {
	var o Options
	for _, d := range r.Decisions {
		if d.Applied {
			o.Undo = append(o.Undo, d.ID)
		} else {
			o.Apply = append(o.Apply, d.ID)
		}
	}
	return o
}

// TestLinear reads inputs that make a step look far ahead or back. If one of
// them took time with the square of its length, the test would not end before
// the limit of go test.
func TestLinear(t *testing.T) {
	const size = 1 << 20
	for name, piece := range map[string]string{
		"colons":               ":",
		"names":                "A:",
		"repeated turns":       "\nHost: Well?\nA: Yes.",
		"spaced names":         "A: ",
		"separators":           "> ",
		"separated names":      ">A ",
		"separators in text":   "a>> ",
		"labels in a sentence": "a Host: ",
		"closing marks":        "\"",
		"points":               ".",
		"capitals":             "A ",
		"empty lines":          "\n",
		"combining marks":      "\u0301",
		"spaces":               " ",
	} {
		t.Run(name, func(t *testing.T) {
			src := "Host: x.>> Host: y.>> Host: z " + strings.Repeat(piece, size/len(piece))
			if _, err := Ingest([]byte(src), Options{}); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// TestManySpeakers reads a hundred thousand speakers, each with one turn.
func TestManySpeakers(t *testing.T) {
	const n = 100_000
	var b strings.Builder
	for i := range n {
		b.WriteString("Speaker " + strconv.Itoa(i) + ": words " + strconv.Itoa(i) + "\n")
	}
	r, err := Ingest([]byte(b.String()), Options{})
	if err != nil || len(r.Transcript.Speakers) != n || len(r.Transcript.Turns) != n {
		t.Fatalf("error %v", err)
	}
}

// TestLongTranscript reads 8 MB of an ordinary dialogue in one endless line
// and in many lines.
func TestLongTranscript(t *testing.T) {
	const size = 8 << 20
	for _, separator := range []string{"\n", ">> "} {
		var b strings.Builder
		n := 0
		for ; b.Len() < size; n += 2 {
			b.WriteString("Host: Question " + strconv.Itoa(n) + ", and some words more to read?" + separator)
			b.WriteString("Ada Long: Answer " + strconv.Itoa(n) + ", said the guest. " + strings.Repeat("More words. ", 20) + separator)
		}
		r, err := Ingest([]byte(b.String()), Options{})
		if err != nil || len(r.Transcript.Turns) != n {
			t.Fatalf("error %v", err)
		}
	}
}
