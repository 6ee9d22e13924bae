package caption

import (
	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// entry is a caption of a format that is not made of blocks, such as SubStation Alpha.
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

// haveOneName reports whether all captions have the same name. If labels are in the words
// as well, that name is no speaker. Neither is "NTP", which converters such as subsrt-ts
// write everywhere.
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

// add appends a caption to list, if the budget allows it.
func (c *captions) add(list []entry, e entry) []entry {
	if !c.Src.Budget.Values(1 + len(e.lines)) {
		return list
	}
	return append(source.WithRoom(list), e)
}

// leaveOut leaves out the range r, with a remark (an entry of the report) that says done.
// The last argument is what an editor can do instead.
func (c *captions) leaveOut(r transcript.Range, done string, instead ...string) {
	c.Account(draft.SpanOmitted, r)
	c.Remark(r, draft.Remark{Kind: draft.RemarkFront, Level: draft.LevelInfo, Done: done, Alternatives: append([]string{}, instead...)})
}
