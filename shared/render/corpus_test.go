package render_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"quoteline/shared/ingest"
	"quoteline/shared/messages"
	"quoteline/shared/render"
	"quoteline/shared/search"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

var update = flag.Bool("update", false, "write what the code gives into the corpus")

// base is the origin of the server with the transcripts in all test cases.
const base = "https://edge.example"

// TestCorpus runs the code from input to markup on each archive of testdata. An
// archive begins with an input, the text of an interview. Its sections transcript,
// layout and html are the expected results. They are the same whether Go or TinyGo
// compiles the code. An optional section view has the reader's filter and search. The
// browser tests read only archives without a view. An optional section lang has the
// language of the interface.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			testArchive(t, file)
		})
	}
}

func testArchive(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	result, err := ingest.Ingest(section(archive, "input"), options(t, archive))
	if err != nil {
		t.Fatal(err)
	}
	script := result.Transcript
	if faults := script.Validate(); len(faults) > 0 {
		t.Errorf("the transcript is not valid: %v", faults)
	}
	encoded := encode(t, script)
	parsed, err := transcript.Parse(encoded)
	if err != nil {
		t.Fatal(err)
	}
	view := parseView(t, parsed, string(section(archive, "view")))
	layout := timeline.Lay(parsed, view)
	html := render.AppendWidget(nil, parsed, layout, render.Options{Base: base, Words: language(archive)})
	check(t, archive, "transcript", encoded)
	check(t, archive, "layout", []byte(describe(layout)))
	check(t, archive, "html", append(html, '\n'))
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func options(t *testing.T, archive *txtar.Archive) ingest.Options {
	var o ingest.Options
	if meta := section(archive, "meta"); len(meta) > 0 {
		if err := json.Unmarshal(meta, &o.Meta); err != nil {
			t.Fatal(err)
		}
	}
	return o
}

func language(archive *txtar.Archive) *messages.Table {
	return messages.Choose(strings.TrimSpace(string(section(archive, "lang"))), "en")
}

func encode(t *testing.T, script *transcript.Transcript) []byte {
	var buf bytes.Buffer
	encoder := json.NewEncoder(&buf)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(script); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func section(archive *txtar.Archive, name string) []byte {
	for _, f := range archive.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}

// check compares a section of an archive with the result of the code. If the test flag
// update is set, it replaces the section by the result instead.
func check(t *testing.T, archive *txtar.Archive, name string, got []byte) {
	t.Helper()
	if *update {
		i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == name })
		if i < 0 {
			archive.Files = append(archive.Files, txtar.File{Name: name, Data: got})
		} else {
			archive.Files[i].Data = got
		}
		return
	}
	if want := section(archive, name); !bytes.Equal(got, want) {
		t.Errorf("%s differs from the corpus; got:\n%s\nwant:\n%s", name, got, want)
	}
}

// parseView reads a view (the reader's filter, search and position) from text. Each
// line has a key and a value.
func parseView(t *testing.T, script *transcript.Transcript, text string) *timeline.View {
	v := &timeline.View{}
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch key {
		case "off":
			v.Off = make([]bool, len(script.Speakers))
			for id := range strings.FieldsSeq(value) {
				v.Off[script.SpeakerIndex(id)] = true
			}
		case "topic":
			v.Topic = value
		case "search":
			v.Query = value
			v.Hits = search.New(script).Find(value)
		case "only-hits":
			v.OnlyHits = true
		case "hit":
			fmt.Sscan(value, &v.Hit)
		case "linked":
			fmt.Sscan(value, &v.Linked)
			v.At = v.Linked
		case "cited":
			anchor, ok := transcript.ParseAnchor(value)
			if !ok {
				t.Fatalf("cited %q is no anchor", value)
			}
			turn, words, proof := anchor.Resolve(script)
			v.Linked, v.At, v.Cited, v.Proof = turn+1, turn+1, words, proof
		case "reveal":
			v.Revealed = make([]bool, len(script.Turns))
			var n int
			fmt.Sscan(value, &n)
			v.Revealed[n-1] = true
		default:
			t.Fatalf("unknown view key %q", key)
		}
	}
	return v
}

// describe returns a layout (the positions of all turns on the page) as text. It writes
// one line for each bar, list item or other part.
func describe(l *timeline.Layout) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d words, at %d, %d match, %d shown, %d turns with hits\n", l.Words, l.At, l.Matches, l.Shown, l.HitTurns)
	for _, lane := range l.Lanes {
		fmt.Fprintf(&b, "lane %v %q %d turns %d words %d%% %d hits off=%t\n", lane.Speakers, lane.Short, lane.Turns, lane.Words, lane.Share, lane.HitIn, lane.Off)
	}
	for i, s := range l.Segments {
		row := l.Rows[i]
		fmt.Fprintf(&b, "turn %d %d+%d lane %d words %d mark %d shown=%t stub=%d hits %v\n", i+1, s.X, s.W, s.Lane, s.Words, s.Mark, row.Shown, row.Stub, row.Hits)
	}
	for _, th := range l.Threads {
		fmt.Fprintf(&b, "thread %d %d-%d\n", th.X, th.Top, th.End)
	}
	for _, band := range l.Bands {
		fmt.Fprintf(&b, "band %d %d+%d turns %d-%d empty=%t\n", band.Topic, band.X, band.W, band.First, band.Last, band.Empty)
	}
	for _, tick := range l.Ticks {
		if l.Clock != nil {
			fmt.Fprintf(&b, "tick %d at %d ms narrow=%t\n", tick.X, tick.Millis, tick.Narrow)
		} else {
			fmt.Fprintf(&b, "tick %d turn %d narrow=%t\n", tick.X, tick.N, tick.Narrow)
		}
	}
	for _, pause := range l.Pauses {
		fmt.Fprintf(&b, "pause %d+%d of %d ms\n", pause.X, pause.W, pause.Millis)
	}
	for _, hit := range l.Hits {
		fmt.Fprintf(&b, "hit %d turn %d current=%t\n", hit.X, hit.N, hit.Current)
	}
	return b.String()
}
