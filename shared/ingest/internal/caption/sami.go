package caption

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// SAMI returns the format of Microsoft's Synchronized Accessible Media Interchange 1.0.
// Its captions look like "<SYNC Start=1000><P Class=ENUSCC>Yes.". The start is in
// milliseconds. A paragraph with the ID "Source" names the speaker of the paragraphs
// after it.
func SAMI() draft.Format {
	return draft.Format{
		Name:   "sami",
		Detect: func(src *source.Source) bool { return hasPrefixFold(strings.TrimSpace(src.Text[src.Start:]), "<sami") },
		Read:   readSAMI,
	}
}

// samiReader collects the captions of a SAMI file.
type samiReader struct {
	*captions
	list  []entry
	open  entry  // the caption that is read
	sync  int    // index in list of the first caption of the current SYNC element
	class string // class of the first paragraph; paragraphs of other classes are in another language
	state samiState
}

// samiState says how the text after a tag is used, for example as the words of a caption.
type samiState int

const (
	samiHead   samiState = iota // before the first SYNC element
	samiTitle                   // the title of the file
	samiWords                   // the words of a caption
	samiSource                  // the name of the speaker
	samiOther                   // words in another language
)

// readSAMI reads a SAMI file.
func readSAMI(src *source.Source, l *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	r := &samiReader{captions: newCaptions(src, l)}
	r.anyTag = true
	from, at := src.Start, src.Start // from: offset after the last tag that divides the text
	for {
		n := strings.IndexByte(src.Text[at:], '<')
		if n < 0 {
			break
		}
		tag := transcript.Range{Start: at + n, End: tagEnd(src.Text, at+n)}
		if !src.Budget.Steps(tag.End - at) {
			break
		}
		if name := tagName(src.Slice(tag)); divides(name) {
			r.text(transcript.Range{Start: from, End: tag.Start})
			r.divide(name, tag)
			from = tag.End
		}
		at = tag.End
	}
	r.text(transcript.Range{Start: from, End: len(src.Text)})
	r.finish()
	r.readEntries(r.list)
	return r.Draft, r.evidence("the element SAMI"), nil
}

// tagEnd returns the offset after the tag or the comment that begins at text[at].
func tagEnd(text string, at int) int {
	if strings.HasPrefix(text[at:], "<!--") {
		if n := strings.Index(text[at:], "-->"); n >= 0 {
			return at + n + len("-->")
		}
		return len(text)
	}
	n := strings.IndexAny(text[at+1:], "<>")
	if n < 0 {
		return len(text)
	}
	if text[at+1+n] == '<' { // "5 < 6<br>": the first mark begins no tag
		return at + 1
	}
	return at + 1 + n + 1
}

// tagName returns the name of a tag in lower case: "p" for "<P Class=ENUSCC>", "/p" for
// "</P>" and "!--" for a comment.
func tagName(tag string) string {
	const longest = 12
	if strings.HasPrefix(tag, "<!--") {
		return "!--"
	}
	name := strings.TrimSuffix(tag[1:], ">")
	if i := strings.IndexAny(name, " \t\r\n"); i >= 0 {
		name = name[:i]
	}
	return label.Fold(name[:min(len(name), longest)])
}

// divides reports whether a tag with this name ends a piece of text. Other tags, such as
// <i>, may be inside a line.
func divides(name string) bool {
	switch strings.Trim(name, "/") {
	case "sami", "head", "title", "style", "body", "sync", "p", "br", "!--":
		return true
	}
	return false
}

// divide reads a tag that ends a piece of text, and stores how the text after the tag is
// used.
func (r *samiReader) divide(name string, tag transcript.Range) {
	text := r.Src.Slice(tag)
	switch name {
	case "title":
		r.state = samiTitle
	case "/title", "/head":
		r.state = samiHead
	case "sync":
		r.finish()
		start := r.samiTime(text)
		for i := r.sync; i < len(r.list); i++ {
			r.list[i].end = start
		}
		r.sync, r.state = len(r.list), samiWords
		r.open = entry{start: start, time: tag, name: r.open.name}
	case "p":
		r.paragraph(text)
	}
}

// samiTime returns the time of a SYNC tag, such as <SYNC Start=1000>.
func (r *samiReader) samiTime(tag string) transcript.Offset {
	ms, err := strconv.ParseInt(attribute(tag, "start"), 10, 64)
	if err != nil || ms < 0 || ms > 1000*source.MaxSeconds {
		return transcript.Offset{}
	}
	return transcript.At(ms)
}

// paragraph reads the tag of a paragraph.
func (r *samiReader) paragraph(tag string) {
	class := label.Fold(attribute(tag, "class"))
	if r.class == "" {
		r.class = class
	}
	switch {
	case class != r.class:
		r.state = samiOther
	case strings.EqualFold(attribute(tag, "id"), "source"):
		r.state = samiSource
	default:
		r.state = samiWords
	}
}

// attribute returns the value of an attribute in a tag. It returns "" if there is none.
func attribute(tag, name string) string {
	const longest = 200
	low := label.Fold(tag[:min(len(tag), longest)])
	i := strings.Index(low, " "+name)
	if i < 0 {
		return ""
	}
	value, ok := strings.CutPrefix(strings.TrimLeft(low[i+1+len(name):], " "), "=")
	value = strings.TrimLeft(value, " \"'")
	if j := strings.IndexAny(value, " \"'>/"); ok && j >= 0 {
		return value[:j]
	}
	return ""
}

// text reads the text between two tags. The state says how the text is used.
func (r *samiReader) text(at transcript.Range) {
	if at = r.Src.Body(at); at.Start == at.End {
		return
	}
	switch r.state {
	case samiTitle:
		r.FindTitle(r.Src.Slice(at), at, "is the title of the captions")
		r.Account(draft.SpanMeta, at)
	case samiWords:
		r.open.lines = append(r.open.lines, at)
	case samiSource:
		if !strings.Contains(r.Src.Slice(at), "&nbsp;") {
			r.open.name = at
		}
	case samiOther:
		if r.Src.Slice(at) != "&nbsp;" {
			r.leaveOut(at, "left out: words of another class, which are in another language", "read them as a transcript of their own")
		}
	}
}

// finish adds the caption that is being read to the list, if it has words.
func (r *samiReader) finish() {
	if len(r.open.lines) > 0 {
		r.list = r.add(r.list, r.open)
	}
	r.open.lines = nil
}
