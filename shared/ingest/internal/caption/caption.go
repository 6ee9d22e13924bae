package caption

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// captions reads the captions of a WebVTT or SubRip file. Both formats consist of
// blocks that are separated by blank lines. Each block has a line with a start and an
// end time, and lines of text below it.
type captions struct {
	*draft.Draft
	ledger *draft.Ledger
	known  map[string]bool // names before colons that are speakers, in lower case
	voices int             // number of voice tags
	named  int             // number of labels with a colon
	cuesIn int             // number of captions in the source
	commas int             // number of times with a comma before the fraction
	json   int             // number of captions whose text is a JSON object

	clock        source.Clock
	speakerNamed bool // the current caption names a speaker
	afterSound   bool // the last line of the current caption was a sound, such as "<i>Laughter</i>"

	dashTurns bool // in the current caption, each person's words begin with a dash
	nameLines bool // every caption has a name alone on its first line
	firstLine bool // no line of the current caption's text was read
	anyTag    bool // a tag may be of any length, as in SAMI
	twice     bool // a line has two times, as in LRC
	script    bool // the source is a script in which anything in braces is no word
	strict    bool // the source has a WebVTT header, so braces are text and not tags

	dropsRollup bool // the lines that roll-up captions repeat are left out
	rollup      rollupTracker

	survey survey             // counts over all captions, made before they are read
	idName transcript.Range   // the line above the times of the next caption, if it names the speaker
	recent [seamLength]string // the source of the last captions, for segments that were put together
}

// caption reads one caption of the file. The first of the lines has the start and end
// time; the other lines are the text.
func (c *captions) caption(lines []transcript.Range) {
	// Example of the lines: "00:01.000 --> 00:02.000", "Ada Long", "Yes." If every
	// caption of the file has a name on its second line, the name is the speaker's;
	// see testdata/teams-names.txtar.
	if c.repeatsSeam(lines) {
		return
	}
	times := c.Src.Slice(lines[0])
	start, end, _ := timesIn(times)
	if ms, _ := end.Millis(); ms == unknownEnd {
		end = transcript.Offset{}
	}
	if left, _, _ := strings.Cut(times, arrow); strings.Contains(left, ",") {
		c.commas++
	}
	c.Account(draft.SpanTime, lines[0])
	c.clock, c.speakerNamed = c.ClockOf(start, end, lines[0]), false
	c.afterSound = false
	c.cuesIn++
	c.rollup.begin()
	c.beginContinued()
	c.dashTurns, c.firstLine = c.hasDashes(lines[1:]), true
	spoken := lines[1:]
	if c.nameLines && len(spoken) > 1 {
		c.idName, spoken = c.Src.Body(spoken[0]), spoken[1:]
	}
	if name := c.idName; name.Start < name.End {
		c.named++
		c.speaker(name, label.Clean(c.Src.Slice(name)), name.End)
		c.idName = transcript.Range{}
	}
	if c.jsonCue(spoken) {
		return
	}
	for _, line := range spoken {
		c.payload(line)
	}
	c.MarkDirection()
}

// beginContinued begins a cue (a piece of text by one speaker) for a caption that
// names no speaker. The speaker of the previous cue is assumed to continue.
func (c *captions) beginContinued() {
	open := draft.Cue{Clock: c.clock, Name: c.speaking(), Continued: true}
	c.BeginCue(open)
}

// speaking returns the name of the current speaker, or "" if it is unknown. A note
// such as "[Applause]" does not change the current speaker.
func (c *captions) speaking() string { return c.OpenCue().Name }

// speaker begins a cue (a piece of text by one speaker) for the speaker with this name.
// The source has a label for the name, such as "Ada:". The argument at is the range of
// the name, and the argument end is the offset after the label. If the last cue has
// neither a label nor text, the new cue replaces it.
func (c *captions) speaker(at transcript.Range, name string, end int) {
	next := draft.Cue{Label: at, Name: name, Clock: c.clock}
	if open := c.OpenCue(); len(open.Parts) == 0 && open.Label.Start == open.Label.End && len(c.Cues) > 1 {
		*open = next
	} else {
		c.BeginCue(next)
	}
	c.AccountLabel(label.Label{Name: at, End: end})
}

// changeSpeaker begins a cue (a piece of text by one speaker) for a new speaker whom
// the source does not name, as in ">> Yes." If the last cue only continued a speaker
// and has no text yet, the new cue replaces it.
func (c *captions) changeSpeaker() {
	if open := c.OpenCue(); open.Continued && len(open.Parts) == 0 {
		*open = draft.Cue{Clock: c.clock}
		return
	}
	c.BeginCue(draft.Cue{Clock: c.clock})
}

// evidence returns the reason why the file was read as captions, for the import report.
// The reason begins with the argument what. Then it has the numbers of captions, of voice
// tags such as <v Ada>, of speakers' names such as "Ada:", and of captions with JSON.
func (c *captions) evidence(what string) string {
	why := what + "; cues: " + strconv.Itoa(c.cuesIn)
	if c.voices > 0 {
		why += ", voice tags: " + strconv.Itoa(c.voices)
	}
	if c.named > 0 {
		why += ", labels: " + strconv.Itoa(c.named)
	}
	if c.json > 0 {
		why += ", captions with JSON: " + strconv.Itoa(c.json)
	}
	return why
}
