//go:build corpus

package ingest

import (
	"encoding/json"
	"maps"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quoteline/shared/transcript"
)

// expectation has facts about one transcript file, such as the number of its turns.
// Another program, which was written independently of this package, has read the file and
// found these facts. This package must find the same.
type expectation struct {
	Turns, MergedTurns *int
	Speakers           map[string]int
	FirstText          string   `json:"first_text"`
	LastText           string   `json:"last_text"`
	FirstStart         *float64 `json:"first_start"`
	LastStart          *float64 `json:"last_start"`
	LastEnd            *float64 `json:"last_end"`
	Backwards          int      `json:"start_goes_backwards"`
	Overlaps           int
	Merged             *int `json:"merged_turns"`
}

// readings has an entry for each transcript file of the test. The key is the name of
// the file. The field format is the format that this package must recognise. The field
// merged is true if this package joins neighbouring turns by one speaker into one turn.
// Some results differ on purpose from those of the program that wrote expected.json,
// and the field why gives the reason. If the text of the last turn differs, the field
// lastText has the beginning of the correct text.
var readings = map[string]struct {
	format    string
	merged    bool
	lastText  string
	lastStart float64
	why       string
}{
	"o01-podcasting20-word-segments.json": {format: "podcasting20-json", merged: true, lastStart: 2.75, why: "a word is not a turn"},
	"o02-podcast-voice-tags.vtt": {format: "webvtt", merged: true, lastStart: 19.08,
		lastText: "Hi Buzzsprout, Gillian here from breaking through careers podcast. My question is, do we need a podcast traile",
		why:      "captions cut sentences, so the last turn begins with an earlier cue"},
	"o03-podcast-sparse-labels.srt":  {format: "srt", merged: true, why: "captions without a label continue the turn before; the last turn is the last label's"},
	"o05-heading-labels-en.md":       {format: "dialogue"},
	"o06-mercury6-timecoded.txt":     {format: "spacelog"},
	"o07-name-then-time-own-line.md": {format: "dialogue"},
	"o08-qa-dash.md":                 {format: "dialogue"},
	"o09-otter-bold-labels.md":       {format: "dialogue"},
	"o10-deepgram-diarized.json":     {format: "deepgram-json", merged: true, why: "utterances are cut at pauses"},
	"o13-whisper-timestamped.json":   {format: "whisper-json", why: "without speakers nothing can be joined"},
	"o14-congressional-record-senate.htm": {format: "congressional-record",
		lastText: "Without objection, it is so ordered.", why: "the rule after the last turn is not speech; it is reported as left out"},
}

// TestCorpus reads the files in the folder that the environment variable CORPUS
// names, and compares the results with expected.json in that folder. It is compiled
// only with the build tag "corpus" (make test-corpus), because the files are not in
// the repository.
func TestCorpus(t *testing.T) {
	dir := os.Getenv("CORPUS")
	src, err := os.ReadFile(filepath.Join(dir, "expected.json"))
	if err != nil {
		t.Fatalf("CORPUS: %v", err)
	}
	var expected map[string]expectation
	if err := json.Unmarshal(src, &expected); err != nil || len(expected) != len(readings) {
		t.Fatalf("%d files, error %v", len(expected), err)
	}
	for name, want := range expected {
		t.Run(name, func(t *testing.T) {
			src, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			checkReading(t, name, src, want)
		})
	}
}

// TestSeedFolder reads every .txt file in the folder that the environment variable
// SEED names. Each file must be a copy of the interview in testdata/seed.txt.
func TestSeedFolder(t *testing.T) {
	dir := os.Getenv("SEED")
	names, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatalf("SEED: no .txt in %q, error %v", dir, err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			checkInterview(t, ingestSeed(t, string(src), Options{}))
		})
	}
}

func checkReading(t *testing.T, name string, src []byte, want expectation) {
	r, err := Ingest(src, Options{})
	if err != nil {
		t.Fatal(err)
	}
	reading := readings[name]
	if r.Report.Format.Name != reading.format {
		t.Errorf("format %+v", r.Report.Format)
	}
	checkResult(t, string(src), Options{}, r)
	var speech []transcript.Turn
	for _, u := range r.Transcript.Turns {
		if u.Kind != transcript.Note {
			speech = append(speech, u)
		}
	}
	turns := want.Turns
	if reading.merged {
		turns = want.Merged
	}
	if len(speech) != *turns {
		t.Fatalf("%d turns, want %d", len(speech), *turns)
	}
	labels := map[string]int{}
	for _, s := range r.Report.Speakers {
		for _, l := range s.Labels {
			labels[l.Label] += l.Turns
		}
	}
	if !maps.Equal(labels, want.Speakers) {
		t.Errorf("labels %v, want %v", labels, want.Speakers)
	}
	first, last := speech[0], speech[len(speech)-1]
	if !strings.HasPrefix(strings.ReplaceAll(first.Text, "\n", " "), want.FirstText) {
		t.Errorf("first text %.80q, want %q", first.Text, want.FirstText)
	}
	end := strings.ReplaceAll(last.Text, "\n", " ")
	switch {
	case reading.lastText != "" && !strings.HasPrefix(end, reading.lastText),
		reading.lastText == "" && reading.merged && !strings.Contains(end, want.LastText),
		reading.lastText == "" && !reading.merged && !strings.HasPrefix(end, want.LastText):
		t.Errorf("last text %.200q, want %q", end, want.LastText)
	}
	checkTime(t, "first start", first.Start, want.FirstStart)
	checkTime(t, "last end", last.End, want.LastEnd)
	if !reading.merged {
		checkTime(t, "last start", last.Start, want.LastStart)
	}
	n := map[RemarkKind]int{}
	for _, m := range r.Report.Remarks {
		n[m.Kind]++
	}
	if n[RemarkBackwards] != want.Backwards || n[RemarkOverlap] != want.Overlaps {
		t.Errorf("%d times go back, want %d; %d overlap, want %d", n[RemarkBackwards], want.Backwards, n[RemarkOverlap], want.Overlaps)
	}
}

func checkTime(t *testing.T, what string, got transcript.Offset, want *float64) {
	t.Helper()
	ms, ok := got.Millis()
	if ok != (want != nil) || ok && ms != int64(math.Round(*want*1000)) {
		t.Errorf("%s %d (%t), want %v", what, ms, ok, want)
	}
}
