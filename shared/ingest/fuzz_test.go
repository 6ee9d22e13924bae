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
	f.Add([]byte("\ufeffHost: a\r\n\rA\u0301: \u2028\f>>\u00a0> B\n\xff"))
	family(f, "text")
}

func FuzzDialogue(f *testing.F) { family(f, "dialogue", "spacelog", "congressional-record") }
func FuzzCaptions(f *testing.F) { family(f, "webvtt", "srt") }
func FuzzTable(f *testing.F)    { family(f, "csv") }
func FuzzHTML(f *testing.F) {
	family(f, "podcasting20-html", "hyperaudio-html", "html-text", "html-dialogue")
}
func FuzzJSON(f *testing.F) {
	family(f, "podcasting20-json", "podlove-json", "whisper-json", "deepgram-json", "assemblyai-json", "aws-transcribe-json",
		"rev-json", "oyez-json", "otranscribe", "quoteline-json")
}

// family fuzzes the importers of those formats, from their golden files on.
func family(f *testing.F, formats ...string) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		f.Fatalf("no cases in testdata: %v", err)
	}
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, format := range formats {
			if strings.Contains(section(a, "want"), "\nformat "+format+": ") {
				f.Add([]byte(section(a, "input")))
			}
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if refuseBinary(string(src)) == nil {
			text, _ := decode(src) // spans count bytes of the text as UTF-8
			src = []byte(text)
		}
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

// TestFormatsLinear does the same with the other formats.
func TestFormatsLinear(t *testing.T) {
	const size = 1 << 19
	for _, c := range []struct{ name, head, piece, tail string }{
		{"cues", "WEBVTT\n\n", "00:01.000 --> 00:02.000\n<v A>x\n\n", ""},
		{"cues without blank lines", "WEBVTT\n\n", "00:01.000 --> 00:02.000\nA: x\n", ""},
		{"voices in a cue", "WEBVTT\n\n00:01.000 --> 00:02.000\n", "<v A>x</v>", ""},
		{"open brackets in a cue", "WEBVTT\n\n00:01.000 --> 00:02.000\n", "<", ""},
		{"references in a cue", "1\n00:00:01,000 --> 00:00:02,000\n", "&amp", ""},
		{"notes in captions", "1\n00:00:01,000 --> 00:00:02,000\nA: x\n\n", "00:00:01,000 --> 00:00:02,000\n[x]\n\n", ""},
		{"unknown blocks", "WEBVTT\n\n", "x\n\n", ""},
		{"segments", `{"segments":[{"body":"a","startTime":1}`, `,{"speaker":"A","body":"a","startTime":1}`, "]}"},
		{"short segments", `[{"text":"a","start":1}`, `,{}`, "]"},
		{"brackets", "", "[", ""},
		{"members", `{"segments":[{"body":"a","startTime":1}],"a":0`, `,"b":0`, "}"},
		{"long names", `{"segments":[{"body":"a","startTime":1}],"` + strings.Repeat("a", size/2) + `":[0`, ",0", "]}"},
		{"escapes", `{"media":"","text":"<p>`, `\u0041`, `"}`},
		{"words", `{"results":{"channels":[{"alternatives":[{"words":[{"word":"a"}`, `,{"word":"a","speaker":1}`, "]}]}]}}"},
		{"paragraphs", "<html>", "<p>A: x", ""},
		{"references", "<html>", "&amp;", ""},
		{"open tags", "<html>", "<a ", ""},
		{"comments", "<html>", "<!--", ""},
		{"scripts", "<html>", "<script>", ""},
		{"citations", "<html>", "<cite>A</cite><time>0:01</time><p>x</p>", ""},
		{"times of words", "<html>", `<span data-m="1" data-d="1">x </span>`, ""},
		{"rows", "speaker,text\n", "A,x\n", ""},
		{"fields", "speaker,text\n", ",", ""},
		{"quotes", "speaker,text\n", `"`, ""},
		{"missions", "", "[00:00:00:01]\nA: x\n", ""},
		{"glossary", "[00:00:00:01]\nA: ", "[time:x] [glossary: ", ""},
		{"bold labels", "", "**A B** 0:01\nx\n\n", ""},
		{"headings", "", "### A\nx\n\n### B\n", ""},
		{"record", "[Congressional Record Volume\n", "  Mr. REED. x\n", ""},
		{"directions", "**A:** x\n**B:** y\n**A:** z\n", "(laughs)\n", ""},
		{"hashes", "", "#", ""},
		{"stars", "", "*", ""},
		{"times", "", "0:01 ", ""},
		{"time lines", "", "0:01\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := c.head + strings.Repeat(c.piece, size/len(c.piece)) + c.tail
			r, err := Ingest([]byte(src), Options{})
			if err != nil {
				checkRefusal(t, []byte(src), err)
				return
			}
			checkCovered(t, src, r)
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
