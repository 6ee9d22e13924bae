package caption

import (
	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// entry is a caption of a format such as SubStation Alpha, in which blank lines do not
// delimit captions.
type entry struct {
	start, end transcript.Offset
	time       transcript.Range   // range of the times in the source; empty if another entry has it
	name       transcript.Range   // range of the speaker's name; empty if there is none
	lines      []transcript.Range // the lines of the text
}

// readEntries reads the captions of a whole file.
func (c *captions) readEntries(list []entry) {
	each := func(f func(transcript.Range, bool)) {
		for i := range list {
			for k, line := range list[i].lines {
				f(line, k == 0)
			}
		}
	}
	c.survey.cues = len(list)
	c.takeSurvey(each)
	c.countNames(each)
	ignore := c.haveOneName(list) && (c.survey.anyColon() || c.Src.Slice(list[0].name) == "NTP")
	for i := range list {
		if ignore {
			list[i].name = transcript.Range{}
		}
		c.readEntry(&list[i])
	}
}

// haveOneName reports whether all captions have the same value in the field for the
// speaker's name. In that case the value may not be a name. For example, converters such
// as subsrt-ts write "NTP" into this field of every caption.
func (c *captions) haveOneName(list []entry) bool {
	if len(list) == 0 {
		return false
	}
	for i := range list {
		if c.Src.Slice(list[i].name) != c.Src.Slice(list[0].name) {
			return false
		}
	}
	return true
}

// readEntry reads one caption.
func (c *captions) readEntry(e *entry) {
	at := e.time
	if at.Start == at.End && len(e.lines) > 0 {
		at = e.lines[0]
	}
	c.Account(draft.SpanTime, e.time)
	c.clock, c.speakerNamed, c.afterSound = c.ClockOf(e.start, e.end, at), false, false
	c.cuesIn++
	c.beginContinued()
	c.dashTurns, c.firstLine = c.hasDashes(e.lines), true
	if name := label.CleanName(c.Src.Slice(e.name)); name != "" {
		c.named++
		c.speaker(e.name, name, e.name.End)
		c.speakerNamed = true
	}
	for _, line := range e.lines {
		c.payload(line)
	}
	c.MarkDirection()
}

// add appends a caption to list. If the caption exceeds the budget (the limit of work and
// memory), the result is list without the caption.
func (c *captions) add(list []entry, e entry) []entry {
	if !c.Src.Budget.Values(1 + len(e.lines)) {
		return list
	}
	return append(source.WithRoom(list), e)
}

// leaveOut excludes the range r of the source from the transcript, and adds a remark (an
// entry of the report). The argument done describes what was left out. The argument
// instead lists what an editor can do about it.
func (c *captions) leaveOut(r transcript.Range, done string, instead ...string) {
	c.Account(draft.SpanOmitted, r)
	c.Remark(r, draft.Remark{Kind: draft.RemarkFront, Level: draft.LevelInfo, Done: done, Alternatives: append([]string{}, instead...)})
}
