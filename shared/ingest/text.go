package ingest

import (
	"strconv"
	"strings"
	"unicode"

	"quoteline/shared/transcript"
)

// readText reads a dialogue in plain text: labels (Name: or NAME:) at the
// outset of lines, behind the separators >, >> and > >, and inside paragraphs.
func readText(src *source, l *ledger) (*draft, string, error) {
	c := takeCensus(src)
	known := c.speakers(l)
	t := &cutter{
		draft: newDraft(src), ledger: l, known: known,
		separated: c.separated(known), wrapping: c.wrapping(), spelled: map[string]bool{},
	}
	for line := range src.lines() {
		t.line(line)
	}
	return t.draft, t.why(), nil
}

// cutter cuts a text into cues, line by line.
type cutter struct {
	*draft
	scenery
	ledger    *ledger
	known     map[string]bool // folded names of the speakers
	separated bool            // the text sets turns apart with >>
	wrapping  wrapping

	from, floor int             // where the pending text and the text since the last slot begin
	join        byte            // how the pending text follows
	before      int             // length of the line before, 0 when it is blank or there is none
	spelled     map[string]bool // labels, as written
}

// why says what the text was recognised by.
func (t *cutter) why() string {
	n := 0
	for i := range t.cues {
		if t.cues[i].label.Start < t.cues[i].label.End {
			n++
		}
	}
	if n == 0 {
		return "no sign of another format, and no speaker label"
	}
	why := "no sign of another format; " + strconv.Itoa(n) + " labels in " + strconv.Itoa(len(t.spelled)) + " spellings"
	if t.separated {
		why += ", set apart by >>"
	}
	return why
}

func (t *cutter) line(line transcript.Range) {
	text := t.src.text
	body := t.src.body(line)
	if body.Start == body.End || t.leaveOut(t.draft, body) || t.heading(body) || t.stamp(body) || t.direction(body) {
		t.before = 0
		return
	}
	t.join = '\n'
	if t.before > 0 && t.wrapping.width > 0 && t.wrapping.broken(t.before, t.src.slice(body)) {
		t.join = ' '
	}
	at := t.timed(body)
	t.from, t.floor = at, at
	s := slotAt(text, at, line.End)
	if s.marks > 0 || t.speaker(s) {
		t.cut(s)
	}
	for i := t.next(t.from, line.End); i < line.End; {
		i = t.next(t.step(i, line.End), line.End)
	}
	t.flush(line.End)
	t.before = width(t.src.slice(line))
}

// next returns the offset of the next character that step looks at, or end.
func (t *cutter) next(i, end int) int {
	if i >= end {
		return end
	}
	if n := strings.IndexAny(t.src.text[i:end], ":>"); n >= 0 {
		return i + n
	}
	return end
}

// step looks at the character at i and returns the offset to go on from.
func (t *cutter) step(i, end int) int {
	switch t.src.text[i] {
	case '>':
		return t.separator(slotAt(t.src.text, i, end))
	case ':':
		return t.colon(i, end)
	}
	return i + 1
}

// separator cuts at > in mid-line if a speaker's label follows, or if the text
// is separated in this way and a sentence is finished.
func (t *cutter) separator(s slot) int {
	arrow := t.from < s.mark.Start && strings.IndexByte("-=", t.src.text[s.mark.Start-1]) >= 0
	switch {
	case t.speaker(s) && !arrow:
	case s.marks > 1 && t.separated && finished(t.src.text, t.floor, s.mark.Start):
	default:
		if t.separated && !arrow {
			t.remark(s.mark, Remark{
				Kind: RemarkMark, Level: LevelCheck,
				Done:         "kept as text, because no finished sentence stands before it or no label behind it",
				Alternatives: []string{"begin a paragraph here"},
			})
		}
		return s.mark.End
	}
	t.cut(s)
	return t.from
}

// colon looks for a speaker's name before the colon at i. After a finished
// sentence it begins a turn, inside a sentence it stays text.
func (t *cutter) colon(i, end int) int {
	if !opensSpeech(t.src.text[i+1 : end]) {
		return i + 1
	}
	var name transcript.Range
	opens := false
	for r := range namesBefore(t.src.text, i, t.from) {
		if t.known[fold(clean(t.src.slice(r)))] {
			name, opens = r, finished(t.src.text, t.floor, r.Start)
			if opens {
				break
			}
		}
	}
	if name.End > 0 && t.split(name, opens) {
		t.cut(slot{mark: transcript.Range{Start: name.Start, End: name.Start}, label: label{name, i + 1}})
	}
	return max(i+1, t.from)
}

// split settles whether the label with that name inside a paragraph begins a
// turn, and remarks on it.
func (t *cutter) split(name transcript.Range, opens bool) bool {
	at := t.src.position(name.Start)
	d := Decision{
		ID:      IDAt(DecideSplit, at),
		Kind:    DecideSplit,
		Applied: opens,
		Reason:  "the label of a speaker, but in a running sentence",
		Labels:  []LabelCount{{clean(t.src.slice(name)), 1}}, Position: &at,
	}
	if opens {
		d.Reason = "the label of a speaker, after a finished sentence"
	}
	m := Remark{Kind: RemarkInside, Level: LevelCheck, Decision: d.ID}
	if opens {
		m.Kind, m.Level = RemarkSplit, LevelInfo
	}
	applied := t.ledger.settle(d)
	m.Done, m.Alternatives = "kept as text", []string{"begin a turn here"}
	if applied {
		m.Done, m.Alternatives = "a turn begins here", []string{"keep it as text"}
	}
	t.remark(name, m)
	return applied
}

func (t *cutter) speaker(s slot) bool {
	return s.labelled() && t.known[fold(clean(t.src.slice(s.label.name)))]
}

// cut ends the pending text before s and goes on behind it.
func (t *cutter) cut(s slot) {
	t.flush(s.mark.Start)
	t.account(SpanSeparator, s.mark)
	t.from = max(s.at, t.from)
	if t.speaker(s) {
		t.open(s.label)
		t.spelled[t.cues[len(t.cues)-1].name] = true
		t.from = s.label.end
	}
	t.floor, t.join = t.from, '\n'
}

// flush adds the pending text up to end to the open cue.
func (t *cutter) flush(end int) {
	s := t.src.text[t.from:end]
	start := end - len(strings.TrimLeftFunc(s, isBlank))
	if r := (transcript.Range{Start: start, End: t.from + len(strings.TrimRightFunc(s, unicode.IsSpace))}); r.Start < r.End {
		t.resume()
		t.text(r, t.join)
	}
	t.from = end
}
