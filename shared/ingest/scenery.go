package ingest

import (
	"strings"
	"unicode"

	"quoteline/shared/transcript"
)

// scenery knows what stands around a dialogue and is no part of it: front
// matter, the mark of the tool that made the file, rules.
type scenery struct {
	begun bool // a line was seen
	yaml  bool // in front matter
	head  int  // where the letterhead ends, 0 without one
}

// piece of scenery that a line is.
type scenic int

const (
	scenicNone   scenic = iota
	scenicOpens         // the first line of front matter
	scenicFront         // a further line of front matter
	scenicTitle         // the first line of a letterhead
	scenicFooter        // the mark of a tool
	scenicRule          // a line drawn with signs
)

// look says what the line is. Lines have to be looked at in order.
func (s *scenery) look(src *source, body transcript.Range) scenic {
	text := strings.TrimSpace(src.slice(body))
	first := !s.begun
	s.begun = true
	switch {
	case first && text == "---" && closesFront(src.text[body.End:]):
		s.yaml = true
		return scenicOpens
	case first && letterhead(src.text[body.Start:]) > 0:
		s.head = body.Start + letterhead(src.text[body.Start:])
		return scenicTitle
	case body.Start < s.head:
		return scenicFront
	case s.yaml:
		s.yaml = text != "---" && text != "..."
		return scenicFront
	case isFooter(text):
		return scenicFooter
	case isRule(text):
		return scenicRule
	}
	return scenicNone
}

// leaveOut reports whether the line, which is not blank, is scenery. If so, it
// accounts for it.
func (s *scenery) leaveOut(d *draft, body transcript.Range) bool {
	switch s.look(d.src, body) {
	case scenicOpens:
		d.account(SpanMeta, body)
		d.remark(body, Remark{
			Kind: RemarkFront, Level: LevelInfo, Done: "left out of the text; its title is taken over", Alternatives: []string{"add it to the metadata"},
		})
	case scenicTitle:
		d.found.Title = cleanName(d.src.slice(body))
		d.account(SpanMeta, body)
		d.remark(body, Remark{
			Kind: RemarkFront, Level: LevelInfo, Done: "taken for the title; the lines under it, down to the link, are left out of the text",
			Alternatives: []string{"add them to the metadata"},
		})
	case scenicFront:
		d.frontMatter(body)
	case scenicFooter:
		d.account(SpanOmitted, body)
		d.remark(body, Remark{
			Kind: RemarkFooter, Level: LevelInfo, Done: "left out: the mark of the tool that made the file", Alternatives: []string{},
		})
	case scenicRule:
		if len(d.cues) == 1 {
			return false
		}
		d.account(SpanOmitted, body)
	default:
		return false
	}
	return true
}

// letterhead returns the length of the lines that a text begins with when a link
// alone on its line ends them, as in the text files that this project writes: a
// title, what is known of the transcript, its address. It returns 0 otherwise.
func letterhead(text string) int {
	const longest, most = 4096, 6
	at, lines := 0, 0
	for line := range strings.Lines(text[:min(len(text), longest)]) {
		shown := strings.TrimSpace(line)
		if shown == "" || lines == most {
			break
		}
		at += len(line)
		lines++
		if lines > 1 && (strings.HasPrefix(shown, "https://") || strings.HasPrefix(shown, "http://")) && !strings.ContainsFunc(shown, unicode.IsSpace) {
			return at
		}
	}
	return 0
}

// closesFront reports whether front matter that begins is also ended, within
// what front matter may take.
func closesFront(rest string) bool {
	const longest = 16 << 10
	rest = rest[:min(len(rest), longest)]
	return strings.Contains(rest, "\n---") || strings.Contains(rest, "\r---")
}

// frontMatter takes over the title.
func (d *draft) frontMatter(body transcript.Range) {
	d.account(SpanMeta, body)
	if value, ok := strings.CutPrefix(d.src.slice(body), "title:"); ok && d.found.Title == "" {
		value = strings.TrimSpace(value)
		if n := len(value); n > 1 && (value[0] == '\'' || value[0] == '"') && value[n-1] == value[0] {
			value = strings.ReplaceAll(value[1:n-1], "''", "'")
		}
		d.found.Title = cleanName(value)
	}
}

// heading leaves out a section's heading in Markdown. The first, before any
// label, is the title.
func (d *draft) heading(body transcript.Range) bool {
	s := strings.TrimLeft(d.src.slice(body), "#")
	hashes := body.End - body.Start - len(s)
	if s == "" || s[0] != ' ' || hashes == 0 || hashes > 6 {
		return false
	}
	if hashes == 1 && d.found.Title == "" && len(d.cues) == 1 {
		d.found.Title = clean(d.meaning(transcript.Range{Start: body.End - len(s), End: body.End}))
		d.account(SpanMeta, body)
		return true
	}
	d.account(SpanOmitted, body)
	d.remark(body, Remark{
		Kind: RemarkHeading, Level: LevelInfo, Done: "left out: the heading of a section", Alternatives: []string{"make it a topic"},
	})
	return true
}

// isFooter reports whether a line is the mark of a tool.
func isFooter(text string) bool {
	const longest = 120
	if len(text) > longest || strings.IndexByte("tsmTSM", text[0]) < 0 && !strings.HasSuffix(text, "transcription") {
		return false
	}
	low := strings.ToLower(text)
	for _, s := range []string{
		"transcribed by http", "transcribed by otter", "transcribed with otter", "transcribed by rev", "transcript provided by ",
		"this transcript was exported on", "transcribed by descript", "subtitles by the amara.org community",
		"meeting ended after ", "transcription ended after ", "this editable transcript was computer generated",
	} {
		if strings.HasPrefix(low, s) {
			return true
		}
	}
	return strings.HasSuffix(low, " stopped transcription") || strings.HasSuffix(low, " started transcription")
}
