package dialogue

import (
	"strings"
	"unicode"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// boilerplate finds the lines of a text that are outside the dialogue. These are
// metadata at the start of the text (front matter or a title block), footers that
// tools add, and lines of dashes.
type boilerplate struct {
	started       bool // a line that is not blank was read
	inFrontMatter bool
	inFootnote    bool // the last line belongs to a footnote
	ended         bool // a tool wrote that the transcription ended, and no label followed
	titleBlockEnd int  // byte offset of the end of the title block; 0 if there is none
}

// boilerplateKind is the kind of a line outside the dialogue.
type boilerplateKind int

const (
	boilerplateNone       boilerplateKind = iota
	boilerplateFrontStart                 // the first line of front matter: "---"
	boilerplateFront                      // a further line of front matter, or of a title block
	boilerplateTitle                      // the first line of a title block
	boilerplateFooter                     // a line about the transcription: "Transcribed by https://otter.ai"
	boilerplateFootnote                   // a line of a footnote: "[^1]: In 1996."
	boilerplateRule                       // a line of dashes or other marks: "* * *"
)

// classify returns the kind of a line outside the dialogue, or boilerplateNone for a
// line of the dialogue. The kind of a line depends on earlier lines, so classify must
// be called for every line that is not blank, in order.
func (s *boilerplate) classify(src *source.Source, body transcript.Range) boilerplateKind {
	// Example: "---" on the first line begins front matter (metadata). On a later line,
	// it is a horizontal rule.
	text := strings.TrimSpace(src.Slice(body))
	first := !s.started
	s.started = true
	switch {
	case first && text == "---" && frontMatterCloses(src.Text[body.End:]):
		s.inFrontMatter = true
		return boilerplateFrontStart
	case first && titleBlock(src.Text[body.Start:]) > 0:
		s.titleBlockEnd = body.Start + titleBlock(src.Text[body.Start:])
		return boilerplateTitle
	case body.Start < s.titleBlockEnd:
		return boilerplateFront
	case s.inFrontMatter:
		s.inFrontMatter = text != "---" && text != "..."
		return boilerplateFront
	case s.footnote(src, body):
		return boilerplateFootnote
	case isFooter(text), source.SkipSpace(src.Text, body.End, len(src.Text)) == len(src.Text) && isEndMark(text), s.afterEnd(src, body):
		s.ended = s.ended || reportsEnd(text)
		return boilerplateFooter
	case label.IsRule(text):
		return boilerplateRule
	}
	return boilerplateNone
}

// footnote reports whether a line begins a footnote, as in "[^1]: In 1996.", or continues
// one. A line that continues it is indented.
func (s *boilerplate) footnote(src *source.Source, body transcript.Range) bool {
	text := src.Slice(body)
	n := label.FootnoteLength(text)
	s.inFootnote = n > 0 && strings.HasPrefix(text[n:], ":") || s.inFootnote && strings.HasSuffix(src.Text[:body.Start], "    ")
	return s.inFootnote
}

// leaveOut reports whether a line is left out because it is outside the dialogue. The
// line must not be blank. If it is left out, the import report lists its range, and
// usually has an entry that says why.
func (s *boilerplate) leaveOut(d *draft.Draft, body transcript.Range) bool {
	switch s.classify(d.Src, body) {
	case boilerplateFrontStart:
		d.Account(draft.SpanMeta, body)
		d.Remark(body, draft.Remark{
			Kind: draft.RemarkFront, Level: draft.LevelInfo, Done: "left out of the text; its title is proposed for the transcript", Alternatives: []string{"add it to the metadata"},
		})
	case boilerplateTitle:
		d.FindTitle(d.Src.Slice(body), body, "begins a title with a link below it")
		d.Account(draft.SpanMeta, body)
		d.Remark(body, draft.Remark{
			Kind: draft.RemarkFront, Level: draft.LevelInfo, Done: "proposed as the title; the lines below it, down to the link, are left out of the text",
			Alternatives: []string{"add them to the metadata"},
		})
	case boilerplateFront:
		frontMatter(d, body)
	case boilerplateFooter:
		d.Account(draft.SpanOmitted, body)
		d.Remark(body, draft.Remark{
			Kind: draft.RemarkFooter, Level: draft.LevelInfo, Done: "left out: a line about the transcription, not speech", Alternatives: []string{},
		})
	case boilerplateFootnote:
		d.Account(draft.SpanOmitted, body)
		d.Remark(body, draft.Remark{
			Kind: draft.RemarkFooter, Level: draft.LevelInfo, Done: "left out: a footnote, not speech", Alternatives: []string{"add a note"},
		})
	case boilerplateRule:
		if len(d.Cues) == 1 { // before the first speaker's name, a line of dashes is text
			return false
		}
		d.Account(draft.SpanOmitted, body)
	default:
		return false
	}
	return true
}

// titleBlock returns the length in bytes of the title block that a text begins with,
// or 0 if there is none. A title block consists of a line with a title, a few lines
// with facts about the transcript, and a line with only a link. This project's plain
// text export begins with a title block.
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

// frontMatterCloses reports whether a line that begins with "---" ends the front
// matter, which is metadata at the start of a file. The argument rest is the text
// after the first line of the front matter. Only the first 16 KiB of rest are
// searched.
func frontMatterCloses(rest string) bool {
	const longest = 16 << 10
	rest = rest[:min(len(rest), longest)]
	return strings.Contains(rest, "\n---") || strings.Contains(rest, "\r---")
}

// frontMatter records a line with metadata at the start of a file. If the line is
// like "title: A talk", the text after the colon is proposed as the transcript's title.
func frontMatter(d *draft.Draft, body transcript.Range) {
	d.Account(draft.SpanMeta, body)
	if value, ok := strings.CutPrefix(d.Src.Slice(body), "title:"); ok {
		value = strings.TrimSpace(value)
		if n := len(value); n > 1 && (value[0] == '\'' || value[0] == '"') && value[n-1] == value[0] {
			value = strings.ReplaceAll(value[1:n-1], "''", "'")
		}
		d.FindTitle(value, body, "says so")
	}
}

// headingLine records a line that is a Markdown heading. A first-level heading before
// any speaker's name is proposed as the title. Any other heading is left out, and an entry
// in the import report says so. The result is false if the line is not a heading.
func headingLine(d *draft.Draft, body transcript.Range) bool {
	s := strings.TrimLeft(d.Src.Slice(body), "#")
	hashes := body.End - body.Start - len(s)
	wiki := strings.HasPrefix(s, "== ") && strings.HasSuffix(s, " ==") // Wikitext
	if s == "" || !wiki && (s[0] != ' ' || hashes == 0 || hashes > 6) {
		return false
	}
	if hashes == 1 && !d.Has(draft.FieldTitle) && len(d.Cues) == 1 {
		d.FindTitle(d.WordsAt(transcript.Range{Start: body.End - len(s), End: body.End}), body, "is the first heading")
		d.Account(draft.SpanMeta, body)
		return true
	}
	d.Account(draft.SpanOmitted, body)
	d.Remark(body, draft.Remark{
		Kind: draft.RemarkHeading, Level: draft.LevelInfo, Done: "left out: a section heading", Alternatives: []string{"make it a topic"},
	})
	return true
}
