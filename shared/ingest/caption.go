package ingest

import (
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// captions reads the part that WebVTT and SubRip have in common: blocks that are
// separated by blank lines, each with a line of two times and lines of text.
type captions struct {
	*draft
	ledger *ledger
	known  map[string]bool // names before colons that are speakers, in lower case
	voices int             // number of voice tags
	named  int             // number of labels with a colon
	cuesIn int             // number of captions in the source
	commas int             // number of times with a comma before the fraction

	clock        clock
	speakerNamed bool // the current caption names a speaker

	dashTurns bool // in the current caption, each person's words begin with a dash
	nameLines bool // every caption has a name alone on its first line
	strict    bool // the source has a WebVTT header, so braces are text and not tags

	dropsRollup bool // the lines that roll-up captions repeat are left out
	rollup      rollupTracker
}

// caption reads one caption; lines[0] is the line of times.
func (c *captions) caption(lines []transcript.Range) {
	// Example: "00:01.000 --> 00:02.000", "Ada Long", "Yes." If every caption has a
	// line with a name, that line is a label; see testdata/teams-names.txtar.
	times := c.src.slice(lines[0])
	start, end, _ := timesIn(times)
	if ms, _ := end.Millis(); ms == unknownEnd {
		end = transcript.Offset{}
	}
	if left, _, _ := strings.Cut(times, arrow); strings.Contains(left, ",") {
		c.commas++
	}
	c.account(SpanTime, lines[0])
	c.clock, c.speakerNamed = c.clockOf(start, end, lines[0]), false
	c.cuesIn++
	c.rollup.begin()
	c.beginContinued()
	c.dashTurns = c.hasDashes(lines[1:])
	spoken := lines[1:]
	if c.nameLines && len(spoken) > 1 {
		name := c.src.body(spoken[0])
		c.named++
		c.speaker(name, clean(c.src.slice(name)), name.End)
		spoken = spoken[1:]
	}
	for _, line := range spoken {
		c.payload(line)
	}
	c.markDirection()
}

// beginContinued begins a cue without a label. Its speaker is the one of the cue
// before.
func (c *captions) beginContinued() {
	open := cue{clock: c.clock, name: c.speaking(), continued: true}
	c.beginCue(open)
}

// speaking returns the name of the current speaker. A note does not change the
// current speaker.
func (c *captions) speaking() string { return c.openCue().name }

// payload reads one line of a caption's text.
func (c *captions) payload(line transcript.Range) {
	if c.skipRollup(line) {
		return
	}
	s := c.turnStart(line)
	switch {
	case s.labelled() && !c.speakerNamed && c.known[fold(clean(c.src.slice(s.label.name)))]:
		c.named++
		c.speaker(s.label.name, clean(c.src.slice(s.label.name)), s.label.end)
		c.account(SpanSeparator, transcript.Range{Start: line.Start, End: c.afterDashes(line)})
		line.Start = s.label.end
	case !c.speakerNamed && (s.arrows > 0 || strings.HasPrefix(strings.TrimSpace(c.src.slice(line)), "&gt;&gt;")):
		c.changeSpeaker()
		c.account(SpanSeparator, transcript.Range{Start: line.Start, End: c.afterDashes(line)})
		c.account(SpanSeparator, s.separator)
		line.Start = s.at
	default:
		line.Start = c.readDash(line)
	}
	join := byte(' ')
	for line.Start < line.End {
		line.Start, join = c.readRun(line, join)
	}
}

// speaker begins a cue of the named speaker. If the last cue has neither a label nor
// text, the new cue replaces it.
func (c *captions) speaker(at transcript.Range, name string, end int) {
	next := cue{label: at, name: name, clock: c.clock}
	if open := c.openCue(); len(open.parts) == 0 && open.label.Start == open.label.End && len(c.cues) > 1 {
		*open = next
	} else {
		c.beginCue(next)
	}
	c.accountLabel(label{at, end})
}

// changeSpeaker begins a cue whose speaker the source does not name.
func (c *captions) changeSpeaker() {
	if open := c.openCue(); open.continued && len(open.parts) == 0 {
		*open = cue{clock: c.clock}
		return
	}
	c.beginCue(cue{clock: c.clock})
}

// evidence returns the argument what, followed by the numbers of cues, voice tags and
// labels.
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
