package draft

import (
	"strings"
	"unicode"

	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Cue is a piece of text in the source: the words under one label (a name such as
// "Ada:") or one time. A file of any format is read into cues first. Later, turns
// (all words of a person until the next one speaks) are made of the cues.
type Cue struct {
	Label         transcript.Range // range in the source; empty if the cue has no label
	Name          string           // cleaned name of the label; "" if the speaker is unknown
	Parts         []Part
	Clock         source.Clock
	Lang          string // language of the words; "" if the source does not give it
	Continued     bool   // there is no label: the speaker of the cue before continues
	TimestampOnly bool   // continued is true, and a time in the text began the cue
	Note          bool   // the words are not speech, such as "[Applause]"
	Unlabelled    bool   // there is no label, although every cue of the source should have one: no speaker
}

// Part is a piece of a cue's text, such as one line. (A cue has the words under one
// speaker's name or one time.) The range is the place of this piece in the source,
// without white space at its ends.
type Part struct {
	transcript.Range
	Text string // text with escapes resolved; "" if it is the same as in the source
	Join byte   // separator from the part before: '\n' begins a paragraph, ' ' a word; 0 continues the word
}

// OpenCue returns the last cue (a piece of text by one speaker). Text that is read
// next is added to this cue.
func (d *Draft) OpenCue() *Cue { return &d.Cues[len(d.Cues)-1] }

// BeginLabelled begins a cue (a piece of text by one speaker) with the label l, a
// name such as "Ada:". It also records the range of the label for the import report.
func (d *Draft) BeginLabelled(l label.Label) {
	d.BeginCue(Cue{Label: l.Name, Name: label.Clean(d.Src.Slice(l.Name))})
	d.AccountLabel(l)
}

// AccountLabel records the range of a label, such as "Ada:", for the import report.
// The range includes the colon, except if a bracket is between name and colon, as in
// "[Ada]:".
func (d *Draft) AccountLabel(l label.Label) {
	if l.Name.End < l.End && strings.IndexByte("])", d.Src.Text[l.Name.End]) >= 0 {
		l.End = l.Name.End
	}
	d.Account(SpanLabel, transcript.Range{Start: l.Name.Start, End: l.End})
}

// BeginCue begins the cue c (a piece of text by one speaker). If the last cue has
// only a time, as from a line "0:05", and c has no time, both become one cue: c gets
// the time and replaces the last cue.
func (d *Draft) BeginCue(c Cue) {
	if d.changed && !c.Note {
		d.changed = false
		if c.Continued {
			c.Name, c.Continued = "", false
		}
	}
	if last := d.OpenCue(); last.TimestampOnly && len(last.Parts) == 0 && c.Clock.Start.IsZero() {
		c.Clock = last.Clock
		*last = c
		return
	}
	if c.Clock.Start.IsZero() && !c.Continued {
		c.Clock.Start, d.ended = d.ended, transcript.Offset{}
	}
	if d.Src.Budget.Cues(1) {
		d.Cues = append(source.WithRoomTo(d.Cues, d.reached(), len(d.Src.Text)), c)
	}
}

// AddParagraph adds the text in the range r, which is not empty, to the last cue (a
// piece of text by one speaker). If r begins a new paragraph of a speaker without
// repeating the name, it also adds an entry about this to the import report.
func (d *Draft) AddParagraph(r transcript.Range, join byte) {
	cues, c := len(d.Cues), *d.OpenCue()
	d.AddPart(Part{Range: r, Join: join})
	added := len(d.Cues) == cues && len(d.OpenCue().Parts) > len(c.Parts) // an image adds no words
	if added && join == '\n' && len(c.Parts) > 0 && cues > 1 && c.Name != "" {
		d.Remark(r, Remark{
			Kind: RemarkContinues, Level: LevelInfo,
			Done:         "added to the turn of " + c.Name + ", because it has no label",
			Alternatives: []string{"put a label before it"},
		})
	}
}

// AddPart adds the piece of text p to the last cue (the words of one speaker). It also
// records the range of p for the import report. In a Markdown source, escapes such as
// `\*` are resolved. If d.Marked is true, marks such as "**" are left out. A mark such as
// "[SPEAKER_TURN]", which says that the speaker changes, begins a new cue.
func (d *Draft) AddPart(p Part) {
	if d.turnMarks && d.addTurns(p) {
		return
	}
	d.beginChanged()
	if !d.Marked || p.Text != "" || !d.addUnmarked(p) {
		d.addPart(p)
	}
}

// addPart is like AddPart for a piece of text without marks such as "**".
func (d *Draft) addPart(p Part) {
	c := d.OpenCue()
	if d.Markdown && p.Text == "" {
		if text := d.WordsAt(p.Range); text != d.Src.Slice(p.Range) {
			p.Text = text
		}
	}
	if d.Src.Budget.Exceeded() != nil {
		return
	}
	if strings.IndexFunc(d.partText(p), isShown) < 0 { // a turn needs a character that is shown
		d.Account(SpanMarkup, p.Range)
		return
	}
	if c.Parts == nil {
		c.Parts = d.spaceForPart()
	}
	c.Parts = append(source.WithRoom(c.Parts), p)
	kind := SpanText
	if len(d.Cues) == 1 {
		kind = SpanIntroduction
	}
	d.Account(kind, p.Range)
}

// spaceForPart returns an empty list with space for one part. Most cues (pieces of text by
// one speaker) have one part only, so the space for many cues is allocated at once.
func (d *Draft) spaceForPart() []Part {
	const many = 64
	if len(d.space) == 0 {
		d.space = make([]Part, many)
	}
	list := d.space[:0:1]
	d.space = d.space[1:]
	return list
}

// isShown reports whether r is a visible character. White space, control characters and
// marks of the writing direction are not.
func isShown(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsControl(r) && !source.IsDirectionMark(r)
}

// WordsAt returns the words in the range r of the source. If the source is Markdown,
// it resolves escapes and character references: `\*` becomes "*", and "&amp;" becomes "&".
func (d *Draft) WordsAt(r transcript.Range) string {
	if d.Markdown {
		return source.ControlsAsSpaces(label.UnescapedMarkdown(d.Src.Slice(r)))
	}
	return d.Src.Slice(r)
}

// AddMeaning adds text to the last cue (the words of one speaker). The source has
// this text in the range r, perhaps with escapes such as &amp;. Each line of text
// becomes a paragraph, and blank lines are dropped. If the whole text is blank, r is
// only recorded as markup.
func (d *Draft) AddMeaning(r transcript.Range, text string, join byte) {
	if text = trimParagraphs(text); text == "" {
		d.Account(SpanMarkup, r)
		return
	}
	d.AddPart(Part{r, text, join})
}

// trimParagraphs removes empty lines, and the white space around each line.
func trimParagraphs(text string) string {
	text = strings.TrimFunc(text, unicode.IsSpace)
	if !strings.ContainsAny(text, "\r\n") {
		return text
	}
	var lines []string
	for line := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if line = strings.TrimFunc(line, unicode.IsSpace); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
