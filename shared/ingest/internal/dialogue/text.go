package dialogue

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Plain returns the format of a dialogue in plain text. A speaker's label ("Name:" or
// "NAME:") may be at the start of a line, after a separator (>, >> or > >), or inside a
// paragraph. The format accepts every text.
func Plain() draft.Format {
	return draft.Format{Name: "text", Detect: draft.Always, Read: readText}
}

// readText reads a dialogue in plain text.
func readText(src *source.Source, l *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	c := countCandidates(src)
	known := c.Speakers(l)
	t := &textReader{
		Draft: draft.New(src), ledger: l, known: known,
		headings: c.headings, separated: c.usesSeparators(known), wrap: c.hardWrap(), spellings: map[string]bool{}, spoken: spokenStamps(src, true),
	}
	t.names = label.Remember(func(name string) bool { return known[label.Fold(label.Clean(name))] })
	t.Marked = !src.Rendered
	t.arrows = len(known) > 0 || c.arrowLines > 1 && 2*c.arrowLines >= c.Lines
	if len(known) == 0 && (t.arrows || t.ChangesUnnamed()) {
		t.BeginCue(draft.Cue{}) // the words are those of speakers, although none has a name
	}
	for line := range src.Lines() {
		t.line(line)
	}
	return t.Draft, t.evidence(), nil
}

// textReader reads the lines of a plain text into cues (the words after one speaker's
// name or time).
type textReader struct {
	*draft.Draft
	boilerplate
	ledger    *draft.Ledger
	known     map[string]bool        // names of the speakers, in lower case
	names     func(name string) bool // reports whether a label, as the source spells it, is such a name
	separated bool                   // the text separates turns with >> inside lines
	arrows    bool                   // a >> without a name at the start of a line begins the words of another speaker
	wrap      hardWrap
	headings  map[int]bool // offsets of names before colons that are headings
	spoken    map[int]bool // offsets of lines that are only a time but are spoken

	// from is the offset of the first character that has not yet been added to the
	// words of a speaker. floor is the offset after the last speaker's name or
	// separator, such as >>.
	from, floor int

	join        byte             // separator before the text not yet added: '\n' or ' '
	widthBefore int              // length of the line before in code points; 0 if it is blank or there is none
	before      transcript.Range // the last line that is not blank
	spellings   map[string]bool  // labels as they are spelled in the text
}

// evidence returns the reason why the text was read as plain text, for the report.
func (t *textReader) evidence() string {
	n := 0
	for i := range t.Cues {
		if t.Cues[i].Label.Start < t.Cues[i].Label.End {
			n++
		}
	}
	if n == 0 {
		return "plain text, because no other format fits; no speaker labels"
	}
	why := "plain text, because no other format fits; " + strconv.Itoa(n) + " labels in " + strconv.Itoa(len(t.spellings)) + " spellings"
	if t.separated {
		why += ", separated by >>"
	}
	return why
}

// line reads one line of a plain text.
func (t *textReader) line(line transcript.Range) {
	text := t.Src.Text
	body := t.Src.Body(line)
	// Some lines are left out, and some are only a time or a stage direction. Any
	// other line is read from left to right: a time, a speaker's name, then speech.
	// The speech ends at the next speaker's name inside the line.
	if body.Start == body.End || t.leaveOut(t.Draft, body) || headingLine(t.Draft, body) || t.ownLineHeading(body) || t.timestampLine(body) || t.DirectionLine(body) {
		t.widthBefore = 0
		return
	}
	t.join = '\n'
	if t.widthBefore > 0 && t.wrap.joins(t.Src.Slice(t.before), t.Src.Slice(body)) {
		t.join = ' '
	}
	at := t.linePrefix(body)
	t.from, t.floor = at, at
	s := label.TurnStartAt(text, at, line.End)
	if s.Arrows > 0 || t.isSpeaker(s) {
		t.cut(s)
	}
	if s.Arrows > 1 && t.arrows && !t.isSpeaker(s) {
		t.BeginUnnamed()
	}
	for i := t.next(t.from, line.End); i < line.End; {
		i = t.next(t.step(i, line.End), line.End)
	}
	t.flush(line.End)
	t.before = body
	t.widthBefore = width(t.Src.Slice(line))
}

// next returns the offset of the next ":" or ">" in text[i:end]. A ":" may end a
// speaker's name, and a ">" may separate two turns. It returns end if there is neither.
func (t *textReader) next(i, end int) int {
	if i >= end {
		return end
	}
	if n := strings.IndexAny(t.Src.Text[i:end], ":>"); n >= 0 && t.Src.Budget.Steps(eachMark) {
		return i + n
	}
	return end
}

// step reads the ":" or ">" at text[i], and returns the offset at which reading
// continues.
func (t *textReader) step(i, end int) int {
	switch t.Src.Text[i] {
	case '>':
		return t.separator(label.TurnStartAt(t.Src.Text, i, end))
	case ':':
		return t.colon(i, end)
	}
	return i + 1
}

// separator reads one or more ">" inside a line. The argument s has their position. There
// are three cases:
//
//   - If a speaker's label follows, as in ">> Ada: Yes.", a turn begins.
//   - If ">>" follows a finished sentence, and this text separates turns with ">>", a
//     paragraph begins. If the text names no speakers, the words are another speaker's.
//   - Otherwise the ">" is part of the speech, as in "a > b".
//
// The result is the byte offset at which reading continues.
func (t *textReader) separator(s label.TurnStart) int {
	// The ">" of an arrow such as "->" or "=>" is text, not a separator of turns.
	arrow := t.from < s.Separator.Start && strings.IndexByte("-=", t.Src.Text[s.Separator.Start-1]) >= 0
	switch {
	case t.isSpeaker(s) && !arrow:
	case s.Arrows > 1 && (t.separated || t.arrows && len(t.known) == 0) && label.SentenceFinished(t.Src.Text, t.floor, s.Separator.Start):
		t.cut(s)
		if len(t.known) == 0 {
			t.BeginUnnamed()
		}
		return t.from
	default:
		if t.separated && !arrow {
			t.Remark(s.Separator, draft.Remark{
				Kind: draft.RemarkMark, Level: draft.LevelCheck,
				Done:         "kept as text, because no speaker's label follows it, and it is not >> after a finished sentence",
				Alternatives: []string{"begin a paragraph here"},
			})
		}
		return s.Separator.End
	}
	t.cut(s)
	return t.from
}

// colon looks for a speaker's name before the colon at text[i]. After a finished
// sentence, the name begins a turn ("Yes. Ben: No."). Inside a sentence, it remains
// text ("He said to me, Ben: come here"). The result is the offset at which reading
// continues.
func (t *textReader) colon(i, end int) int {
	if !label.OpensSpeech(t.Src.Text[i+1 : end]) {
		return i + 1
	}
	var name transcript.Range
	opens := false
	for r := range label.NamesBefore(t.Src.Text, i, t.from) {
		if t.known[label.Fold(label.Clean(t.Src.Slice(r)))] {
			name, opens = r, label.SentenceFinished(t.Src.Text, t.floor, r.Start)
			if opens {
				break
			}
		}
	}
	if name.End > 0 && t.decideSplit(name, opens) {
		t.cut(label.TurnStart{Separator: transcript.Range{Start: name.Start, End: name.Start}, Label: label.Label{Name: name, End: i + 1}})
	}
	return max(i+1, t.from)
}

// decideSplit decides whether a speaker's name inside a paragraph begins a turn. By
// default it does if the argument opens is true, which means that a finished sentence
// precedes the name. The decision is added to the report, so that an editor can
// reverse it.
func (t *textReader) decideSplit(name transcript.Range, opens bool) bool {
	at := t.Src.Position(name.Start)
	d := draft.Decision{
		ID:      draft.IDAt(draft.DecideSplit, at),
		Kind:    draft.DecideSplit,
		Applied: opens,
		Reason:  "a speaker's label, but in the middle of a sentence",
		Labels:  []draft.LabelCount{{Label: label.Clean(t.Src.Slice(name)), Turns: 1}}, Position: &at,
	}
	if opens {
		d.Reason = "a speaker's label after a finished sentence"
	}
	m := draft.Remark{Kind: draft.RemarkInside, Level: draft.LevelCheck, Decision: d.ID}
	if opens {
		m.Kind, m.Level = draft.RemarkSplit, draft.LevelInfo
	}
	applied := t.ledger.Decide(d)
	m.Done, m.Alternatives = "kept as text", []string{"begin a turn here"}
	if applied {
		m.Done, m.Alternatives = "a turn begins here", []string{"keep it as text"}
	}
	t.Remark(name, m)
	return applied
}
