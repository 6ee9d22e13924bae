package ingest

import (
	"strings"

	"quoteline/shared/transcript"
)

// labelStyles counts the labels at the outset of lines by style and name, and elects
// the styles that the text really uses.
type labelStyles struct {
	source        *source
	stats         [styles]styleStats
	chosen        map[lineStyle]bool
	known         map[string]bool // folded names of the elected styles
	colonCount    map[string]int  // how often a name stands before a mere colon
	rejected      map[string]bool // folded names that the editor does not want as labels
	nearTime      map[string]bool // folded names alone on a line with a time over or under them
	timeFirst     int             // labels with the time before the name
	lastAlone     string          // the name on the line before, when it stands alone
	lastTimestamp bool            // the line before is a time alone
}

func countLabelStyles(src *source) *labelStyles {
	p := &labelStyles{source: src, chosen: map[lineStyle]bool{}, known: map[string]bool{}, colonCount: map[string]int{}, rejected: map[string]bool{}, nearTime: map[string]bool{}}
	for body, blank := range src.textLines() {
		p.count(body.Start, body.End, blank)
	}
	return p
}

func (p *labelStyles) count(at, end int, blank bool) {
	l, ok := lineLabelAt(p.source.text, at, end)
	over := p.lastTimestamp
	p.lastTimestamp = ok && l.style == styleTimestamp && l.end >= end
	if ok && l.style == styleTimestamp && p.lastAlone != "" {
		p.nearTime[p.lastAlone] = true
	}
	p.lastAlone = ""
	name := fold(markdownName(p.source.slice(l.name)))
	if !ok || l.style == styleAlone && !blank && !over || isCommonWord(name) {
		return
	}
	switch {
	case l.style == stylePlain:
		p.colonCount[name]++
	case l.style == styleAlone:
		p.lastAlone = name
		p.nearTime[name] = p.nearTime[name] || over
	case l.style == styleTimed && l.timeFirst:
		p.timeFirst++
	}
	p.stats[l.style].count(name, &l, p.allCaps(l.name))
}

// choose chooses the styles. A style with signs of its own needs two labels. One
// that could be something else, a heading or a short line, needs names that
// come back, and that nothing stronger is there.
func (p *labelStyles) choose() {
	for s := styleHeading; s <= styleTimed; s++ {
		t := &p.stats[s]
		firm := t.lines >= 2 && 2*t.explicit >= t.lines && (len(t.names) > 1 || t.recurringLines() > 1)
		if s == styleTimed && t.lines < p.stats[stylePlain].lines/4 {
			firm = false
		}
		p.chosen[s] = firm || t.recurs()
	}
	special := p.chosen[styleHeading] || p.chosen[styleBold] || p.chosen[styleDash] || p.chosen[styleTimed]
	if stamps := p.stats[styleTimestamp].lines; stamps >= 2 && !special && stamps >= p.stats[stylePlain].lines {
		p.chosen[styleTimestamp] = true
	}
	alone := &p.stats[styleAlone]
	if !special && alone.recurs() && alone.lines > p.stats[stylePlain].lines && (!p.chosen[styleTimestamp] || p.countNearTime() > 1) {
		p.chosen[styleAlone] = true
	}
	for s, ok := range p.chosen {
		if !ok {
			delete(p.chosen, s)
			continue
		}
		stems := p.stats[s].stems()
		for name := range p.stats[s].names {
			if p.credible(s, name) || stems[strings.TrimRight(name, "0123456789")] {
				p.known[name] = true
			}
		}
	}
}

// countNearTime returns how many names alone on a line have a time over or under them.
func (p *labelStyles) countNearTime() int {
	n := 0
	for _, ok := range p.nearTime {
		if ok {
			n++
		}
	}
	return n
}

// credible reports whether a name in an elected style is a speaker's. One that
// stands once only may be a heading or a short line, unless something else tells.
func (p *labelStyles) credible(s lineStyle, name string) bool {
	t := &p.stats[s]
	switch {
	case t.names[name] > 1, t.explicit == t.lines, s != styleAlone && s != styleHeading:
		return true
	case s == styleHeading:
		return t.levels[t.level[name]] > 0
	}
	shown := markdownName(p.source.slice(t.at[name]))
	_, bracketed := splitName(shown)
	return bracketed || p.nearTime[name] || withoutAddress(shown+" X") != shown+" X" || t.mixedCase == 0 && p.allCaps(t.at[name])
}

// allCaps reports whether a name stands all in capitals.
func (p *labelStyles) allCaps(name transcript.Range) bool {
	shown := p.source.slice(name)
	return strings.ToUpper(shown) == shown
}

// decideSingles asks about names that stand once only.
func (p *labelStyles) decideSingles(l *ledger) {
	for s := styleHeading; s < styles; s++ {
		t := &p.stats[s]
		if s == styleTimestamp || !p.chosen[s] && s != stylePlain {
			continue
		}
		for _, name := range t.order {
			switch {
			case t.names[name] > 1 || p.known[name] && s == stylePlain:
			case s == stylePlain:
				p.decideSingle(l, name, t.at[name], p.chosen[styleTimestamp] || isAllCapsName(p.source.slice(t.at[name])))
			case len(t.names) > 2:
				p.decideSingle(l, name, t.at[name], p.known[name])
			}
		}
	}
}

// decideSingle settles whether a name that stands once only is a speaker's.
func (p *labelStyles) decideSingle(l *ledger, name string, place transcript.Range, applied bool) {
	at := p.source.position(place.Start)
	shown := markdownName(p.source.slice(place))
	p.known[name] = l.decide(Decision{
		ID: "label:" + shown, Kind: DecideLabel, Applied: applied,
		Reason: "stands once only, among other labels", Labels: []LabelCount{{shown, 1}}, Position: &at,
	})
	p.rejected[name] = !p.known[name]
}

// labelOf reads the label at the outset of a line, if it is in an elected style
// and names a speaker.
func (p *labelStyles) labelOf(body transcript.Range, blank bool) (lineLabel, bool) {
	l, ok := lineLabelAt(p.source.text, body.Start, body.End)
	if !ok {
		return l, false
	}
	name := fold(markdownName(p.source.slice(l.name)))
	switch {
	case l.style == styleTimestamp && l.end >= body.End:
		return l, p.stats[styleTimestamp].lines > 1 || p.chosen[styleTimed]
	case l.style == styleTimestamp:
		rest := strings.TrimSpace(p.source.text[l.end:body.End])
		return l, p.chosen[styleTimestamp] || l.bracketed && (p.chosen[styleTimed] && p.timeFirst > 1 || isDirection(unescapedMarkdown(rest)))
	case p.rejected[name] || isCommonWord(name):
		return l, false
	case l.style == styleTimed && !p.chosen[styleTimed] && l.colon && p.known[name]:
		return l, true
	case l.style == stylePlain:
		return l, p.known[name] || p.colonCount[name] > 1
	case l.style == styleAlone:
		return l, p.chosen[styleAlone] && blank && p.known[name]
	}
	return l, p.chosen[l.style] && p.known[name]
}
