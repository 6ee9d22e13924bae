package export_test

import (
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"quoteline/shared/export"
	"quoteline/shared/transcript"
)

var update = flag.Bool("update", false, "write what the code gives into testdata")

// base is the origin (scheme and host) of the links in the golden files.
const base = "https://edge.example"

// formats lists all formats, each under the name of its section in testdata/*.txtar.
var formats = []struct {
	name  string
	write func(dst []byte, t *transcript.Transcript) ([]byte, error)
}{
	{"vtt", export.AppendVTT},
	{"srt", export.AppendSRT},
	{"podcast.json", indented(export.AppendPodcastJSON)},
	{"podcast.html", always(export.AppendPodcastHTML)},
	{"txt", always(func(dst []byte, t *transcript.Transcript) []byte { return export.AppendText(dst, t, base) })},
	{"md", always(func(dst []byte, t *transcript.Transcript) []byte { return export.AppendMarkdown(dst, t, base) })},
	{"jsonld", indented(func(dst []byte, t *transcript.Transcript) ([]byte, error) {
		return export.AppendConversation(dst, t, base)
	})},
}

func always(write func([]byte, *transcript.Transcript) []byte) func([]byte, *transcript.Transcript) ([]byte, error) {
	return func(dst []byte, t *transcript.Transcript) ([]byte, error) { return write(dst, t), nil }
}

// indented returns a function that does the same as write, but with indented JSON.
func indented(write func([]byte, *transcript.Transcript) ([]byte, error)) func([]byte, *transcript.Transcript) ([]byte, error) {
	return func(dst []byte, t *transcript.Transcript) ([]byte, error) {
		body, err := write(dst, t)
		if err != nil {
			return body, err
		}
		var value any
		if err := json.Unmarshal(body, &value); err != nil {
			return nil, err
		}
		body, err = json.MarshalIndent(value, "", " ")
		return append(body, '\n'), err
	}
}

// TestGolden reads testdata/*.txtar. The section "transcript" is the input. Each other
// section is the expected output in one format, or the error that is returned for that
// format.
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
	script := new(transcript.Transcript)
	if err := json.Unmarshal(section(archive, "transcript"), script); err != nil {
		t.Fatal(err)
	}
	script.Complete()
	for _, f := range formats {
		got, err := f.write(nil, script)
		if err != nil {
			got = []byte("error: " + err.Error() + "\n")
		}
		if *update {
			set(archive, f.name, got)
		} else if want := section(archive, f.name); string(got) != string(want) {
			t.Errorf("%s:\n%s\nwant\n%s", f.name, got, want)
		}
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func section(a *txtar.Archive, name string) []byte {
	for _, f := range a.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}

func set(a *txtar.Archive, name string, data []byte) {
	a.Files = slices.DeleteFunc(a.Files, func(f txtar.File) bool { return f.Name == name })
	a.Files = append(a.Files, txtar.File{Name: name, Data: data})
}

func TestWritersAppend(t *testing.T) {
	script := &transcript.Transcript{Turns: []transcript.Turn{{ID: "b2", Text: "Yes.", Start: transcript.At(0)}}}
	for _, f := range formats {
		if f.name == "podcast.json" || f.name == "jsonld" {
			continue // indented decodes and encodes JSON, so it cannot append
		}
		alone, err := f.write(nil, script)
		if err != nil {
			t.Fatal(err)
		}
		after, err := f.write([]byte("before"), script)
		if err != nil || string(after) != "before"+string(alone) {
			t.Errorf("%s: %q, %v", f.name, after, err)
		}
	}
}

// A paragraph of a turn may look like a label and the words of another speaker. Readers
// of the exported file must see that it continues the turn.
func TestAContinuedLineIsNoLabel(t *testing.T) {
	for _, tc := range []struct{ text, txt, srt string }{
		{"He said:\nSam: I never did.", "Ann: He said:\n\n    Sam: I never did.\n", "Ann: He said: Sam: I never did.\n"},
		{"So.\n[00:01:02] Sam: no.\nYes.", "Ann: So.\n\n    [00:01:02] Sam: no.\n\nYes.\n", "Ann: So. [00:01:02] Sam: no.\nYes.\n"},
		{"好。\n山姆：不。", "Ann: 好。\n\n    山姆：不。\n", "Ann: 好。 山姆：不。\n"},
		{"So.\n" + strings.Repeat("long ", 20) + "yes: no.", "\n\n" + strings.Repeat("long ", 20), "So.\n" + strings.Repeat("long ", 20)},
		{"So.\nNo label, only a line.", "\n\nNo label", "\nNo label"},
	} {
		script := &transcript.Transcript{
			ID:       "a",
			Speakers: []transcript.Speaker{{ID: "ann", Name: "Ann"}},
			Turns:    []transcript.Turn{{ID: "b2", Speaker: "ann", Text: tc.text, Start: transcript.At(0)}},
		}
		if txt := string(export.AppendText(nil, script, base)); !strings.Contains(txt, tc.txt) {
			t.Errorf("text of %q: %q", tc.text, txt)
		}
		if srt, err := export.AppendSRT(nil, script); err != nil || !strings.Contains(string(srt), tc.srt) {
			t.Errorf("SubRip of %q: %q, %v", tc.text, srt, err)
		}
	}
}

func TestTimedFormatsNeedEveryTime(t *testing.T) {
	timed := transcript.Turn{Text: "Yes.", Start: transcript.At(0)}
	for name, turns := range map[string][]transcript.Turn{
		"no turns":           nil,
		"no times":           {{Text: "Yes."}},
		"one without a time": {timed, {Text: "No."}, timed},
	} {
		for _, f := range formats[:3] {
			body, err := f.write([]byte("before"), &transcript.Transcript{Turns: turns})
			if !errors.Is(err, export.ErrNoTimecodes) || string(body) != "before" {
				t.Errorf("%s of %s: %q, %v", f.name, name, body, err)
			}
		}
	}
}

func TestEndsOfCues(t *testing.T) {
	at := transcript.At
	turn := func(start int64) transcript.Turn { return transcript.Turn{ID: "x", Text: "a", Start: at(start)} }
	ended := turn(1000)
	ended.End = at(1500)
	empty := turn(1000)
	empty.End = at(1000)
	for _, tc := range []struct {
		name     string
		turns    []transcript.Turn
		duration transcript.Millis
		want     []string
	}{
		{"its own", []transcript.Turn{ended, turn(2000)}, 3000, []string{"00:00:01.000 --> 00:00:01.500", "00:00:02.000 --> 00:00:03.000"}},
		{"the next start", []transcript.Turn{turn(0), turn(61_001)}, 62_000, []string{"00:00:00.000 --> 00:01:01.001", "00:01:01.001 --> 00:01:02.000"}},
		{"a start shared by two", []transcript.Turn{turn(5), turn(5), turn(9)}, 10, []string{"00:00:00.005 --> 00:00:00.009", "00:00:00.005 --> 00:00:00.009", "00:00:00.009 --> 00:00:00.010"}},
		{"open", []transcript.Turn{turn(1)}, 0, []string{"00:00:00.001 --> 99:59:59.999"}},
		{"a recording shorter than told", []transcript.Turn{turn(20)}, 10, []string{"00:00:00.020 --> 99:59:59.999"}},
		{"no length", []transcript.Turn{empty}, 0, []string{"00:00:01.000 --> 00:00:01.001"}},
		{"before the recording", []transcript.Turn{turn(-3000), turn(-1000), turn(2000)}, 3000, []string{"00:00:00.000 --> 00:00:00.001", "00:00:00.000 --> 00:00:02.000", "00:00:02.000 --> 00:00:03.000"}},
		{"days", []transcript.Turn{turn(360_000_000)}, 400_000_000, []string{"100:00:00.000 --> 111:06:40.000"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			script := &transcript.Transcript{Turns: tc.turns, Media: &transcript.Media{Duration: tc.duration}}
			body, err := export.AppendVTT(nil, script)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for line := range strings.Lines(string(body)) {
				if strings.Contains(line, "-->") {
					got = append(got, strings.TrimSpace(line))
				}
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("got  %q\nwant %q", got, tc.want)
			}
		})
	}
}
