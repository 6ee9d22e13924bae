package dialogue

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Styled returns the format of plain text or Markdown in which speakers' names
// begin lines and are marked by more than a colon. A name may be a heading, in bold
// type, next to a time, before a dash, or on a separate line.
func Styled() draft.Format {
	return draft.Format{Name: "dialogue", Detect: draft.Always, Read: readDialogue}
}

// readDialogue reads a text in which labels (speakers' names) are marked by more than a
// colon, for example by bold type. The draft (the words that were read) is nil if the
// text has no such labels.
func readDialogue(src *source.Source, l *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	p := countLabelStyles(src, l)
	p.choose()
	if len(p.chosen) == 0 {
		return nil, "", nil
	}
	d := &dialogue{Draft: draft.New(src), ledger: l, labelStyles: p, boilerplate: &boilerplate{}, wrap: countCandidates(src).hardWrap()}
	d.Markdown = !src.Rendered && (p.chosen[label.StyleBold] || p.chosen[label.StyleHeading] || p.chosen[label.StyleInline])
	d.Marked = !src.Rendered
	p.decideDirections(l)
	p.decideSingles(l)
	for line := range src.Lines() {
		d.line(line)
	}
	d.EveryCue = d.labelsEveryCue()
	return d.Draft, d.evidence(), nil
}

// dialogue reads a text line by line into cues (pieces of text by one speaker). Its
// fields are facts about the whole text, and what must be remembered from one line to the
// next.
type dialogue struct {
	*draft.Draft
	ledger *draft.Ledger
	*labelStyles
	*boilerplate
	wrap        hardWrap
	widthBefore int              // length of the line before in code points; 0 if it is blank or there is none
	before      transcript.Range // the last line that is not blank
	stampBefore bool             // the last line that is not blank is only a time
	labels      int
	warned      map[string]bool // labels such as "Unknown Speaker" that already have a remark
}

// labelsEveryCue reports whether nearly every line with a time also has a speaker's name.
// In such a text, a line with a time but no name has no speaker. In other texts, such a
// line continues the words of the speaker before it.
func (d *dialogue) labelsEveryCue() bool {
	const rare = 4 // at most one line without a name for four with one
	without := 0
	for i := range d.Cues {
		if c := &d.Cues[i]; c.TimestampOnly && !c.Note && len(c.Parts) > 0 {
			without++
		}
	}
	return d.timeFirst > 1 && rare*without <= d.timeFirst
}

// evidence returns the reason why the text was read in this format, for the import
// report. An example is "bold labels; labels: 12".
func (d *dialogue) evidence() string {
	var names []string
	for s := range label.Styles {
		if d.chosen[s] {
			names = append(names, s.String())
		}
	}
	return strings.Join(names, " and ") + "; labels: " + strconv.Itoa(d.labels)
}

// line reads one line. The line may begin with a label (a speaker's name). Otherwise
// it is a heading, a stage direction, speech, or text outside the dialogue
// (boilerplate).
func (d *dialogue) line(line transcript.Range) {
	body := d.Src.Body(line)
	at := body.Start
	if at == body.End {
		d.widthBefore = 0
		return
	}
	if d.boilerplate.leaveOut(d.Draft, body) || d.panes.leaveOut(d.Draft, body) {
		d.widthBefore = 0
		return
	}
	body, changed := d.afterArrows(body)
	if at = body.Start; at == body.End {
		d.ChangeSpeaker()
		return
	}
	stamped := false
	switch l, ok := d.labelOf(body, d.widthBefore == 0); {
	case changed && (!ok || l.Style == label.StyleTimestamp):
		d.BeginUnnamed()
		d.speech(body)
	case ok && d.spoken[at] && !decideSpoken(d.Draft, d.ledger, body):
		d.speech(body)
	case ok:
		stamped = l.Style == label.StyleTimestamp && l.End >= body.End
		d.label(l, body)
	case strings.IndexByte("#=", d.Src.Text[at]) >= 0 && headingLine(d.Draft, body):
		if d.levelNamesSpeakers(d.Src.Slice(body)) {
			d.BeginCue(draft.Cue{})
		}
	case d.boldHeading(body):
	case d.DirectionLine(body):
	default:
		d.speech(body)
	}
	d.before, d.stampBefore = body, stamped
	if d.widthBefore = width(d.Src.Slice(body)); stamped {
		d.widthBefore = 0 // after a time on its own line, a name may follow on the next line
	}
}

// label begins a cue (a piece of text by one speaker) at the label l. A label is a
// speaker's name, a time, or both. If the label is only a time, and the line before
// is only a name, both belong together: the cue of this name gets the time. After any
// other line, a label that is only a time begins a cue in which the current speaker
// continues.
func (d *dialogue) label(l label.Line, body transcript.Range) {
	l.Clock = d.ClockOf(l.Clock.Start, l.Clock.End, body)
	c := draft.Cue{Label: l.Name, Name: label.MarkdownName(d.Src.Slice(l.Name)), Clock: l.Clock}
	switch open := d.OpenCue(); {
	case l.Style != label.StyleTimestamp:
		d.BeginCue(c)
	case len(d.Cues) > 1 && open.Name != "" && !open.Continued && len(open.Parts) == 0 && open.Clock.Start.IsZero():
		open.Clock = l.Clock // the time is on the line after the name
	case d.stampBefore && l.End >= body.End && d.stampsInPairs() && open.TimestampOnly && len(open.Parts) == 0 && open.Clock.End.IsZero():
		open.Clock = d.ClockOf(open.Clock.Start, l.Clock.Start, body)
	default:
		c = draft.Cue{Name: open.Name, Continued: true, TimestampOnly: true, Clock: l.Clock}
		d.BeginCue(c)
	}
	d.labels++
	d.Account(draft.SpanLabel, l.Name)
	d.Account(draft.SpanTime, l.Time)
	if after := (transcript.Range{Start: max(l.Name.End, l.Time.End), End: l.End}); !strings.ContainsAny(d.Src.Slice(after), "])") {
		d.Account(draft.SpanSeparator, after)
	}
	d.warn(c)
	rest := transcript.Range{Start: source.SkipSpace(d.Src.Text, l.End, body.End), End: max(l.End, body.End-l.Trailing)}
	switch {
	case rest.Start >= rest.End:
	case l.Glued:
		d.OmitUnknown(rest, "words directly after a label's time")
	case l.Style == label.StyleTimestamp:
		rest, changed := d.afterArrows(rest)
		if changed {
			d.BeginUnnamed()
		}
		if rest.Start == rest.End {
			return
		}
		d.words(rest, '\n', false)
		d.MarkDirection()
	default:
		d.words(rest, '\n', false)
	}
}

// warn adds an entry to the import report if the name of the speaker is like "Unknown
// Speaker". It adds only one entry for each such name.
func (d *dialogue) warn(c draft.Cue) {
	if d.warned[c.Name] || !strings.Contains(label.Fold(c.Name), "unknown") {
		return
	}
	if d.warned == nil {
		d.warned = map[string]bool{}
	}
	d.warned[c.Name] = true
	d.Remark(c.Label, draft.Remark{
		Kind: draft.RemarkUnnamed, Level: draft.LevelCheck, Done: "kept as a speaker of that name; more than one person may be meant",
		Alternatives: []string{"name the speakers"},
	})
}

// speech adds a line to the words of the current speaker. The line begins a new
// paragraph, unless a program broke the line before it at the right margin.
func (d *dialogue) speech(body transcript.Range) {
	d.ResumeAfterNote()
	join := byte('\n')
	if d.widthBefore > 0 && d.wrap.joins(d.Src.Slice(d.before), d.Src.Slice(body)) {
		join = ' '
	}
	d.words(body, join, d.widthBefore == 0)
}
