package draft

import (
	"strings"
	"unicode"

	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// addUnmarked adds the piece of text p to the last cue (the words of one speaker)
// without the marks in it, such as "**". It returns false if p has no marks.
func (d *Draft) addUnmarked(p Part) bool {
	marks := label.InlineMarks(d.Src.Slice(p.Range), d.Markdown)
	if len(marks) == 0 {
		return false
	}
	at, join := p.Start, p.Join
	for _, m := range marks {
		m.Start, m.End = m.Start+p.Start, m.End+p.Start
		if m.Start < at { // m is inside the previous mark
			continue
		}
		join = d.addPiece(transcript.Range{Start: at, End: m.Start}, join)
		if join == 0 && strings.HasPrefix(d.Src.Text[m.Start:], "<br") {
			join = ' '
		}
		d.leaveOutMark(m, p.End)
		at = m.End
	}
	d.addPiece(transcript.Range{Start: at, End: p.End}, join)
	return true
}

// addPiece adds the words in the range r without the white space around them. The
// argument join is the separator before them. The result is the separator before the
// words that come next.
func (d *Draft) addPiece(r transcript.Range, join byte) byte {
	raw := d.Src.Slice(r)
	words := strings.TrimFunc(raw, unicode.IsSpace)
	if words == "" {
		if raw != "" && join == 0 {
			return ' '
		}
		return join
	}
	lead := strings.Index(raw, words)
	if lead > 0 && join == 0 {
		join = ' '
	}
	r = transcript.Range{Start: r.Start + lead, End: r.Start + lead + len(words)}
	d.addPart(Part{Range: r, Join: join})
	if lead+len(words) < len(raw) {
		return ' '
	}
	return 0
}

// leaveOutMark leaves the mark m out of the words, and reports it if an editor may need
// it. The argument end is the offset at which the paragraph ends. If m is a time at the
// end of a paragraph, such as "#00:00:05-2#", it is the start time of the next cue (a
// piece of text by one speaker).
func (d *Draft) leaveOutMark(m label.InlineMark, end int) {
	switch m.Kind {
	case label.MarkStyle:
		d.Account(SpanMarkup, m.Range)
	case label.MarkStruck:
		d.Account(SpanOmitted, m.Range)
		d.Remark(m.Range, Remark{Kind: RemarkHeading, Level: LevelCheck, Done: "left out: struck words", Alternatives: []string{"add them to the turn"}})
	case label.MarkImage:
		d.Account(SpanOmitted, m.Range)
		d.Remark(m.Range, Remark{
			Kind: RemarkFooter, Level: LevelInfo, Done: "left out: an image with the words that describe it, which are not spoken", Alternatives: []string{"add them as a note"},
		})
	case label.MarkTime:
		d.Account(SpanTime, m.Range)
		if c, after := source.TimeRangeAt(d.Src.Text, m.Start, m.End); d.Src.Text[m.Start] == '#' && after > 0 && m.End == end {
			d.ended = c.Start
			d.OpenCue().Clock.Extend(c.Start)
			return
		}
		d.Remark(m.Range, Remark{Kind: RemarkUnused, Level: LevelInfo, Done: "left out: a time inside the words", Alternatives: []string{"split the turn here"}})
	}
}
