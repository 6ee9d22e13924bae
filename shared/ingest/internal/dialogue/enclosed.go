package dialogue

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// mayEnclose reports whether a name alone on its line may be a label, if brackets are
// around it. A name with a number may be, as in "[Speaker 1]". Another name in square
// brackets needs words on the next line, because "[Gong]" may be a stage direction. The
// line ends at the offset end. Without brackets, the result is true.
func (p *labelStyles) mayEnclose(l *label.Line, end int) bool {
	if l.Enclosed == 0 || hasDigit(p.source.Slice(l.Name)) {
		return true
	}
	rest := strings.TrimPrefix(p.source.Text[end:], "\r")
	return l.Enclosed == ']' && len(rest) > 1 && rest[0] == '\n' && strings.IndexByte("\r\n[(", rest[1]) < 0
}

// lineAt reads the label at the start of the line text[at:end]. A stage direction in
// brackets is no label. After a time, as in "(0:05) (Applause.)" and "[0:05] [Coughs] Yes.",
// the label is only the time.
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

// add counts a name in lower case, which is in the range at.
func (a *afterTimes) add(name string, at transcript.Range) {
	if a.count[name]++; a.count[name] == 1 {
		a.first = append(source.WithRoom(a.first), at)
	}
}

// findDirections finds the names in brackets between times and words that are stage
// directions, because hardly any of them recurs. Names of speakers recur: "(0:05) (Ada)
// Yes." A name of several words, or with a number, is a speaker's. An editor can reverse
// each of these decisions. The result is true if there are such names.
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
		if 2*recurring >= lines || a.count[name] > 1 || hasDigit(shown) || strings.ContainsRune(shown, ' ') || p.elsewhere(name) {
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

// decideDirections records the decisions of findDirections.
func (p *labelStyles) decideDirections(l *draft.Ledger) {
	for _, at := range p.afterTime.doubtful {
		p.decideSingle(l, label.Fold(label.MarkdownName(p.source.Slice(at))), at, false)
	}
}

// elsewhere reports whether a name in lower case is a label in another place than in
// brackets between a time and words.
func (p *labelStyles) elsewhere(name string) bool {
	n := -p.afterTime.count[name]
	for s := range p.stats {
		n += p.stats[s].names[name]
	}
	return n > 0
}

// isDoubtful reports whether findDirections decided about the first label with a time that
// has this name in lower case.
func (p *labelStyles) isDoubtful(name string) bool {
	return p.afterTime.decided[p.stats[label.StyleTimed].at[name]]
}
