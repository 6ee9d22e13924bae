package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// shownText builds the text that an HTML page shows, from the tokens of the page.
type shownText struct {
	*source.DerivedText
	draft          *draft.Draft // collects the remarks on text that the page does not show
	title          strings.Builder
	titleAt        transcript.Range // the first piece of the title
	hidden         atom.Atom        // the current element whose content is not shown; 0 for none
	inTitle        bool
	pre            int // number of open <pre> elements
	scripts        int
	markHeadings   bool // headings begin with #, as in Markdown; the # are in no mapping of the source map
	pendingLevel   int  // level of the current heading until its first word; 0 for none
	headings       int
	pendingSpace   bool      // white space is before the next word
	inTimestamp    bool      // the current span has a time
	speakerElement atom.Atom // the current element that names a speaker; 0 for none
}

// renderPage builds the text that an HTML page shows. Each block element is on its
// own line, white space is shortened as in a browser, and scripts are left out. If
// markHeadings is true, each heading begins with #, as in Markdown. The format "dialogue"
// reads such a heading as a speaker's name.
func renderPage(src *source.Source, markHeadings bool) *shownText {
	p := &shownText{DerivedText: source.NewDerivedText(src), draft: draft.New(src), markHeadings: markHeadings}
	scan(src, spoken(p.draft, p.token))
	return p
}

// token reads an HTML token: text, a start tag or an end tag.
func (p *shownText) token(t token) {
	switch t.kind {
	case html.TextToken:
		p.text(t.at)
	case html.StartTagToken, html.SelfClosingTagToken:
		p.start(t)
	case html.EndTagToken:
		p.end(t)
	}
}

// start reads a start tag. If a browser does not show the element, start stores this. A
// block element begins a new line.
func (p *shownText) start(t token) {
	switch t.name {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe:
		if t.kind == html.StartTagToken && p.hidden == 0 {
			p.hidden = t.name
		}
		// Many scripts on a page cause only one remark (entry of the report).
		if p.scripts++; p.scripts == 1 {
			p.draft.Remark(t.at, draft.Remark{
				Kind: draft.RemarkScript, Level: draft.LevelInfo, Done: "left out and not run: " + t.name.String() + " and similar elements", Alternatives: []string{},
			})
		}
	case atom.Title:
		p.inTitle = t.kind == html.StartTagToken
	case atom.Pre:
		p.pre++
		p.lineBreak(1)
	case atom.Q:
		p.quote(t, "“")
	case atom.Br, atom.Hr:
		p.lineBreak(1)
	case atom.Span:
		p.speakerHeading(t)
		p.pendingSpace = p.pendingSpace || t.data("data-timestamp") != ""
		p.inTimestamp = t.data("data-timestamp") != ""
	case atom.B, atom.Strong, atom.Em:
		p.speakerHeading(t)
	default:
		p.lineBreak(blockBreaks(t.name))
		if level := headingLevel(t.name); p.markHeadings && level > 0 {
			p.headings++
			p.pendingLevel = level
		}
	}
}

// speakerHeading writes an element as a heading if its class names a speaker, such as
// class="speaker-name". See testdata/speaker-classes.txtar.
func (p *shownText) speakerHeading(t token) {
	if !p.markHeadings || t.kind != html.StartTagToken {
		return
	}
	for class := range strings.FieldsSeq(strings.ToLower(t.data("class"))) {
		switch class {
		case "speaker", "speaker-name", "speaker_name", "speakername", "speaker-label":
			p.lineBreak(1)
			p.pendingLevel = 3
			p.headings++
			p.speakerElement = t.name
			return
		}
	}
}

// end reads an end tag, which ends a hidden element, a title, a heading or a block.
func (p *shownText) end(t token) {
	if t.name == p.speakerElement && t.name != 0 {
		p.speakerElement = 0
		p.lineBreak(1)
	}
	switch {
	case t.name == p.hidden:
		p.hidden = 0
	case t.name == atom.Title:
		p.inTitle = false
	case t.name == atom.Span:
		p.pendingSpace, p.inTimestamp = p.pendingSpace || p.inTimestamp, false
	case t.name == atom.Q:
		space := p.pendingSpace
		p.pendingSpace = false
		p.quote(t, "”")
		p.pendingSpace = space
	case t.name == atom.Pre:
		p.pre = max(0, p.pre-1)
		p.lineBreak(1)
	default:
		p.lineBreak(blockBreaks(t.name))
	}
}

// quote appends the quotation mark that a browser shows in place of <q> or </q>.
func (p *shownText) quote(t token, mark string) {
	if p.hidden == 0 && !p.inTitle {
		p.word(mark, t.at)
	}
}

// lineBreak appends line breaks until the text ends with n line breaks.
func (p *shownText) lineBreak(n int) {
	if n == 0 {
		return
	}
	p.pendingLevel = 0
	if p.Len() == 0 {
		return
	}
	p.pendingSpace = false
	for text := p.String(); n > 0 && !strings.HasSuffix(text, strings.Repeat("\n", n)); text = p.String() {
		p.WriteByte('\n')
	}
}

// text appends text as the page shows it. The argument at is its range in the source.
func (p *shownText) text(at transcript.Range) {
	switch {
	case p.inTitle:
		if p.title.Len() == 0 {
			p.titleAt = at
		}
		p.title.WriteString(html.UnescapeString(p.Src.Slice(at)))
	case p.hidden != 0:
	case p.pre > 0:
		unescape(p.Src, at, p.verbatim)
	default:
		p.flow(at)
	}
}

// flow appends text that is not in <pre>. As in a browser, each run of white space
// becomes one space.
func (p *shownText) flow(at transcript.Range) {
	unescape(p.Src, at, func(text string, from transcript.Range) {
		if len(text) != from.End-from.Start || text != p.Src.Slice(from) {
			p.word(text, from)
			return
		}
		for i := 0; i < len(text); {
			n := len(text[i:]) - len(strings.TrimLeft(text[i:], " \t\r\n\f"))
			if n > 0 {
				p.pendingSpace = true
				i += n
				continue
			}
			end := strings.IndexAny(text[i:], " \t\r\n\f")
			if end < 0 {
				end = len(text) - i
			}
			p.word(text[i:i+end], transcript.Range{Start: from.Start + i, End: from.Start + i + end})
			i += end
		}
	})
}

// verbatim appends text and keeps its white space, as in <pre>. The argument from is
// its range in the source.
func (p *shownText) verbatim(text string, from transcript.Range) {
	p.heading()
	p.AppendMeaning(text, from)
}

// heading appends the # characters of a heading. It is called before each word, and
// appends them only before the first word of a heading.
func (p *shownText) heading() {
	if p.pendingLevel > 0 {
		p.WriteString(strings.Repeat("#", p.pendingLevel) + " ")
		p.pendingLevel, p.pendingSpace = 0, false
	}
}

// word appends a word. If white space was read since the last word, it appends a
// space first. The argument from is the word's range in the source.
func (p *shownText) word(text string, from transcript.Range) {
	p.heading()
	if s := p.String(); p.pendingSpace && len(s) > 0 && s[len(s)-1] != '\n' {
		p.space(from.Start - 1)
	}
	p.pendingSpace = false
	p.AppendMeaning(text, from)
}

// space appends one space before a word. The argument at is the offset of white space in
// the page. If this is a space, the source map (a record of where each piece of the text
// is in the page) connects the two spaces. If it is other white space, such as a line
// feed, the new space has no entry in the source map.
func (p *shownText) space(at int) {
	if p.Src.Text[at] != ' ' {
		p.WriteByte(' ')
		return
	}
	p.AppendSame(transcript.Range{Start: at, End: at + 1})
}

// source returns the text of the page as a source (a text to read), together with its
// source map, which gives the position of each piece in the page.
func (p *shownText) source() *source.Source {
	s := p.DerivedText.Source()
	s.Rendered = true
	return s
}
