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
