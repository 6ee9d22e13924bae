package ingest

import (
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// readDialogue reads text and Markdown in which labels stand at the outset of
// lines and more than a colon sets them apart: headings, bold type, times,
// dashes, or a line of their own.
func readDialogue(src *source, l *ledger) (*draft, string, error) {
	p := pollOf(src)
	p.elect()
	if len(p.elected) == 0 {
		return nil, "", nil
	}
	d := &dialogue{draft: newDraft(src), poll: p, scenery: &scenery{}, wrapping: takeCensus(src).wrapping()}
	d.markdown = !src.shown && (p.elected[styleBold] || p.elected[styleHeading])
	p.settle(l)
	for line := range src.lines() {
		d.line(line)
	}
	return d.draft, d.why(), nil
}

// dialogue cuts a text into cues, line by line.
type dialogue struct {
	*draft
	*poll
	*scenery
	wrapping wrapping
	before   int // width of the line before, 0 when it is blank or there is none
	labels   int
	warned   map[string]bool // labels that say that the speaker is not known
}

func (d *dialogue) why() string {
	var names []string
	for s := range styles {
		if d.elected[s] {
			names = append(names, s.String())
		}
	}
	return strings.Join(names, " and ") + " at the outset of lines; labels: " + strconv.Itoa(d.labels)
}

func (d *dialogue) line(line transcript.Range) {
	body := d.src.body(line)
	at := body.Start
	if at == body.End {
		d.before = 0
		return
	}
	if d.leaveOut(d.draft, body) {
		d.before = 0
		return
	}
	stamped := false
	switch l, ok := d.labelOf(body, d.before == 0); {
	case ok:
		stamped = l.style == styleStamp && l.end >= body.End
		d.label(l, body)
	case d.src.text[at] == '#' && d.heading(body):
	case d.direction(body):
	default:
		d.speech(body)
	}
	if d.before = width(d.src.slice(body)); stamped {
		d.before = 0 // a name may stand under a time
	}
}

// label begins a cue.
func (d *dialogue) label(l lineLabel, body transcript.Range) {
	c := cue{label: l.name, name: spelled(d.src.slice(l.name)), clock: l.clock}
	switch open := d.last(); {
	case l.style != styleStamp:
		d.begin(c)
	case len(d.cues) > 1 && open.name != "" && !open.silent && len(open.parts) == 0 && open.clock.start.IsZero():
		open.clock = l.clock // the time stands under the name
	default:
		c = cue{name: open.name, silent: true, stamp: true, clock: l.clock}
		d.begin(c)
	}
	d.labels++
	d.account(SpanLabel, l.name)
	d.account(SpanTime, l.time)
	if behind := (transcript.Range{Start: max(l.name.End, l.time.End), End: l.end}); strings.IndexByte(d.src.slice(behind), ']') < 0 {
		d.account(SpanSeparator, behind)
	}
	d.warn(c)
	rest := transcript.Range{Start: skipSpace(d.src.text, l.end, body.End), End: max(l.end, body.End-l.trail)}
	switch {
	case rest.Start >= rest.End:
	case l.glued:
		d.unknown(rest, "words right behind a label's time")
	default:
		d.add(part{Range: rest, join: '\n'})
		if l.style == styleStamp {
			d.settleNote()
		}
	}
}

// warn remarks once on a label that says that the speaker is not known.
func (d *dialogue) warn(c cue) {
	if d.warned[c.name] || !strings.Contains(fold(c.name), "unknown") {
		return
	}
	if d.warned == nil {
		d.warned = map[string]bool{}
	}
	d.warned[c.name] = true
	d.remark(c.label, Remark{
		Kind: RemarkUnnamed, Level: LevelCheck, Done: "kept as a speaker of that name; more than one person may be meant",
		Alternatives: []string{"name the speakers"},
	})
}

// speech adds a line to the open cue.
func (d *dialogue) speech(body transcript.Range) {
	d.resume()
	join := byte('\n')
	if d.before > 0 && d.wrapping.width > 0 && d.wrapping.broken(d.before, d.src.slice(body)) {
		join = ' '
	}
	if d.before == 0 {
		d.text(body, join)
		return
	}
	d.add(part{Range: body, join: join})
}
