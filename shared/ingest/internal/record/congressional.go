package record

import (
	"strconv"
	"strings"
	"unicode"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Congressional returns the format of the US Congressional Record in the layout of the
// Government Publishing Office. The name before a speaker's words ends with a full
// stop ("Mr. REID. Mr. President, …"). Paragraphs are indented by two spaces, and
// lines are broken at 72 characters.
func Congressional() draft.Format {
	return draft.Format{
		Name:   "congressional-record",
		Detect: func(src *source.Source) bool { return hasRecordHeader(src) || hasRecordLabels(src) },
		Read:   readCongressionalRecord,
	}
}

// hasRecordHeader reports whether a file begins with the header of the Congressional
// Record, such as "[Congressional Record Volume 151, Number 1]".
func hasRecordHeader(src *source.Source) bool {
	const look = 4096
	head := src.Text[src.Start:min(len(src.Text), src.Start+look)]
	return strings.Contains(head, "Congressional Record") && (strings.Contains(head, "[Congressional Record Volume") || strings.Contains(head, "[Page"))
}

// readCongressionalRecord reads a record. The draft (the words that were read) is nil if
// the labels (speakers' names) are not those of such a record.
func readCongressionalRecord(src *source.Source, _ *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	known := hasRecordHeader(src)
	r := &congressionalRecord{Draft: draft.New(src), headed: known}
	for line := range src.Lines() {
		r.line(line)
	}
	switch {
	case known && r.labels > 0:
		return r.Draft, "the Congressional Record's header; labels that end with a full stop: " + strconv.Itoa(r.labels), nil
	case r.labels >= 4 && r.labels > r.colons:
		return r.Draft, "labels as in parliamentary records, ending with a full stop: " + strconv.Itoa(r.labels), nil
	}
	return nil, "", nil
}

// hasRecordLabels reports whether one of the first 400 lines begins with a speaker's
// name and a full stop, as in "Mr. SMITH."
func hasRecordLabels(src *source.Source) bool {
	const look = 400 // lines
	n := 0
	for line := range src.Lines() {
		if _, ok := recordLabelAt(strings.TrimSpace(src.Slice(line))); ok {
			return true
		}
		if n++; n > look {
			break
		}
	}
	return false
}

// congressionalRecord reads a record line by line. Its fields are counts of lines, and
// what must be remembered from one line to the next.
type congressionalRecord struct {
	*draft.Draft
	headed    bool // the file has the header of the Congressional Record
	labels    int
	colons    int  // number of lines that begin with a label and a colon, as in other formats
	blank     bool // the line before is blank
	pageBreak bool // a page number was read after the last line of text
}

// line reads one line of the record. The line may begin with a label (the speaker's
// name, as in "Mr. REED."), continue a paragraph, or describe an action of a clerk.
// It may also be outside the proceedings, such as a page number.
func (r *congressionalRecord) line(line transcript.Range) {
	// A label (the speaker's name) is indented by at most four spaces: "  Mr. REED.
	// I object." In a file with the publisher's header, an unindented line continues a
	// paragraph, even if the line begins with a name by chance. Lines such as
	// "Ada: Yes.", which begin with a name and a colon, are counted. If there are many
	// of them, the file is in another format.
	text := r.Src.Text
	at := source.SkipSpace(text, line.Start, line.End)
	end := line.Start + len(strings.TrimRightFunc(r.Src.Slice(line), unicode.IsSpace))
	body := transcript.Range{Start: at, End: end}
	switch {
	case at >= end:
		r.blank = true
		return
	case r.leftOut(body):
		return
	case at-line.Start <= 4:
		if name, ok := recordLabelAt(text[at:end]); ok && (at > line.Start || !r.headed) {
			r.BeginLabelled(label.Label{Name: transcript.Range{Start: at, End: at + name}, End: at + name + 1})
			r.labels++
			body.Start = source.SkipSpace(text, at+name+1, end)
		} else if _, ok := label.At(text, at, end); ok {
			r.colons++
		}
	}
	if isClerkAction(text[body.Start:body.End]) && len(r.Cues) > 1 {
		r.BeginCue(draft.Cue{Name: r.OpenCue().Name, Continued: true, Note: true})
	}
	r.paragraph(line, body)
	r.blank, r.pageBreak = false, false
}

// paragraph adds the text of a line to the words of the current speaker. An indented
// line begins a new paragraph. A line after a blank line also begins a paragraph, but
// not at a page break: the blank lines after a page number do not divide the text.
func (r *congressionalRecord) paragraph(line, body transcript.Range) {
	if body.Start >= body.End {
		return
	}
	join := byte(' ')
	if indented := body.Start > line.Start; len(r.OpenCue().Parts) == 0 || (indented || r.blank) && !(r.pageBreak && !indented) {
		join = '\n'
		if c := r.OpenCue(); c.Note && len(c.Parts) > 0 {
			r.BeginCue(draft.Cue{Name: c.Name, Continued: true})
		}
	}
	r.AddPart(draft.Part{Range: body, Join: join})
}

// leftOut reports whether a line is left out because it is not speech: a page number,
// a line of dashes, or the publisher's header. If so, it adds an entry about the line
// to the import report.
func (r *congressionalRecord) leftOut(body transcript.Range) bool {
	s := r.Src.Slice(body)
	switch {
	case strings.HasPrefix(s, "[[Page") || strings.HasPrefix(s, "[Page") && strings.HasSuffix(s, "]"):
		r.pageBreak = true
		r.Account(draft.SpanOmitted, body)
		r.Remark(body, draft.Remark{Kind: draft.RemarkFooter, Level: draft.LevelInfo, Done: "left out: a page number", Alternatives: []string{}})
	case label.IsRule(s):
		r.Account(draft.SpanOmitted, body)
		r.Remark(body, draft.Remark{Kind: draft.RemarkFooter, Level: draft.LevelInfo, Done: "left out: a line of dashes or other marks", Alternatives: []string{}})
	case len(r.Cues) == 1 && (strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") || strings.HasPrefix(s, "From the Congressional Record Online")):
		r.Account(draft.SpanMeta, body)
		r.Remark(body, draft.Remark{Kind: draft.RemarkFront, Level: draft.LevelInfo, Done: "left out: the publisher's header", Alternatives: []string{"add it to the transcript's note"}})
	default:
		return false
	}
	return true
}

// isClerkAction reports whether a line describes an action of a clerk, such as "The
// legislative clerk read as follows:", or of a member, such as "Mr. BERG addressed the
// Chair."
func isClerkAction(s string) bool {
	for _, action := range []string{" addressed the Chair.", " assumed the Chair.", " took the Chair.", " resumed the Chair."} {
		if who, ok := strings.CutSuffix(strings.TrimSuffix(strings.TrimPrefix(s, "("), ")"), action); ok && len(who) <= label.MaxNameBytes {
			return beginsWithTitle(who)
		}
	}
	for _, who := range []string{"The legislative clerk ", "The assistant legislative clerk ", "The bill clerk ", "The senior assistant legislative clerk ", "The Clerk "} {
		if rest, ok := strings.CutPrefix(s, who); ok {
			return strings.HasPrefix(rest, "proceeded ") || strings.HasPrefix(rest, "read ") || strings.HasPrefix(rest, "called ")
		}
	}
	return false
}
