package dialogue

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// labelStyles counts the labels (speakers' names) at the start of lines, by name and
// by style, such as bold type. Then it chooses the styles that mark speakers in this
// text. In another style, a line only looks like a label.
type labelStyles struct {
	source        *source.Source
	stats         [label.Styles]styleStats
	chosen        map[label.Style]bool
	known         map[string]bool // speakers' names in the chosen styles, in lower case
	colonCount    map[string]int  // how often a name, in lower case, is before a colon without other marks
	rejected      map[string]bool // names in lower case that the editor does not accept as labels
	nearTime      map[string]bool // names in lower case that are alone on a line, next to a line with a time
	timeFirst     int             // number of labels with the time before the name
	lastAlone     string          // the name on the line before, if it is alone there; else ""
	lastTimestamp bool            // the line before is only a time
	stamps        int             // number of lines that are only a time
	pairs         int             // number of such lines directly after another one
	lines         int             // number of lines that are not blank
	enclosed      int             // number of names in brackets without a number, before words
	boldLines     int             // number of lines that are all in bold type and have no label
	arrows        int             // number of lines that begin with >>
	afterTime     afterTimes
	spoken        map[int]bool // offsets of lines that are only a time but are spoken
	panes         panes
}

// countLabelStyles counts the labels (speakers' names at the start of lines) in a
// whole text, by name and style.
func countLabelStyles(src *source.Source, l *draft.Ledger) *labelStyles {
	p := countStyles(src, afterTimes{count: map[string]int{}})
	if p.findDirections(l) {
		p = countStyles(src, p.afterTime) // without the stage directions, some labels are only a time
	}
	p.spoken = spokenStamps(src, false)
	return p
}

// countStyles counts the labels of each style in a whole text. The argument known has the
// names in brackets after times, some of which are stage directions.
func countStyles(src *source.Source, known afterTimes) *labelStyles {
	p := &labelStyles{
		source: src, chosen: map[label.Style]bool{}, known: map[string]bool{}, colonCount: map[string]int{}, rejected: map[string]bool{},
		nearTime: map[string]bool{}, afterTime: known,
	}
	for body, blank := range textLines(src) {
		p.count(body.Start, body.End, blank)
		if isBoldLine(src.Slice(body)) {
			p.boldLines++
		}
	}
	return p
}

// count counts the label (a speaker's name or a time) at the start of the line
// text[at:end], if the line has a label. If the line is only a name, the name is
// counted in two cases: the line before is blank (argument blank is true), or the
// line before is only a time.
func (p *labelStyles) count(at, end int, blank bool) {
	// Example: "Ada Long" on a line without other words is counted if the previous line
	// is "0:05".
	if s := label.TurnStartAt(p.source.Text, at, end); s.Arrows > 1 {
		at = s.At
		p.arrows++
	}
	l, ok := p.lineAt(at, end)
	p.panes.note(p.source, &l, transcript.Range{Start: at, End: end})
	over := p.lastTimestamp
	p.lines++
	if l.Style == label.StyleInline && l.Enclosed != 0 && !label.HasDigit(p.source.Slice(l.Name)) {
		p.enclosed++
	}
	p.lastTimestamp = ok && l.Style == label.StyleTimestamp && l.End >= end
	if p.lastTimestamp {
		p.stamps++
		if over {
			p.pairs++
		}
	}
	if ok && l.Style == label.StyleTimestamp && p.lastAlone != "" {
		p.nearTime[p.lastAlone] = true
	}
	p.lastAlone = ""
	if !ok {
		return
	}
	name := label.Fold(label.MarkdownName(p.source.Slice(l.Name)))
	if l.Style == label.StyleAlone && !blank && !over || label.IsCommonWord(name) || l.Style == label.StyleAlone && !p.mayEnclose(&l, end) {
		return
	}
	switch {
	case l.Style == label.StylePlain:
		p.colonCount[name]++
	case l.Style == label.StyleAlone:
		p.lastAlone = name
		p.nearTime[name] = p.nearTime[name] || over
	case l.Style == label.StyleTimed && l.TimeFirst:
		p.timeFirst++
		if l.Enclosed != 0 && !l.Colon && l.End < end {
			p.afterTime.add(name, l.Name)
		}
	}
	p.stats[l.Style].count(name, &l, p.allCaps(l.Name))
}

// choose chooses the styles of names (such as bold type) that mark speakers in this text.
// First it looks at styles with marks, such as "**Ada:**". Such a style is chosen in two
// cases:
//
//   - It has at least two lines, and at least half of them have a colon or a time.
//   - It has at least three lines, and at least half of them have a name that recurs.
//
// If no style with marks is chosen, choose looks at three other styles: lines that are
// only a time, lines that are only a name, and names before words without a colon
// ("**Ada** Yes."). Such a style must be more frequent than names with only a colon
// ("Ada:"). Lines that are only a time may also be equally frequent. In the two styles
// with names, at least half of the lines must have a name that recurs.
func (p *labelStyles) choose() {
	// Suppose that "**Ada:**" and "**Ben:**" are in the text once each: they are
	// speakers, because they have colons. Suppose that "## Ada" and "## Ben" are
	// there twice each: they are speakers, because they recur. Five headings that
	// are all different are not speakers, but titles of sections. See
	// testdata/headings-level.txtar.
	for s := label.StyleHeading; s <= label.StyleTimed; s++ {
		t := &p.stats[s]
		firm := t.lines >= 2 && 2*t.explicit >= t.lines && (len(t.names) > 1 || t.recurringLines() > 1)
		if s == label.StyleTimed && t.lines < p.stats[label.StylePlain].lines/4 {
			firm = false
		}
		p.chosen[s] = firm || t.recurs()
	}
	if p.onlyTimes() {
		p.chosen[label.StyleTimed] = false
	}
	special := p.chosen[label.StyleHeading] || p.chosen[label.StyleBold] || p.chosen[label.StyleDash] || p.chosen[label.StyleTimed]
	if stamps := p.stats[label.StyleTimestamp].lines; stamps >= 2 && !special && stamps >= p.stats[label.StylePlain].lines {
		p.chosen[label.StyleTimestamp] = true
	}
	alone := &p.stats[label.StyleAlone]
	if !special && alone.recurs() && alone.lines > p.stats[label.StylePlain].lines && (!p.chosen[label.StyleTimestamp] || p.countNearTime() > 1) {
		p.chosen[label.StyleAlone] = true
	}
	if inline := &p.stats[label.StyleInline]; !special && inline.recurs() && (p.enclosed == 0 || 2*inline.lines >= p.lines) && inline.lines > p.stats[label.StylePlain].lines+alone.lines {
		p.chosen[label.StyleInline] = true
	}
	// A style such as bold type may mark the speakers in this text. Even then, some words
	// in this style may be the heading of a section or a short line of speech. Therefore
	// each name is checked.
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

// onlyTimes reports whether names after times are really part of the speech, as in "0:02
// Question: is it late?" This is so if none of these names recurs, and at least half of
// the lines with a time have no name.
func (p *labelStyles) onlyTimes() bool {
	t := &p.stats[label.StyleTimed]
	return p.timeFirst == t.lines && t.recurringLines() == 0 && p.stats[label.StyleTimestamp].lines >= t.lines
}

// stampsInPairs reports whether nearly all lines that are only a time are in pairs: the
// start on one line, the end on the next. A text that was copied from a table with the
// columns start, end, speaker and words has such pairs.
func (p *labelStyles) stampsInPairs() bool { return p.pairs > 1 && 10*2*p.pairs >= 9*p.stamps }

// countNearTime returns the number of names that are alone on their line, directly
// before or after a line with a time.
func (p *labelStyles) countNearTime() int {
	n := 0
	for _, ok := range p.nearTime {
		if ok {
			n++
		}
	}
	return n
}

// credible reports whether a name in the style s (such as bold type) is a speaker. The
// style marks speakers in this text, so most of its names are speakers. But a heading or
// a line that is only a name may be something else if the name appears only once. Such a
// name is a speaker in these cases:
//
//   - It is a heading such as "## Ada", and another heading of the same level recurs.
//   - It is only a name, and it has a role as in "Ada (host)", a title such as "Mr.", or
//     a line with a time next to it.
//   - It is only a name in capitals, and all names that recur are in capitals.
func (p *labelStyles) credible(s label.Style, name string) bool {
	t := &p.stats[s]
	switch {
	case s == label.StyleBold && t.heads(name):
		return false
	case t.names[name] > 1, t.explicit == t.lines, s != label.StyleAlone && s != label.StyleHeading:
		return true
	case s == label.StyleHeading:
		return t.levels[t.level[name]] > 0
	}
	shown := label.MarkdownName(p.source.Slice(t.at[name]))
	_, bracketed := label.SplitName(shown)
	return bracketed || p.nearTime[name] || label.WithoutAddress(shown+" X") != shown+" X" || t.mixedCase == 0 && p.allCaps(t.at[name])
}

// allCaps reports whether the name in this range has no lower-case letters.
func (p *labelStyles) allCaps(name transcript.Range) bool {
	shown := p.source.Slice(name)
	return strings.ToUpper(shown) == shown
}

// timesLines reports whether a time at the start of a line is the time at which the line
// is spoken. This is so in three cases:
//
//   - Lines that begin with a time and have no name are one of the styles chosen for this
//     text.
//   - Labels with a time are a chosen style, and at least two of them have the time
//     before the name.
//   - At least two lines are like "[0:05] Yes.", and a chosen style has names without
//     times: bold type, headings or separate lines.
func (p *labelStyles) timesLines() bool {
	return p.chosen[label.StyleTimestamp] || p.chosen[label.StyleTimed] && p.timeFirst > 1 ||
		p.stats[label.StyleTimestamp].lines > 1 && (p.chosen[label.StyleBold] || p.chosen[label.StyleHeading] || p.chosen[label.StyleAlone])
}

// labelOf returns the label at the start of a line: a speaker's name, a time, or
// both. The result is false if the line has none, if its style does not mark speakers
// in this text, or if the name is not a speaker's. The argument blank is true if the
// line before is blank.
func (p *labelStyles) labelOf(body transcript.Range, blank bool) (label.Line, bool) {
	l, ok := p.lineAt(body.Start, body.End)
	if !ok {
		return l, false
	}
	name := label.Fold(label.MarkdownName(p.source.Slice(l.Name)))
	if l.Style == label.StyleTimed && l.TimeFirst && (p.chosen[label.StyleTimestamp] || l.Bracketed && p.timesLines()) && !p.known[name] {
		l = l.WithoutName(p.source.Text, body.End)
	}
	switch {
	case l.Style == label.StyleTimestamp && l.End >= body.End: // a line such as "0:05"
		return l, p.stats[label.StyleTimestamp].lines > 1 || p.chosen[label.StyleTimed]
	case l.Style == label.StyleTimestamp: // a line such as "0:05 Well" or "[0:05] [Laughter]"
		rest := strings.TrimSpace(p.source.Text[l.End:body.End])
		return l, p.chosen[label.StyleTimestamp] || l.Bracketed && (p.timesLines() || draft.IsDirection(label.UnescapedMarkdown(rest)))
	case p.rejected[name] || label.IsCommonWord(name):
		return l, false
	// This label has a time, as in "Ada (0:05):", but such labels are rare in this
	// text. It is accepted if the same name is also a speaker in another style, as
	// in "**Ada:**".
	case l.Style == label.StyleTimed && !p.chosen[label.StyleTimed] && l.Colon && p.known[name]:
		return l, true
	case l.Style == label.StylePlain:
		return l, p.known[name] || p.colonCount[name] > 1
	case l.Style == label.StyleAlone:
		return l, p.chosen[label.StyleAlone] && blank && p.known[name] && p.mayEnclose(&l, body.End)
	}
	return l, p.chosen[l.Style] && p.known[name]
}
