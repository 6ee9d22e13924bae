package dialogue

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/transcript"
)

// isBoldLine reports whether a whole line is in bold type, as "**The second part**" is.
func isBoldLine(line string) bool {
	for _, marks := range []string{"**", "__", "'''"} {
		inner, ok := strings.CutPrefix(line, marks)
		if !ok {
			continue
		}
		inner, ok = strings.CutSuffix(inner, marks)
		return ok && inner != "" && !strings.Contains(inner, marks)
	}
	return false
}

// boldHeading leaves out a line in bold type if it is the heading of a section. The
// labels of the text must be in bold type with colons. There may be at most one such
// heading for four labels: more lines in bold type are speech, such as the questions of
// an interview. The result is false for any other line.
func (d *dialogue) boldHeading(body transcript.Range) bool {
	const rare = 4 // at most one heading for four labels
	t := &d.stats[label.StyleBold]
	if !d.chosen[label.StyleBold] || 2*t.explicit < t.lines || !isBoldLine(d.Src.Slice(body)) || rare*(d.boldLines-t.trailing) > t.lines {
		return false
	}
	d.Account(draft.SpanOmitted, body)
	d.Remark(body, draft.Remark{
		Kind: draft.RemarkHeading, Level: draft.LevelCheck, Done: "left out: a line in bold type without a speaker's label, which is probably a section heading",
		Alternatives: []string{"make it a topic", "add it as speech"},
	})
	return true
}

// ownLineHeading leaves out a line such as "SECOND HALF:", which looks like a label but
// was counted as a heading. A heading before the first label is not left out: it belongs
// to the introduction. The result is false for any other line.
func (t *textReader) ownLineHeading(body transcript.Range) bool {
	if len(t.headings) == 0 {
		return false
	}
	s := label.TurnStartAt(t.Src.Text, body.Start, body.End)
	name := label.Clean(t.Src.Slice(s.Label.Name))
	if !s.Labelled() || !t.headings[s.Label.Name.Start] || len(t.Cues) == 1 || t.known[label.Fold(name)] {
		return false
	}
	t.Account(draft.SpanOmitted, body)
	t.Remark(body, draft.Remark{
		Kind: draft.RemarkHeading, Level: draft.LevelCheck, Done: "left out: probably a section heading, because it is alone on its line, unlike most labels",
		Alternatives: []string{"make it a topic", "accept it as a label"}, Decision: "label:" + name,
	})
	return true
}

// isHeading reports whether the name k is a heading such as "FULL TRANSCRIPT:", and not a
// speaker. It is one if all of these are true:
//
//   - No words follow it on its line, unlike most labels, and it appears only once.
//   - Every other name without words on its line also appears only once.
//   - It has no role in brackets, and it has no word that another name has.
//   - It is before all other names, or has a word of headings such as "transcript".
func (c *Candidates) isHeading(k *candidate) bool {
	const most = 20 // own lines; each is compared with all labels
	if c.ownLines > most || k.ownLine != 1 || k.times() != 1 {
		return false
	}
	if _, role := label.SplitName(k.name); role {
		return false
	}
	first, words, lines := true, " "+label.Fold(k.name)+" ", 0
	for _, other := range c.list {
		lines += other.atStart
		if other.ownLine > 0 && other.times() > 1 {
			return false
		}
		if other == k || label.IsCommonWord(other.name) {
			continue
		}
		first = first && k.at.Start < other.at.Start
		for word := range strings.FieldsSeq(label.Fold(other.name)) {
			if strings.Contains(words, " "+strings.Trim(word, ",.")+" ") {
				return false
			}
		}
	}
	return 3*c.ownLines <= lines && (first || hasHeadingWord(words))
}

// hasHeadingWord reports whether a word that is common in headings, such as "part", is
// among the words. The argument is in lower case, with a space before and after each
// word.
func hasHeadingWord(words string) bool {
	for _, w := range []string{"transcript", "part", "half", "section", "chapter", "session", "remarks", "statement", "opening", "closing", "introduction", "round", "questions", "discussion", "interview", "statements", "q&a"} {
		if strings.Contains(words, " "+w+" ") {
			return true
		}
	}
	return false
}

// levelNamesSpeakers reports whether headings of the same level as this heading name
// speakers, and some of these names recur. If so, the words below this heading are not by
// the speaker of the previous heading. Example: "### (no speaker)" among headings such as
// "### Ada Long".
func (p *labelStyles) levelNamesSpeakers(heading string) bool {
	level := len(heading) - len(strings.TrimLeft(heading, "#"))
	return level > 0 && p.chosen[label.StyleHeading] && p.stats[label.StyleHeading].levels[level] > 0
}
