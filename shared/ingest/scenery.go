package ingest

import (
	"strings"

	"quoteline/shared/transcript"
)

// scenery knows what stands around a dialogue and is no part of it: front
// matter, the mark of the tool that made the file, rules.
type scenery struct {
	begun bool // a line was seen
	yaml  bool // in front matter
}

// leaveOut reports whether the line, which is not blank, is scenery. If so, it
// accounts for it.
func (s *scenery) leaveOut(d *draft, body transcript.Range) bool {
	text := strings.TrimSpace(d.src.slice(body))
	first := !s.begun
	s.begun = true
	switch {
	case first && text == "---" && closesFront(d.src.text[body.End:]):
		s.yaml = true
		s.frontMatter(d, body, text)
		d.remark(body, Remark{
			Kind: RemarkFront, Level: LevelInfo, Done: "left out of the text; its title is taken over", Alternatives: []string{"add it to the metadata"},
		})
	case s.yaml:
		s.frontMatter(d, body, text)
		s.yaml = text != "---" && text != "..."
	case isFooter(text):
		d.account(SpanOmitted, body)
		d.remark(body, Remark{
			Kind: RemarkFooter, Level: LevelInfo, Done: "left out: the mark of the tool that made the file", Alternatives: []string{},
		})
	case isRule(text) && len(d.cues) > 1:
		d.account(SpanOmitted, body)
	default:
		return false
	}
	return true
}

// closesFront reports whether front matter that begins is also ended, within
// what front matter may take.
func closesFront(rest string) bool {
	const longest = 16 << 10
	rest = rest[:min(len(rest), longest)]
	return strings.Contains(rest, "\n---") || strings.Contains(rest, "\r---")
}

func (s *scenery) frontMatter(d *draft, body transcript.Range, text string) {
	d.account(SpanMeta, body)
	if value, ok := strings.CutPrefix(text, "title:"); ok && d.found.Title == "" {
		value = strings.TrimSpace(value)
		if n := len(value); n > 1 && (value[0] == '\'' || value[0] == '"') && value[n-1] == value[0] {
			value = strings.ReplaceAll(value[1:n-1], "''", "'")
		}
		d.found.Title = cleanName(value)
	}
}

// isFooter reports whether a line is the mark of a tool.
func isFooter(text string) bool {
	const longest = 120
	if len(text) > longest {
		return false
	}
	low := strings.ToLower(text)
	for _, s := range []string{
		"transcribed by http", "transcribed by otter", "transcribed with otter", "transcribed by rev", "transcript provided by rev",
		"this transcript was exported on", "transcribed by descript", "subtitles by the amara.org community",
	} {
		if strings.HasPrefix(low, s) {
			return true
		}
	}
	return false
}
