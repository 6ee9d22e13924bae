package export_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"quoteline/shared/export"
	"quoteline/shared/ingest"
	"quoteline/shared/transcript"
)

// trip describes a format for a test. The test writes a transcript in the format and
// reads the file again. The fields of trip say which properties of the transcript must
// be the same after that.
type trip struct {
	name    string
	write   func(t *transcript.Transcript) ([]byte, error)
	timed   bool  // the format needs a start for every turn
	unit    int64 // precision of times, in milliseconds
	ends    bool  // ends of turns remain
	langs   bool  // languages of turns remain
	breaks  bool  // breaks between paragraphs remain
	title   bool
	escapes bool // words that look like syntax remain words
	asides  bool // a paragraph in brackets is read as a note
}

var trips = []trip{
	{name: "own", unit: 1, ends: true, langs: true, breaks: true, title: true, escapes: true,
		write: func(t *transcript.Transcript) ([]byte, error) { return json.Marshal(t) }},
	{name: "vtt", timed: true, unit: 1, ends: true, langs: true, escapes: true,
		write: func(t *transcript.Transcript) ([]byte, error) { return export.AppendVTT(nil, t) }},
	{name: "srt", timed: true, unit: 1, ends: true,
		write: func(t *transcript.Transcript) ([]byte, error) { return export.AppendSRT(nil, t) }},
	{name: "podcast.json", timed: true, unit: 1, ends: true, breaks: true, escapes: true,
		write: func(t *transcript.Transcript) ([]byte, error) { return export.AppendPodcastJSON(nil, t) }},
	{name: "podcast.html", unit: 1000, breaks: true, escapes: true, asides: true,
		write: func(t *transcript.Transcript) ([]byte, error) { return export.AppendPodcastHTML(nil, t), nil }},
	{name: "md", unit: 1000, breaks: true, title: true, escapes: true, asides: true,
		write: func(t *transcript.Transcript) ([]byte, error) { return export.AppendMarkdown(nil, t, base), nil }},
	{name: "txt", unit: 1000, breaks: true, title: true,
		write: func(t *transcript.Transcript) ([]byte, error) { return export.AppendText(nil, t, base), nil }},
}

// FuzzRoundTrip makes a transcript from the fuzzer's bytes. It writes the transcript in
// every format and reads the file again. Each format keeps some properties of a
// transcript. These properties must be the same in both transcripts.
func FuzzRoundTrip(f *testing.F) {
	for i := range 64 {
		seed := make([]byte, 256)
		for k := range seed {
			seed[k] = byte((i*k*k + 31*k + i*57) >> 2)
		}
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, choices []byte) {
		for _, trip := range trips {
			c := chooser(choices)
			trip.check(t, c.transcript(&trip))
		}
	})
}

// check writes a transcript in the format that p describes. Then it reads the file
// again, and compares the result with the original transcript.
func (p *trip) check(t *testing.T, sent *transcript.Transcript) {
	t.Helper()
	file, err := p.write(sent)
	if err != nil {
		t.Fatalf("%s: %v", p.name, err)
	}
	o := ingest.Options{Undo: []string{"join"}, Take: []string{"title"}}
	r, err := ingest.Ingest(file, o)
	if err != nil {
		t.Fatalf("%s: %v\n%s", p.name, err, file)
	}
	for _, d := range r.Report.Decisions {
		if d.Kind == ingest.DecideMerge && d.Applied { // for example of Host and MODERATOR
			o.Undo = append(o.Undo, d.ID)
		}
	}
	if r, err = ingest.Ingest(file, o); err != nil {
		t.Fatal(err)
	}
	want, got := p.carried(sent), p.carried(r.Transcript)
	if want != got {
		t.Fatalf("%s, read as %s:\n%s\nfirst difference\n%s", p.name, r.Report.Format.Why, file, difference(got, want))
	}
}

// difference compares two texts line by line. It returns the first pair of lines with
// the same number that differ. If there is no such pair, it returns how many lines each
// text has.
func difference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "got  " + a[i] + "\nwant " + b[i]
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(a), len(b))
}

// carried returns, as text, the properties of a transcript that the format keeps. It
// has one line for each turn.
func (p *trip) carried(t *transcript.Transcript) string {
	var b strings.Builder
	if p.title {
		fmt.Fprintf(&b, "%q\n", t.Title)
	}
	for i := range t.Turns {
		turn := &t.Turns[i]
		name, text := "note", turn.Text
		if k := t.SpeakerIndex(turn.Speaker); k >= 0 {
			name = t.Speakers[k].Name
		}
		if !p.breaks {
			text = strings.ReplaceAll(text, "\n", " ")
		}
		fmt.Fprintf(&b, "%s %s", name, p.clock(turn.Start))
		if p.ends {
			fmt.Fprintf(&b, "-%s", p.clock(turn.End))
		}
		if p.langs {
			fmt.Fprintf(&b, " %s", turn.Lang)
		}
		fmt.Fprintf(&b, " %q\n", text)
	}
	return b.String()
}

func (p *trip) clock(o transcript.Offset) string {
	ms, ok := o.Millis()
	if !ok {
		return "?"
	}
	return fmt.Sprint(ms - ms%p.unit)
}

// chooser makes choices from the fuzzer's bytes, one byte for each choice. If no bytes
// are left, it chooses option 0.
type chooser []byte

func (c *chooser) pick(n int) int {
	if len(*c) == 0 {
		return 0
	}
	v := int((*c)[0]) % n
	*c = (*c)[1:]
	return v
}

// names are speakers' names in several scripts, some with punctuation. The importer
// must recognise all of them before a colon, as in "Host:".
var names = []string{
	"Host", "Ada Long", "Ben O’Short", "MODERATOR", "Mme Wide", "SPEAKER_00", "Speaker 2", "唐鳳", "Dr. Äda von Long-Short", "المذيع",
	"Minister of Trade (North)",
}

// plain has ordinary sentences, and notes has stage directions in brackets. The third
// list has words that look like the syntax of some format.
var (
	plain = []string{
		"Yes.", "Well, it is what it is.", "“Quoted” – and so on …", "Café ünd 日本語。", "It cost $5, or 7%!", "Why?", "No; never.",
		"The point (as they say) is this.", "a/b + c = d", "He said it twice.",
	}
	signs = []string{
		"*stars* and _lines_", "<b>bold</b> & &amp; co", "[brackets](and links)", "`code` ~~gone~~", "# no heading", "> no quotation",
		"- no list", "1. no number", "2) nor this", "a\\b \\* c", "--> no arrow", "{\\an8}braces", "<v Ben>no voice", "&lt;", "***",
		"Ben said: no label", "Host: no label", "12:30 no time", "(0:05) nor this", "[00:01] nor this", "(laughs)", "[laughs]", "+ plus", "=",
		"A: b", "NOTE x", "WEBVTT", "\"quoted\"", "</p><p>", "Q: no question", "tail\\",
	}
	notes = []string{"[Laughter]", "(Applause.)", "[a door closes]", "(music (loud) and noise)"}
)

// transcript returns a random transcript. It has only the properties that are kept in
// the format that p describes.
func (c *chooser) transcript(p *trip) *transcript.Transcript {
	t := &transcript.Transcript{
		ID: "x", Title: "A talk", Lang: "en", Editing: transcript.EditingVerbatim, Timing: transcript.TimingNone,
		SourceURL: "https://example.org/a",
	}
	if p.escapes && p.title && c.pick(2) == 1 {
		t.Title = "A *talk* #1: “why_not”"
	}
	cast := 2 + c.pick(3)
	from := c.pick(len(names))
	for i := range cast {
		t.Speakers = append(t.Speakers, transcript.Speaker{ID: fmt.Sprint("s", i), Name: names[(from+i)%len(names)], Kind: transcript.KindGuest})
	}
	if p.timed || c.pick(2) == 1 {
		t.Timing = transcript.TimingTurn
	}
	at := int64(0)
	for i := range 2*cast + c.pick(8) {
		turn := transcript.Turn{ID: fmt.Sprint("t", i), Kind: transcript.Statement, Speaker: t.Speakers[i%cast].ID, Text: c.text(p)}
		if i >= cast && c.pick(5) == 4 {
			turn.Kind, turn.Speaker, turn.Text = transcript.Note, "", notes[c.pick(len(notes))]
		}
		if p.langs && turn.Kind != transcript.Note && c.pick(6) == 5 {
			turn.Lang = "fr"
		}
		if t.Timing == transcript.TimingTurn {
			length := int64(1 + c.pick(200)*37)
			turn.Start, turn.End = transcript.At(at), transcript.At(at+length)
			at += length + int64(c.pick(3))
		}
		t.Turns = append(t.Turns, turn)
	}
	if last := &t.Turns[len(t.Turns)-1]; c.pick(2) == 1 {
		last.End = transcript.Offset{}
	}
	t.Complete()
	return t
}

// text returns a random text of one to three paragraphs.
func (c *chooser) text(p *trip) string {
	var paragraphs []string
	for range 1 + c.pick(3) {
		var parts []string
		for range 1 + c.pick(4) {
			if p.escapes && c.pick(3) == 2 {
				parts = append(parts, signs[c.pick(len(signs))])
				continue
			}
			parts = append(parts, plain[c.pick(len(plain))])
		}
		if p.asides && strings.ContainsAny(parts[0][:1], "([") {
			parts[0] = "Well, " + parts[0]
		}
		paragraphs = append(paragraphs, strings.Join(parts, " "))
	}
	return strings.Join(paragraphs, "\n")
}
