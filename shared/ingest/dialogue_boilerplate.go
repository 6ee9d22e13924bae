package ingest

import (
	"strings"
	"unicode"

	"quoteline/shared/transcript"
)

// boilerplate knows what stands around a dialogue and is no part of it: front
// matter, the mark of the tool that made the file, rules.
type boilerplate struct {
	started       bool // a line was seen
	inFrontMatter bool // in front matter
	titleBlockEnd int  // where the letterhead ends, 0 without one
}

// piece of scenery that a line is.
type boilerplateKind int

const (
	boilerplateNone       boilerplateKind = iota
	boilerplateFrontStart                 // the first line of front matter
	boilerplateFront                      // a further line of front matter
	boilerplateTitle                      // the first line of a letterhead
	boilerplateFooter                     // the mark of a tool
	boilerplateRule                       // a line drawn with signs
)

// classify says what the line is. Lines have to be looked at in order.
func (s *boilerplate) classify(src *source, body transcript.Range) boilerplateKind {
	text := strings.TrimSpace(src.slice(body))
	first := !s.started
	s.started = true
	switch {
	case first && text == "---" && frontMatterCloses(src.text[body.End:]):
		s.inFrontMatter = true
		return boilerplateFrontStart
	case first && titleBlock(src.text[body.Start:]) > 0:
		s.titleBlockEnd = body.Start + titleBlock(src.text[body.Start:])
		return boilerplateTitle
	case body.Start < s.titleBlockEnd:
		return boilerplateFront
	case s.inFrontMatter:
		s.inFrontMatter = text != "---" && text != "..."
		return boilerplateFront
	case isFooter(text):
		return boilerplateFooter
	case isRule(text):
		return boilerplateRule
	}
	return boilerplateNone
}

// leaveOut reports whether the line, which is not blank, is scenery. If so, it
// accounts for it.
func (s *boilerplate) leaveOut(d *draft, body transcript.Range) bool {
	switch s.classify(d.src, body) {
	case boilerplateFrontStart:
		d.account(SpanMeta, body)
		d.remark(body, Remark{
			Kind: RemarkFront, Level: LevelInfo, Done: "left out of the text; its title is taken over", Alternatives: []string{"add it to the metadata"},
		})
	case boilerplateTitle:
		d.found.Title = cleanName(d.src.slice(body))
		d.account(SpanMeta, body)
		d.remark(body, Remark{
			Kind: RemarkFront, Level: LevelInfo, Done: "taken for the title; the lines under it, down to the link, are left out of the text",
			Alternatives: []string{"add them to the metadata"},
		})
	case boilerplateFront:
		d.frontMatter(body)
	case boilerplateFooter:
		d.account(SpanOmitted, body)
		d.remark(body, Remark{
			Kind: RemarkFooter, Level: LevelInfo, Done: "left out: the mark of the tool that made the file", Alternatives: []string{},
		})
	case boilerplateRule:
		if len(d.cues) == 1 {
			return false
		}
		d.account(SpanOmitted, body)
	default:
		return false
	}
	return true
}

// titleBlock returns the length of the lines that a text begins with when a link
// alone on its line ends them, as in the text files that this project writes: a
// title, what is known of the transcript, its address. It returns 0 otherwise.
func titleBlock(text string) int {
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

// frontMatterCloses reports whether front matter that begins is also ended, within
// what front matter may take.
func frontMatterCloses(rest string) bool {
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

// headingLine leaves out a section's heading in Markdown. The first, before any
// label, is the title.
func (d *draft) headingLine(body transcript.Range) bool {
	s := strings.TrimLeft(d.src.slice(body), "#")
	hashes := body.End - body.Start - len(s)
	if s == "" || s[0] != ' ' || hashes == 0 || hashes > 6 {
		return false
	}
	if hashes == 1 && d.found.Title == "" && len(d.cues) == 1 {
		d.found.Title = clean(d.wordsAt(transcript.Range{Start: body.End - len(s), End: body.End}))
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
