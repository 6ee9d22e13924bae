package ingest

import (
	"strings"

	"quoteline/shared/transcript"
)

// poll counts the labels at the outset of lines by style and name, and elects
// the styles that the text really uses.
type poll struct {
	in      *source
	tallies [styles]tally
	elected map[lineStyle]bool
	known   map[string]bool // folded names of the elected styles
	plain   map[string]int  // how often a name stands before a mere colon
	refused map[string]bool // folded names that the editor does not want as labels
}

// tally is the labels of one style.
type tally struct {
	lines  int
	strong int // with more to them than their place
	names  map[string]int
	at     map[string]transcript.Range
	order  []string
	quiet  int    // lines with a name that comes back and is not all in capitals
	levels [7]int // how many headings with so many signs have a name that comes back
	level  map[string]int
}

func pollOf(src *source) *poll {
	p := &poll{in: src, elected: map[lineStyle]bool{}, known: map[string]bool{}, plain: map[string]int{}, refused: map[string]bool{}}
	blank := true
	front := &scenery{}
	dry := newDraft(src)
	for line := range src.lines() {
		at := skipSpace(src.text, line.Start, line.End)
		if at == line.End {
			blank = true
			continue
		}
		if !front.leaveOut(dry, transcript.Range{Start: at, End: line.End}) {
			p.count(at, line.End, blank)
		}
		blank = false
	}
	return p
}

func (p *poll) count(at, end int, blank bool) {
	l, ok := lineLabelAt(p.in.text, at, end)
	if !ok || l.style == styleAlone && !blank {
		return
	}
	name := fold(clean(p.in.slice(l.name)))
	if isOrdinary(name) {
		return
	}
	if l.style == stylePlain {
		p.plain[name]++
	}
	t := &p.tallies[l.style]
	if t.names == nil {
		t.names, t.at, t.level = map[string]int{}, map[string]transcript.Range{}, map[string]int{}
	}
	t.lines++
	if t.names[name]++; t.names[name] == 1 {
		t.order = append(t.order, name)
		t.at[name], t.level[name] = l.name, l.hashes
	} else if l.hashes == t.level[name] {
		t.levels[l.hashes]++
	}
	if t.names[name] > 1 && !p.loud(l.name) {
		t.quiet++
	}
	if l.strong() {
		t.strong++
	}
}

// repeated returns how many lines bear a name that stands on two lines or more.
func (t *tally) repeated() int {
	n := 0
	for _, k := range t.names {
		if k > 1 {
			n += k
		}
	}
	return n
}

// elect chooses the styles. A style with signs of its own needs two labels. One
// that could be something else, a heading or a short line, needs names that
// come back, and that nothing stronger is there.
func (p *poll) elect() {
	for s := styleHeading; s <= styleTimed; s++ {
		t := &p.tallies[s]
		firm := t.lines >= 2 && 2*t.strong >= t.lines && (len(t.names) > 1 || t.repeated() > 1)
		if s == styleTimed && t.lines < p.tallies[stylePlain].lines/4 {
			firm = false
		}
		back := t.lines >= 3 && 2*t.repeated() >= t.lines && len(t.names) > 1
		p.elected[s] = firm || back
	}
	special := p.elected[styleHeading] || p.elected[styleBold] || p.elected[styleDash] || p.elected[styleTimed]
	if stamps := p.tallies[styleStamp].lines; stamps >= 2 && !special && stamps >= p.tallies[stylePlain].lines {
		p.elected[styleStamp] = true
	}
	alone := &p.tallies[styleAlone]
	if !special && !p.elected[styleStamp] && alone.lines >= 3 && 2*alone.repeated() >= alone.lines && len(alone.names) > 1 &&
		alone.lines > p.tallies[stylePlain].lines {
		p.elected[styleAlone] = true
	}
	for s, ok := range p.elected {
		if !ok {
			delete(p.elected, s)
			continue
		}
		for name, n := range p.tallies[s].names {
			t := &p.tallies[s]
			if n > 1 || s != styleAlone && s != styleHeading || t.strong == t.lines || s == styleHeading && t.levels[t.level[name]] > 0 || s == styleAlone && t.quiet == 0 && p.loud(t.at[name]) {
				p.known[name] = true
			}
		}
	}
}

// loud reports whether a name stands all in capitals.
func (p *poll) loud(name transcript.Range) bool {
	shown := p.in.slice(name)
	return strings.ToUpper(shown) == shown
}

// settle asks about names that stand once only.
func (p *poll) settle(l *ledger) {
	for s := styleHeading; s < styles; s++ {
		if !p.elected[s] || s == styleStamp {
			continue
		}
		t := &p.tallies[s]
		for _, name := range t.order {
			if t.names[name] > 1 || len(t.names) < 3 {
				continue
			}
			at := p.in.position(t.at[name].Start)
			shown := clean(p.in.slice(t.at[name]))
			if !l.settle(Decision{
				ID: "label:" + shown, Kind: DecideLabel, Applied: p.known[name],
				Reason: "stands once only, among other labels", Labels: []LabelCount{{shown, 1}}, Position: &at,
			}) {
				p.refused[name] = true
				delete(p.known, name)
			} else {
				p.known[name] = true
			}
		}
	}
}

// labelOf reads the label at the outset of a line, if it is in an elected style
// and names a speaker.
func (p *poll) labelOf(body transcript.Range, blank bool) (lineLabel, bool) {
	l, ok := lineLabelAt(p.in.text, body.Start, body.End)
	if !ok {
		return l, false
	}
	name := fold(clean(p.in.slice(l.name)))
	switch {
	case l.style == styleStamp:
		return l, p.elected[styleStamp] || p.elected[styleTimed] && l.end >= body.End
	case p.refused[name] || isOrdinary(name):
		return l, false
	case l.style == styleTimed && !p.elected[styleTimed] && l.colon && p.known[name]:
		return l, true
	case l.style == stylePlain:
		return l, p.known[name] || p.plain[name] > 1
	case l.style == styleAlone:
		return l, p.elected[styleAlone] && blank && p.known[name]
	}
	return l, p.elected[l.style] && p.known[name]
}
