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

// boldHeading leaves out a line in bold type that is the heading of a section. Labels
// must be in bold type with colons, and such lines must be rare. If they are frequent,
// they are speech, such as the questions of an interview. The result is false for other
// lines.
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

// ownLineHeading leaves out a line such as "SECOND HALF:", if the name before the colon
// is a heading. Before the first label, such a line belongs to the introduction. The
// result is false for other lines.
func (t *textReader) ownLineHeading(body transcript.Range) bool {
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

// isHeading reports whether the name k is a heading such as "FULL TRANSCRIPT:". It has no
// words on its line, unlike most labels, and no label without words recurs. It has no
// role, and shares no word with another label, as the name of a person often does. It is
// before all labels, or has a word that headings have.
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

// hasHeadingWord reports whether one of the words, in lower case with a space around
// each, is one that headings have.
func hasHeadingWord(words string) bool {
	for _, w := range []string{"transcript", "part", "half", "section", "chapter", "session", "remarks", "statement", "opening", "closing", "introduction", "round", "questions", "discussion", "interview", "statements", "q&a"} {
		if strings.Contains(words, " "+w+" ") {
			return true
		}
	}
	return false
}

// levelNamesSpeakers reports whether other headings of the level of this one are speakers
// whose names come again. Then the words below this heading are not those of the speaker
// before it. Example: "### (no speaker)" among headings such as "### Ada Long".
func (p *labelStyles) levelNamesSpeakers(heading string) bool {
	level := len(heading) - len(strings.TrimLeft(heading, "#"))
	return level > 0 && p.chosen[label.StyleHeading] && p.stats[label.StyleHeading].levels[level] > 0
}
