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
	before  map[string]bool // folded names alone on a line with a time over or under them
	leads   int             // labels with the time before the name
	alone   string          // the name on the line before, when it stands alone
	stamped bool            // the line before is a time alone
}

func pollOf(src *source) *poll {
	p := &poll{in: src, elected: map[lineStyle]bool{}, known: map[string]bool{}, plain: map[string]int{}, refused: map[string]bool{}, before: map[string]bool{}}
	for body, blank := range src.prose() {
		p.count(body.Start, body.End, blank)
	}
	return p
}

func (p *poll) count(at, end int, blank bool) {
	l, ok := lineLabelAt(p.in.text, at, end)
	over := p.stamped
	p.stamped = ok && l.style == styleStamp && l.end >= end
	if ok && l.style == styleStamp && p.alone != "" {
		p.before[p.alone] = true
	}
	p.alone = ""
	name := fold(spelled(p.in.slice(l.name)))
	if !ok || l.style == styleAlone && !blank && !over || isOrdinary(name) {
		return
	}
	switch {
	case l.style == stylePlain:
		p.plain[name]++
	case l.style == styleAlone:
		p.alone = name
		p.before[name] = p.before[name] || over
	case l.style == styleTimed && l.leads:
		p.leads++
	}
	p.tallies[l.style].count(name, &l, p.loud(l.name))
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
		p.elected[s] = firm || t.comesBack()
	}
	special := p.elected[styleHeading] || p.elected[styleBold] || p.elected[styleDash] || p.elected[styleTimed]
	if stamps := p.tallies[styleStamp].lines; stamps >= 2 && !special && stamps >= p.tallies[stylePlain].lines {
		p.elected[styleStamp] = true
	}
	alone := &p.tallies[styleAlone]
	if !special && alone.comesBack() && alone.lines > p.tallies[stylePlain].lines && (!p.elected[styleStamp] || p.timed() > 1) {
		p.elected[styleAlone] = true
	}
	for s, ok := range p.elected {
		if !ok {
			delete(p.elected, s)
			continue
		}
		stems := p.tallies[s].stems()
		for name := range p.tallies[s].names {
			if p.credible(s, name) || stems[strings.TrimRight(name, "0123456789")] {
				p.known[name] = true
			}
		}
	}
}

// timed returns how many names alone on a line have a time over or under them.
func (p *poll) timed() int {
	n := 0
	for _, ok := range p.before {
		if ok {
			n++
		}
	}
	return n
}

// credible reports whether a name in an elected style is a speaker's. One that
// stands once only may be a heading or a short line, unless something else tells.
func (p *poll) credible(s lineStyle, name string) bool {
	t := &p.tallies[s]
	switch {
	case t.names[name] > 1, t.strong == t.lines, s != styleAlone && s != styleHeading:
		return true
	case s == styleHeading:
		return t.levels[t.level[name]] > 0
	}
	shown := spelled(p.in.slice(t.at[name]))
	_, bracketed := takeApart(shown)
	return bracketed || p.before[name] || withoutAddress(shown+" X") != shown+" X" || t.quiet == 0 && p.loud(t.at[name])
}

// loud reports whether a name stands all in capitals.
func (p *poll) loud(name transcript.Range) bool {
	shown := p.in.slice(name)
	return strings.ToUpper(shown) == shown
}

// settle asks about names that stand once only.
func (p *poll) settle(l *ledger) {
	for s := styleHeading; s < styles; s++ {
		t := &p.tallies[s]
		if s == styleStamp || !p.elected[s] && s != stylePlain {
			continue
		}
		for _, name := range t.order {
			switch {
			case t.names[name] > 1 || p.known[name] && s == stylePlain:
			case s == stylePlain:
				p.ask(l, name, t.at[name], p.elected[styleStamp] || isLoudName(p.in.slice(t.at[name])))
			case len(t.names) > 2:
				p.ask(l, name, t.at[name], p.known[name])
			}
		}
	}
}

// ask settles whether a name that stands once only is a speaker's.
func (p *poll) ask(l *ledger, name string, place transcript.Range, applied bool) {
	at := p.in.position(place.Start)
	shown := spelled(p.in.slice(place))
	p.known[name] = l.settle(Decision{
		ID: "label:" + shown, Kind: DecideLabel, Applied: applied,
		Reason: "stands once only, among other labels", Labels: []LabelCount{{shown, 1}}, Position: &at,
	})
	p.refused[name] = !p.known[name]
}

// labelOf reads the label at the outset of a line, if it is in an elected style
// and names a speaker.
func (p *poll) labelOf(body transcript.Range, blank bool) (lineLabel, bool) {
	l, ok := lineLabelAt(p.in.text, body.Start, body.End)
	if !ok {
		return l, false
	}
	name := fold(spelled(p.in.slice(l.name)))
	switch {
	case l.style == styleStamp && l.end >= body.End:
		return l, p.tallies[styleStamp].lines > 1 || p.elected[styleTimed]
	case l.style == styleStamp:
		rest := strings.TrimSpace(p.in.text[l.end:body.End])
		return l, p.elected[styleStamp] || l.boxed && (p.elected[styleTimed] && p.leads > 1 || isDirection(unescapedMarkdown(rest)))
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
