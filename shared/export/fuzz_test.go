package export_test

import (
	"encoding/json"
	"html"
	"regexp"
	"strings"
	"testing"

	"quoteline/shared/export"
	"quoteline/shared/transcript"
)

// FuzzTimed writes three turns as WebVTT, SubRip and Podcasting 2.0 JSON. The JSON must
// be valid. The two caption files must have one cue for each turn, in order. Each cue
// must end after it starts, and must contain every word of its turn.
func FuzzTimed(f *testing.F) {
	f.Add("b2", "Host", "High or low?", "cy", int64(0), int64(2760), false)
	f.Add("-->", "A --> <b>", "1\n00:00:01,000 --> 00:00:02,000\n\nNOTE <v X>&amp;", "", int64(-5), int64(-9), true)
	f.Add("WEBVTT", "\r\n", "\u2028\u2029\x85\v\f\x00\xff", ">", int64(1<<40), int64(0), false)
	f.Fuzz(func(t *testing.T, id, name, text, lang string, start, length int64, note bool) {
		if words(text) == "" {
			return // a transcript whose turn has no words is not valid
		}
		const limit = 1 << 50
		start, length = start%limit, length%limit
		turn := transcript.Turn{ID: id, Speaker: "a", Text: text, Lang: lang, Start: transcript.At(start)}
		if note {
			turn.Kind = transcript.Note
		}
		ended := turn
		ended.End = transcript.At(start + length)
		script := &transcript.Transcript{
			Speakers: []transcript.Speaker{{ID: "a", Name: name}},
			Turns:    []transcript.Turn{turn, ended, turn},
		}
		vtt, err := export.AppendVTT(nil, script)
		if err != nil {
			t.Fatal(err)
		}
		srt, err := export.AppendSRT(nil, script)
		if err != nil {
			t.Fatal(err)
		}
		checkVTT(t, string(vtt), text)
		checkSRT(t, string(srt), text)
		podcast, err := export.AppendPodcastJSON(nil, script)
		if err != nil || !json.Valid(podcast) {
			t.Fatalf("%v: %s", err, podcast)
		}
	})
}

var (
	vttTiming = regexp.MustCompile(`^(\d{2,}:[0-5]\d:[0-5]\d\.\d{3}) --> (\d{2,}:[0-5]\d:[0-5]\d\.\d{3})$`)
	srtTiming = regexp.MustCompile(`^(\d{2,}:[0-5]\d:[0-5]\d,\d{3}) --> (\d{2,}:[0-5]\d:[0-5]\d,\d{3})$`)
	span      = regexp.MustCompile(`<[^>]*>`)
)

// blocks splits a caption file at its blank lines and returns the lines of each
// block.
func blocks(t *testing.T, file string) [][]string {
	t.Helper()
	if strings.ContainsAny(file, "\r\x00") {
		t.Fatalf("a line break or NUL of the text is in the file: %q", file)
	}
	var list [][]string
	for block := range strings.SplitSeq(strings.TrimSuffix(file, "\n"), "\n\n") {
		list = append(list, strings.Split(block, "\n"))
	}
	return list
}

func checkVTT(t *testing.T, file, text string) {
	t.Helper()
	list := blocks(t, file)
	if len(list) != 4 || len(list[0]) != 1 || list[0][0] != "WEBVTT" {
		t.Fatalf("not a head and three cues: %q", file)
	}
	for i, lines := range list[1:] {
		if lines[0] != string(rune('1'+i)) {
			t.Fatalf("cue %d has the identifier %q", i+1, lines[0])
		}
		checkTiming(t, vttTiming, lines[1])
		payload := strings.Join(lines[2:], "\n")
		if strings.Contains(payload, "-->") {
			t.Fatalf("a payload holds an arrow: %q", file)
		}
		if got := html.UnescapeString(span.ReplaceAllString(payload, "")); !strings.Contains(words(got), words(text)) {
			t.Fatalf("the words are %q, want %q", got, text)
		}
	}
}

func checkSRT(t *testing.T, file, text string) {
	t.Helper()
	list := blocks(t, file)
	if len(list) != 3 {
		t.Fatalf("not three cues: %q", file)
	}
	for i, lines := range list {
		if lines[0] != string(rune('1'+i)) {
			t.Fatalf("cue %d has the number %q", i+1, lines[0])
		}
		checkTiming(t, srtTiming, lines[1])
		payload := strings.Join(lines[2:], "\n")
		if strings.Contains(payload, "-->") {
			t.Fatalf("a payload holds an arrow: %q", file)
		}
		if !strings.Contains(words(payload), words(text)) {
			t.Fatalf("the words are %q, want %q", payload, text)
		}
	}
}

func checkTiming(t *testing.T, form *regexp.Regexp, line string) {
	t.Helper()
	times := form.FindStringSubmatch(line)
	if times == nil {
		t.Fatalf("not a line of times: %q", line)
	}
	start, end := times[1], times[2]
	if len(end) < len(start) || len(end) == len(start) && end <= start {
		t.Fatalf("the cue ends before it starts: %q", line)
	}
}

// words returns s without white space. It replaces each character that a caption file
// cannot contain by U+FFFD.
func words(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
	return strings.Join(strings.Fields(s), "")
}
