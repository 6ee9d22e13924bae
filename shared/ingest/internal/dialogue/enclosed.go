package dialogue

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// mayEnclose reports whether the label l may be a speaker's name although it is in
// brackets. It may be one if it has a number, as in "[Speaker 1]". It may also be one if
// it is in square brackets and the next line has words. Otherwise it is a stage direction
// such as "[Gong]". The argument end is the byte offset at which the line ends. If the
// label has no brackets, the result is true.
func (p *labelStyles) mayEnclose(l *label.Line, end int) bool {
	if l.Enclosed == 0 || label.HasDigit(p.source.Slice(l.Name)) {
		return true
	}
	rest := strings.TrimPrefix(p.source.Text[end:], "\r")
	return l.Enclosed == ']' && len(rest) > 1 && rest[0] == '\n' && strings.IndexByte("\r\n[(", rest[1]) < 0
}

// lineAt reads the label (a speaker's name or a time) at the start of the line
// text[at:end]. A stage direction in brackets, such as "(Applause)", is not a name. So in
// "(0:05) (Applause.)" and "[0:05] [Coughs] Yes.", the label is only the time.
func (p *labelStyles) lineAt(at, end int) (label.Line, bool) {
	l, ok := label.LineAt(p.source.Text, at, end)
	if !ok || l.Enclosed == 0 || l.Colon {
		return l, ok
	}
	name := p.source.Slice(l.Name)
	direction := label.IsSound(name)
	if l.Style != label.StyleTimed || !l.TimeFirst {
		return l, !direction
	}
	if direction || l.End >= end && !p.mayEnclose(&l, end) || p.afterTime.directions[label.Fold(label.MarkdownName(name))] {
		l = l.WithoutName(p.source.Text, end)
	}
	return l, true
}

// afterTimes counts the names in brackets between times and words, as in "(0:05) (Coughs)
// Yes." Each is a speaker or a stage direction.
type afterTimes struct {
	count      map[string]int     // by name in lower case
	first      []transcript.Range // the first range of each name
	directions map[string]bool    // names in lower case that are stage directions
	doubtful   []transcript.Range // the first ranges of names that an editor can turn into speakers
	decided    map[transcript.Range]bool
}

// add counts a name in brackets. The argument name is in lower case. The argument at is
// the range of the name in the source.
func (a *afterTimes) add(name string, at transcript.Range) {
	if a.count[name]++; a.count[name] == 1 {
		a.first = append(source.WithRoom(a.first), at)
	}
}

// findDirections finds the names in brackets between times and words that are stage
// directions, as in "(0:05) (Coughs) Yes." If at least half of the lines have a name that
// recurs, all names are speakers, as in "(0:05) (Ada) Yes." A name is also a speaker if
// it recurs, has several words, has a number, or is a label in another place. An editor
// can reverse each decision. The result is true if any stage directions were found.
func (p *labelStyles) findDirections(l *draft.Ledger) bool {
	a := &p.afterTime
	lines, recurring := 0, 0
	for _, n := range a.count {
		lines += n
		if n > 1 {
			recurring += n
		}
	}
	a.directions, a.decided = map[string]bool{}, map[transcript.Range]bool{}
	for _, at := range a.first {
		shown := label.MarkdownName(p.source.Slice(at))
		name := label.Fold(shown)
		if 2*recurring >= lines || a.count[name] > 1 || label.HasDigit(shown) || strings.ContainsRune(shown, ' ') || p.elsewhere(name) {
			continue
		}
		a.doubtful = append(a.doubtful, at)
		a.decided[at] = true
		if !l.Applies("label:" + shown) {
			a.directions[name] = true
		}
	}
	return len(a.directions) > 0
}

// decideDirections records that each doubtful name in brackets is a stage direction by
// default. An editor can make it a speaker.
func (p *labelStyles) decideDirections(l *draft.Ledger) {
	for _, at := range p.afterTime.doubtful {
		p.decideSingle(l, label.Fold(label.MarkdownName(p.source.Slice(at))), at, false)
	}
}

// elsewhere reports whether a name (in lower case) is also a label in another place: not
// only in brackets between a time and words.
func (p *labelStyles) elsewhere(name string) bool {
	n := -p.afterTime.count[name]
	for s := range p.stats {
		n += p.stats[s].names[name]
	}
	return n > 0
}

// isDoubtful reports whether findDirections found that a name in brackets may be a stage
// direction, such as "Coughs" in "(0:05) (Coughs) Yes." The argument name is in lower
// case.
func (p *labelStyles) isDoubtful(name string) bool {
	return p.afterTime.decided[p.stats[label.StyleTimed].at[name]]
}
