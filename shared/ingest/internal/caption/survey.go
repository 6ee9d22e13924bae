package caption

import (
	"strings"
	"unicode"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// survey has counts over all captions of a file. They show where the file has the names
// of the speakers.
type survey struct {
	cues     int
	empty    int   // captions without a line of text before the next blank line
	arrows   int   // captions that begin with >>
	colons   names // words before a colon, at the start of a caption
	brackets names // words in brackets, at the start of a caption
	ids      names // lines above the times, such as "Speaker 1"
	idNames  bool  // the lines above the times name the speakers
}

// names counts the texts at one place of the captions, such as the words before a colon
// at the start of each. These texts may be speakers' names.
type names struct {
	n    int
	each map[string]int
	list []string // the names in order of first appearance
}

// add counts a name.
func (k *names) add(name string) {
	if k.each == nil {
		k.each = map[string]int{}
	}
	if k.each[name] == 0 {
		k.list = append(source.WithRoom(k.list), name)
	}
	k.n++
	k.each[name]++
}

// nearlyAll reports whether the counted texts are probably the names of speakers. Nearly
// all captions must have such a text, and most of the texts must recur. The argument cues
// is the number of captions.
func (k *names) nearlyAll(cues int) bool {
	const least = 3
	return k.n >= least && len(k.each) > 1 && (5*k.n >= 4*cues && 2*len(k.each) <= k.n+1 || k.n == cues && len(k.each) < k.n)
}

// anyColon reports whether nearly all captions begin with words before a colon, and these
// words recur. If so, any words before a colon at the start of a caption may be a label
// (a speaker's name).
func (s *survey) anyColon() bool { return s.colons.nearlyAll(s.cues) }

// gapped reports whether the file has blank lines between the times of captions and their
// words.
func (s *survey) gapped() bool { return s.empty > 1 && 2*s.empty >= s.cues }

// accepts reports whether the words before a colon are a label (a speaker's name). It is
// called if nearly all captions begin with words and a colon. Words that recur are a
// label. If every caption has words before a colon, all these words are labels. Otherwise
// the words must not look like the beginning of a sentence, as in "The thing is: it
// rains."
func (s *survey) accepts(name string) bool {
	return s.colons.each[name] != 1 || s.colons.n == s.cues || label.IsLabelName(name) || !looksSpoken(name)
}

// looksSpoken reports whether at least half of the words are in lower case, as in a
// sentence. Particles of names, such as "von", are not counted as lower case.
func looksSpoken(name string) bool {
	low, all := 0, 0
	for w := range strings.FieldsSeq(name) {
		all++
		if !label.IsParticle(w) && !strings.ContainsFunc(w, unicode.IsUpper) && strings.ContainsFunc(w, unicode.IsLower) {
			low++
		}
	}
	return 2*low >= all
}

// takeSurvey counts how captions begin, for example with arrows or a name. The argument
// each is an iterator over all lines (see countNames).
func (c *captions) takeSurvey(each func(func(line transcript.Range, first bool))) {
	s := &c.survey
	each(func(line transcript.Range, first bool) {
		const cost = 100 // steps: a label is searched for in a few hundred bytes
		if !first || !c.Src.Budget.Steps(cost) {
			return
		}
		start := c.turnStart(line)
		if start.Arrows > 0 || strings.HasPrefix(strings.TrimLeft(c.Src.Slice(line), " \t"), "&gt;&gt;") {
			s.arrows++
		}
		at := start.At
		at += len(c.Src.Text[at:line.End]) - len(strings.TrimLeft(c.Src.Text[at:line.End], ",;. "))
		if l, ok := label.BracketAt(c.Src.Text, at, line.End); ok && label.IsLabelName(c.Src.Slice(l.Name)) && !label.IsSound(c.Src.Slice(l.Name)) && !label.IsCommonWord(c.Src.Slice(l.Name)) {
			s.brackets.add(c.Src.Slice(l.Name))
		}
		if l, ok := label.AnyAt(c.Src.Text, at, line.End); ok {
			s.colons.add(c.Src.Slice(l.Name))
		}
	})
	s.idNames = !s.anyColon() && s.ids.nearlyAll(s.cues) && c.decideIDs()
}

// countTimes counts the captions, the captions without words, and the names on lines
// above the times.
func (c *captions) countTimes(list []block) {
	s := &c.survey
	for _, b := range list {
		for i, line := range b.lines {
			if _, _, ok := timesIn(c.Src.Slice(line)); !ok {
				continue
			}
			s.cues++
			if i == len(b.lines)-1 {
				s.empty++
			}
			if i == 1 && label.IsLabelName(c.Src.Slice(b.lines[0])) {
				s.ids.add(c.Src.Slice(b.lines[0]))
			}
		}
	}
}

// decideIDs decides whether the lines above the times name the speakers. By default they
// do, because this function is only called if these lines look like names and recur.
func (c *captions) decideIDs() bool {
	const most = 20 // labels in the report
	labels := []draft.LabelCount{}
	for _, name := range c.survey.ids.list[:min(most, len(c.survey.ids.list))] {
		labels = append(labels, draft.LabelCount{Label: name, Turns: c.survey.ids.each[name]})
	}
	return c.ledger.Decide(draft.Decision{
		ID: "identifiers", Kind: draft.DecideLabel, Applied: true, Labels: labels,
		Reason: "the lines above the times are names that come again, so they name the speakers",
	})
}
