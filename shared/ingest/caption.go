package ingest

import (
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// captions reads the common part of WebVTT and SubRip: blocks of lines, separated by
// blank lines, with a line of two times.
type captions struct {
	*draft
	ledger *ledger
	known  map[string]bool // folded names of speakers before colons
	voices int             // voice tags
	named  int             // labels with a colon
	cuesIn int             // cues, as the source counts them
	commas int             // times with a comma before the fraction

	clock        clock
	speakerNamed bool // the open caption names a speaker

	dashTurns bool // in the open caption a dash begins each person's words
	nameLines bool // a name is alone on the first line of each caption
	strict    bool // the source has a WebVTT header; braces are then text, not tags

	dropsRollup bool // the lines that roll-up captions repeat are left out
	rollup      rollupTracker
}

// caption reads the lines of a cue; the first is the line of times.
func (c *captions) caption(lines []transcript.Range) {
	// For example "00:01.000 --> 00:02.000", "Ada Long", "Yes." The name line is the
	// label if every caption has one; see testdata/teams-names.txtar.
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

// beginContinued begins a cue without a label: it continues under the name before.
func (c *captions) beginContinued() {
	open := cue{clock: c.clock, name: c.speaking(), continued: true}
	c.beginCue(open)
}

// speaking returns the name under which speech continues. A note keeps it.
func (c *captions) speaking() string { return c.openCue().name }

// payload reads a line of a caption.
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

// speaker begins a cue with that name. It replaces a cue that has neither a label
// nor text.
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

// evidence adds the numbers of cues, voice tags and labels to what.
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
