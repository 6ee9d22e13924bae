package ingest

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestTimeIsLinear reads inputs that could make the code search far ahead or back
// many times. Each input is read in two sizes. The time must grow linearly with the
// size.
func TestTimeIsLinear(t *testing.T) {
	for _, c := range []struct{ name, head, piece, tail string }{
		{"colons", "Host: x.>> Host: y.>> Host: z ", ":", ""},
		{"names", "Host: x.>> Host: y.>> Host: z ", "A:", ""},
		{"repeated turns", "Host: x.>> Host: y.>> Host: z ", "\nHost: Well?\nA: Yes.", ""},
		{"spaced names", "Host: x.>> Host: y.>> Host: z ", "A: ", ""},
		{"separators", "Host: x.>> Host: y.>> Host: z ", "> ", ""},
		{"separated names", "Host: x.>> Host: y.>> Host: z ", ">A ", ""},
		{"open links", "**Ben:** y.\n\n**Ada:** x.\n\n**Ben:** ", "[[a <b", ""},
		{"open emphasis", "**Ben:** y.\n\n**Ada:** x.\n\n**Ben:** ", "*a **b _c ", ""},
		{"links", "**Ben:** y.\n\n**Ada:** x.\n\n**Ben:** ", "[a](b) **c** ", ""},
		{"separators in text", "Host: x.>> Host: y.>> Host: z ", "a>> ", ""},
		{"labels in a sentence", "Host: x.>> Host: y.>> Host: z ", "a Host: ", ""},
		{"closing marks", "Host: x.>> Host: y.>> Host: z ", "\"", ""},
		{"full stops", "Host: x.>> Host: y.>> Host: z ", ".", ""},
		{"capitals", "Host: x.>> Host: y.>> Host: z ", "A ", ""},
		{"empty lines", "Host: x.>> Host: y.>> Host: z ", "\n", ""},
		{"combining marks", "Host: x.>> Host: y.>> Host: z ", "\u0301", ""},
		{"spaces", "Host: x.>> Host: y.>> Host: z ", " ", ""},
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
		{"long names", `{"segments":[{"body":"a","startTime":1}],"` + strings.Repeat("a", 16<<10) + `":[0`, ",0", "]}"},
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
		{"times of day", "Host: x\nAda: y\n", "we met at\n10:30\nand left\n", ""},
		{"directions after times", "", "[0:05] [Coughs] x\n[0:06] [Ada] x\n", ""},
		{"arrows at lines", "", ">> x. >> y.\n", ""},
		{"arrows after times", "", "0:01\n>> A: x. >> y.\n", ""},
		{"marks of turns", "A: x\nB: y\n", "a [SPEAKER_TURN] [SPEAKER ", ""},
		{"marks of turns in JSON", `[{"text":"a [SPEAKER_TURN]","start":1}`, `,{"text":"a [SPEAKER_TURN] b","start":1}`, "]"},
		{"images", "**Ben:** y.\n\n**Ada:** x.\n\n**Ben:** ", "![a](b.c) [![a](b)](c) ![a [![a ", ""},
		{"images of a wiki", "**Ben:** y.\n\n**Ada:** x.\n\n**Ben:** ", "[[File:a|[[b]] ", ""},
		{"own names", `[{"speaker":"A","text":"A: a"}`, `,{"speaker":"A","text":"A: a"},{"speaker":"B","text":"B: a"},{"speaker":"C","text":"a"}`, "]"},
		{"characters encoded twice", "A: x\nB: y", "\u00c3\u00a9 \u00e2\u20ac\u201d ", ""},
		{"intervals of a tier", "\"ooTextFile\"\n\"TextGrid\"\n\"IntervalTier\" \"A\" 0 9 9\n", "9 10 \"x\" 1 2 \"y\"\n", ""},
		{"lower-case labels", "", "ada: x\nben: y\n", ""},
		{"lower-case lines", "", "and so\n", ""},
		{"long lines that may be labels", "**A:** x\n\n**B:** y\n\n", strings.Repeat("Name ", 40) + "\n", ""},
		{"names in brackets", "", "[Ada Long] 0:01\nx\n", ""},
		{"open brackets", "", "[A", ""},
		{"brackets in brackets", "A: x\nB: y\nA: z\n", "(", ""},
		{"roles", "", "ADA LONG (D), HERE (x): y\n", ""},
		{"introductions", "", "ADA LONG, ANCHOR: y\nLONG: z\n", ""},
		{"names and times on lines", "", "Ada\n\n0:01\n\nx\n\nBen\n\n0:02\n\ny\n\n", ""},
		{"times alone", "Host: x\nAda: y\n", "0:01\n\n", ""},
		{"escapes in Markdown", "**A:** x\n\n**B:** y\n\n", `\*`, ""},
		{"links on lines", "A title\n", "https://example.org/\n", ""},
		{"dashes in a cue", "WEBVTT\n\n00:01.000 --> 00:02.000\n", "- x\n", ""},
		{"lines with one space", "WEBVTT\n\n00:01.000 --> 00:02.000\n", "x\n \n", ""},
		{"roll-up captions", "WEBVTT\n\n", "00:01.000 --> 00:02.000\nx <b>y</b>\n\n", ""},
		{"tags in a row", "1\n00:00:01,000 --> 00:00:02,000\n", "<i>", ""},
		{"name lines in captions", "", "0:0:1.0 --> 0:0:2.0\nAda Long\nx\n0:0:3.0 --> 0:0:4.0\nBen\nx\n", ""},
		{"times with commas", "", "0:00:01.000,0:00:02.000\nA: x\n\n", ""},
		{"rows with too many fields", "speaker,text\n", "A,x,y,z\n", ""},
		{"quotes in fields", "speaker\ttext\n", "A\tx \"y\n", ""},
		{"objects", "[", `{"speaker":"A","text":"x"},`, `{"speaker":"A","text":"x"}]`},
		{"channels", `{"results":{"channels":[`, `{"alternatives":[{"words":[{"word":"a","start":1}]}]},`, `{"alternatives":[]}]}}`},
		{"chunks", `{"chunks":[`, `{"timestamp":[1,2],"text":"x"},`, `{"timestamp":[1,2],"text":"x"}]}`},
		{"numbers", "[", "0,", "0]"},
		{"terms", "<dl>", "<dt>A</dt><dd>x</dd>", ""},
		{"comments on missions", "[00:00:00:01]\nA: x\n", "# x\n", ""},
		{"intervals of a TextGrid", "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n0 1 <exists> 1 \"IntervalTier\" \"A\" 0 1 1\n", "0 1 \"x\"\n", ""},
		{"tiers of a TextGrid", "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n", "\"IntervalTier\" \"A\" 0 1 1 0 1 \"x\"\n", ""},
		{"quotation marks in a TextGrid", "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n", "\"", ""},
		{"points of a TextGrid", "\"Praat chronological TextGrid text file\"\n0 1\n1\n\"TextTier\" \"A\" 0 1\n", "1 0.5 \"x\"\n", ""},
		{"main lines", "@UTF8\n@Begin\n", "*ANN:\tx . \x150_1\x15\n", ""},
		{"dependent tiers", "@UTF8\n@Begin\n*ANN:\tx .\n", "%mor:\tx\n", ""},
		{"times in a main line", "@UTF8\n@Begin\n*ANN:\tx", "\x150_1\x15 ", ""},
		{"lines of STM", "", "a 1 b 0.1 0.2 <o> x\n", ""},
		{"paragraphs of TTML", `<tt><body>`, `<p begin="1s">A: x &amp; y</p>`, "</body></tt>"},
		{"spans of TTML", `<tt><body><p begin="1s">`, `<span begin="1s">x</span>`, "</p></body></tt>"},
		{"open elements", "<tt>", "<p>", ""},
		{"utterances", "<TEI><text>", `<note type="speaker">A:</note><u who="#a">x</u>`, "</text></TEI>"},
		{"points in time", "<TEI><timeline>", `<when absolute="0:01"/>`, "</timeline></TEI>"},
		{"speeches", "<akomaNtoso>", `<speech by=""><from>A</from><p>x</p></speech>`, "</akomaNtoso>"},
		{"annotations", `<ANNOTATION_DOCUMENT><TIER TIER_ID="A">`, "<ALIGNABLE_ANNOTATION><ANNOTATION_VALUE>x</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION>", "</TIER></ANNOTATION_DOCUMENT>"},
		{"tiers", `<ANNOTATION_DOCUMENT>`, `<TIER TIER_ID="A" PARENT_REF="B">x</TIER>`, "</ANNOTATION_DOCUMENT>"},
		{"times in a turn", `<Trans><Turn speaker="a">`, `<Sync time="1"/>x`, "</Turn></Trans>"},
		{"events in a turn", `<Trans><Turn speaker="a">`, `<Event/>`, "</Turn></Trans>"},
		{"entities", "<!DOCTYPE tt [", `<!ENTITY lt "&#60;">`, "]><tt></tt>"},
		{"control characters", "", "Ada: words and more words of a turn\x01\n", ""},
		{"fields of missions", "[00:00:00:01]\nA: x\n", "_a : b\n c\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			const size = 32 << 10
			linear(t, func(factor int) string { return c.head + strings.Repeat(c.piece, factor*size/len(c.piece)) + c.tail })
		})
	}
}

// linear checks that the time for reading grows linearly. It measures two times: the
// time for reading a short source sixteen times, and the time for reading one source that
// is sixteen times as long. If time grows linearly, the two are about equal. If time grew
// with the square of the length, the second would be sixteen times the first. The test
// passes if the second is at most five times the first. The measurements are repeated,
// and the shortest processor times are compared, so other processes have little influence.
func linear(t *testing.T, source func(factor int) string) {
	t.Helper()
	const factor, tolerance, runs = 16, 5, 12
	const least = 8 * time.Millisecond // the kernel may report processor time late by so much
	small, large := source(1), source(factor)
	var many, one time.Duration
	for run := range runs {
		a, b := work(t, small, factor), work(t, large, 1)
		if run == 0 {
			many, one = a, b
		}
		many, one = min(many, a), min(one, b)
		if one <= tolerance*max(many, least) {
			return
		}
	}
	t.Errorf("%d times %d bytes take %v, %d bytes at once take %v", factor, len(small), many, len(large), one)
}

// work reads a source several times and returns the processor time that this took.
// Garbage collection is off.
func work(t *testing.T, src string, times int) time.Duration {
	t.Helper()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	var r *Result
	var err error
	before := processor(t)
	for range times {
		r, err = Ingest([]byte(src), Options{})
	}
	took := processor(t) - before
	if err != nil {
		checkRefusal(t, []byte(src), err)
	} else {
		checkCovered(t, src, r)
	}
	return took
}

// processor returns the processor time that this process has used so far. On systems
// other than Linux, it returns the time of day instead.
func processor(t *testing.T) time.Duration {
	t.Helper()
	files, err := filepath.Glob("/proc/self/task/*/schedstat")
	if err != nil {
		t.Fatal(err)
	}
	total := time.Duration(0)
	for _, name := range files {
		var ran time.Duration
		if stat, err := os.ReadFile(name); err == nil { // the file is missing if the thread has ended
			fmt.Sscan(string(stat), &ran)
		}
		total += ran
	}
	if total == 0 {
		return time.Duration(time.Now().UnixNano())
	}
	return total
}

// TestManySpeakers reads sources with up to 100,000 speakers. Some formats need more
// comparisons of speakers than others, so their sources have fewer speakers.
func TestManySpeakers(t *testing.T) {
	for _, c := range []struct {
		name string
		n    int
		turn string // the speaker's number replaces N
	}{
		{"before colons", 100_000, "Speaker N: words\n"},
		{"in captions", 100_000, "00:01.000 --> 00:02.000\n<v Speaker N>words\n\n"},
		{"in bold", 20_000, "**Speaker N** [0:01]\nwords\n\n"},
		{"on lines", 20_000, "Speaker N\nwords\n\nSpeaker N\nmore words\n\n"},
	} {
		var b strings.Builder
		for i := range c.n {
			b.WriteString(strings.ReplaceAll(c.turn, "N", strconv.Itoa(i)))
		}
		r, err := Ingest([]byte(b.String()), Options{})
		if err != nil || len(r.Transcript.Speakers) != c.n {
			t.Fatalf("%s: %d speakers, error %v", c.name, len(r.Transcript.Speakers), err)
		}
	}
}

// TestLongTranscript reads 8 MB of dialogue: once with a turn on each line, and once
// in a single line.
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
