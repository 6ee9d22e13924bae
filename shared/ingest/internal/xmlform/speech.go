package xmlform

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// speech collects the words of an XML document.
type speech struct {
	*draft.Draft
	unspoken []string // names of elements inside the words that are not spoken
	blocks   []string // names of elements that are paragraphs of their own
	unused   map[string]bool
}

// newSpeech returns an empty draft for the words of the document src.
func newSpeech(src *source.Source, unspoken, blocks []string) *speech {
	return &speech{Draft: draft.New(src), unspoken: unspoken, blocks: blocks, unused: map[string]bool{}}
}

// format returns the format of documents with one of these root elements. The function
// read returns the words of a document as a draft, and the evidence for the format.
func format(name string, roots []string, read func(src *source.Source, root *element) (*draft.Draft, string)) draft.Format {
	return draft.Format{
		Name:   name,
		Detect: func(src *source.Source) bool { return oneOf(source.RootElement(src.Text[src.Start:]), roots) },
		Read: func(src *source.Source, _ *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
			root, err := parse(src)
			if err != nil {
				return nil, "", err
			}
			d, why := read(src, root)
			return d, why, nil
		},
	}
}

// begin begins a cue (a piece of text by one speaker). The speaker's name may be "". The
// element e names the speaker.
func (s *speech) begin(name string, e *element, clock source.Clock) {
	c := draft.Cue{Name: label.CleanName(name), Clock: clock}
	if c.Name != "" {
		c.Label = e.tag
	}
	s.BeginCue(c)
	s.Account(draft.SpanLabel, c.Label)
}

// add adds the words inside e to the last cue (the words of one speaker). The argument
// join is the separator before them. The result is the separator before the next words.
func (s *speech) add(e *element, join byte) byte {
	glued := false // <w join="right"> has no space after it, whatever white space the file has
	for _, c := range e.children {
		switch {
		case c.name == "" && glued && strings.TrimSpace(s.Src.Slice(c.at)) == "":
		case c.name == "":
			join = s.text(c, join)
		case oneOf(c.name, s.unspoken):
			s.leaveOut(c, draft.RemarkNote, "it is not spoken")
			join = spaced(join)
		case oneOf(c.name, s.blocks):
			s.add(c, '\n')
			join = '\n'
		case isBreak(c.name):
			join = spaced(join)
		default:
			join = s.add(c, join)
		}
		if c.name != "" {
			if glued = c.attr("join") == "right" || c.attr("join") == "both"; glued {
				join = 0
			}
		}
	}
	return join
}

// spaced returns the separator join, or a space if it is 0.
func spaced(join byte) byte {
	if join == 0 {
		return ' '
	}
	return join
}

// isBreak reports whether an element is a line break or a page break, which separates
// words.
func isBreak(name string) bool {
	return oneOf(name, []string{"br", "eol", "lb", "pb", "eop", "cb", "milestone"})
}

// text adds a piece of text to the last cue (the words of one speaker). The argument join
// is the separator before it. The result is the separator before the next piece.
func (s *speech) text(e *element, join byte) byte {
	if !e.verbatim {
		return s.AddWords(e.at, join)
	}
	if text := strings.Join(strings.Fields(source.ControlsAsSpaces(s.Src.Slice(e.at))), " "); text != "" {
		s.AddPart(draft.Part{Range: e.at, Text: text, Join: spaced(join)})
	}
	return ' '
}

// leaveOut leaves out the element e, and adds a remark (an entry of the report) with the
// element's words. The argument why is the reason in the remark.
func (s *speech) leaveOut(e *element, kind draft.RemarkKind, why string) {
	s.Account(draft.SpanOmitted, e.at)
	words := e.words(s.Src)
	if words == "" {
		return
	}
	s.Remark(e.at, draft.Remark{
		Kind: kind, Level: draft.LevelInfo, Done: "left out, because " + why + ": " + shortened(words),
		Alternatives: []string{"add it to a turn", "add a note"},
	})
}

// shortened returns a text of at most 200 bytes for a remark.
func shortened(text string) string {
	const longest = 200
	if len(text) <= longest {
		return text
	}
	return strings.ToValidUTF8(text[:longest], "") + "…"
}

// note adds the words of e as a note, which is no speech.
func (s *speech) note(e *element) {
	s.BeginCue(draft.Cue{Name: s.OpenCue().Name, Continued: true, Note: true})
	s.add(e, ' ')
}

// notUsed adds a remark (an entry of the report) about a value at e for which a
// transcript has no field. The argument what describes the value. There is only one
// remark for each description.
func (s *speech) notUsed(e *element, what string) {
	if s.unused[what] {
		return
	}
	s.unused[what] = true
	s.Remark(e.tag, draft.Remark{Kind: draft.RemarkUnused, Level: draft.LevelInfo, Done: "not used: " + what, Alternatives: []string{"add what it says by hand"}})
}

// title records the words of e as the title of the document, unless e is nil or a title
// was already found.
func (s *speech) title(e *element) {
	if e == nil || s.Has(draft.FieldTitle) {
		return
	}
	s.FindTitle(e.words(s.Src), e.tag, "says so in the element "+e.name)
	if len(e.children) > 0 {
		s.Account(draft.SpanMeta, transcript.Range{Start: e.tag.End, End: e.children[len(e.children)-1].at.End})
	}
}

// language records the attribute xml:lang of e as the language of the document.
func (s *speech) language(e *element) {
	s.FindLang(e.attr("lang"), e.tag, "says so in xml:lang")
}

// seconds converts an attribute's value, a number of seconds, to a time. It returns zero
// if the value is not such a number.
func seconds(value string) transcript.Offset {
	v, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil || v < 0 {
		return transcript.Offset{}
	}
	return source.Seconds(v)
}

// count returns a text such as "; turns: 3" for the evidence of a format.
func (s *speech) count() string { return "; turns: " + strconv.Itoa(len(s.Cues)-1) }
