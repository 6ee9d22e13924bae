package ingest

import (
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// captions reads what WebVTT and SubRip have in common: blocks of lines, apart
// by blank ones, with a line of two times.
type captions struct {
	*draft
	ledger *ledger
	known  map[string]bool // folded names that stand before colons
	voices int             // voice tags
	named  int             // labels with a colon
	cuesIn int             // cues, as the source counts them
	commas int             // times that are written with a comma

	clock clock
	said  bool // a speaker was named in the open caption

	dashes bool // in the open caption a dash begins each person's words
	headed bool // a name stands alone on the first line of each caption
	strict bool // WebVTT by its header, which knows no tags in braces

	rolls bool // lines that captions repeat are left out
	roll  rolling
}

// caption reads a cue's lines from the line of times on.
func (c *captions) caption(lines []transcript.Range) {
	times := c.src.slice(lines[0])
	start, end, _ := timesIn(times)
	if ms, _ := end.Millis(); ms == openEnd {
		end = transcript.Offset{}
	}
	if left, _, _ := strings.Cut(times, arrow); strings.Contains(left, ",") {
		c.commas++
	}
	c.account(SpanTime, lines[0])
	c.clock, c.said = c.clockOf(start, end, lines[0]), false
	c.cuesIn++
	c.roll.opens()
	c.silent()
	c.dashes = c.dashed(lines[1:])
	spoken := lines[1:]
	if c.headed && len(spoken) > 1 {
		name := c.src.body(spoken[0])
		c.named++
		c.speaker(name, clean(c.src.slice(name)), name.End)
		spoken = spoken[1:]
	}
	for _, line := range spoken {
		c.payload(line)
	}
	c.settleNote()
}

// silent begins a cue without a label: it goes on under the name before.
func (c *captions) silent() {
	open := cue{clock: c.clock, name: c.speaking(), silent: true}
	c.begin(open)
}

// speaking returns the name under which speech goes on; a note keeps it.
func (c *captions) speaking() string { return c.last().name }

// payload reads a line of a caption.
func (c *captions) payload(line transcript.Range) {
	if c.rolled(line) {
		return
	}
	s := c.slot(line)
	switch {
	case s.labelled() && !c.said && c.known[fold(clean(c.src.slice(s.label.name)))]:
		c.named++
		c.speaker(s.label.name, clean(c.src.slice(s.label.name)), s.label.end)
		c.account(SpanSeparator, transcript.Range{Start: line.Start, End: c.opening(line)})
		line.Start = s.label.end
	case !c.said && (s.marks > 0 || strings.HasPrefix(strings.TrimSpace(c.src.slice(line)), "&gt;&gt;")):
		c.change()
		c.account(SpanSeparator, transcript.Range{Start: line.Start, End: c.opening(line)})
		c.account(SpanSeparator, s.mark)
		line.Start = s.at
	default:
		line.Start = c.dash(line)
	}
	join := byte(' ')
	for line.Start < line.End {
		line.Start, join = c.run(line, join)
	}
}

// speaker begins a cue of that name, at most once without text before it.
func (c *captions) speaker(at transcript.Range, name string, end int) {
	next := cue{label: at, name: name, clock: c.clock}
	if open := c.last(); len(open.parts) == 0 && open.label.Start == open.label.End && len(c.cues) > 1 {
		*open = next
	} else {
		c.begin(next)
	}
	c.accountLabel(label{at, end})
}

// change begins a cue of somebody whom the source does not name.
func (c *captions) change() {
	if open := c.last(); open.silent && len(open.parts) == 0 {
		*open = cue{clock: c.clock}
		return
	}
	c.begin(cue{clock: c.clock})
}

// evidence sums up what was found.
func (c *captions) evidence(what string) string {
	why := what + "; cues: " + strconv.Itoa(c.cuesIn)
	if c.voices > 0 {
		why += ", voice tags: " + strconv.Itoa(c.voices)
	}
	if c.named > 0 {
		why += ", labels: " + strconv.Itoa(c.named)
	}
	return why
}
