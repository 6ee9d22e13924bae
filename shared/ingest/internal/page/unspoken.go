package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"quoteline/shared/ingest/internal/draft"
)

// unspoken leaves out the elements of a page whose text is not speech: struck words,
// comments, footnotes and the references to them, numbers of lists, and buttons. Word,
// Google Docs, LibreOffice, pandoc and MediaWiki mark such elements in different ways.
type unspoken struct {
	d       *draft.Draft
	inside  atom.Atom       // name of the element that is left out
	depth   int             // open elements of that name, since the element began; 0 for no element
	blocks  int             // open blocks inside the element
	sup     int             // open <sup> elements
	targets map[string]bool // ids of the notes and comments to which references were read
	divs    []int           // for each open <div>, how many texts were before it
	texts   int             // texts that are not left out
	struck  map[string]bool // classes whose style strikes words, as in Google Docs
	buttons bool            // the remark on buttons was made
	marks   bool            // the remark on references was made
}

// spoken returns a function that gets the tokens of a page. The function passes them on
// to yield, except the tokens of elements whose text is not speech, such as footnotes. It
// adds remarks (entries of the report) about these elements to d.
func spoken(d *draft.Draft, yield func(token)) func(token) {
	u := &unspoken{d: d, targets: map[string]bool{}, struck: struckClasses(d.Src.Text)}
	return func(t token) {
		if !u.drops(t) {
			yield(t)
		}
	}
}

// drops reports whether the token belongs to an element that is left out.
func (u *unspoken) drops(t token) bool {
	if u.depth > 0 && !u.ends(t) {
		if t.kind == html.TextToken && strings.TrimSpace(u.d.Src.Slice(t.at)) != "" {
			u.d.Account(draft.SpanOmitted, t.at)
		}
		return true
	}
	switch {
	case u.depth == 0 && t.kind == html.EndTagToken && u.inside != 0 && t.name == u.inside:
		u.inside = 0
		u.track(t)
		return true
	case t.kind == html.TextToken:
		if strings.TrimSpace(u.d.Src.Slice(t.at)) != "" {
			u.texts++
		}
	case t.kind == html.StartTagToken && u.begins(t):
		return true
	default:
		u.track(t)
	}
	return false
}

// ends reports whether the element that is left out has ended before the token t. An
// element without an end tag ends with the block around it. In that case, t is read as
// usual.
func (u *unspoken) ends(t token) bool {
	isBlock := blockBreaks(t.name) > 0
	switch {
	case t.kind == html.StartTagToken && t.name == u.inside && (t.name == atom.Li || t.name == atom.P):
		u.depth, u.inside = 0, 0
	case t.kind == html.StartTagToken && t.name == u.inside:
		u.depth++
	case t.kind == html.EndTagToken && t.name == u.inside:
		u.depth--
	case t.kind == html.StartTagToken && isBlock && t.name != atom.P: // </p> may be missing
		u.blocks++
	case t.kind == html.EndTagToken && isBlock && t.name != atom.P:
		if u.blocks--; u.blocks < 0 {
			u.depth, u.inside = 0, 0
		}
	case t.kind == html.EndTagToken && t.name == atom.P && blockBreaks(u.inside) == 0 && u.blocks == 0 && u.inside != atom.Del:
		u.depth, u.inside = 0, 0
	}
	return u.depth == 0
}

// track counts the open <sup> elements. For each open <div>, it also stores how many
// texts were read before the <div>. Other functions use these numbers.
func (u *unspoken) track(t token) {
	change := 0
	switch t.kind {
	case html.StartTagToken:
		change = 1
	case html.EndTagToken:
		change = -1
	}
	switch t.name {
	case atom.Sup:
		u.sup = max(0, u.sup+change)
	case atom.Div:
		if change > 0 {
			u.divs = append(u.divs, u.texts)
		} else if n := len(u.divs); change < 0 && n > 0 {
			u.divs = u.divs[:n-1]
		}
	}
}

// begins reports whether t is the start tag of an element that is left out. If so, it
// adds a remark (an entry of the report).
func (u *unspoken) begins(t token) bool {
	if len(t.attributes) == 0 && !isLeftOut(t.name) { // most tags; the cases below depend on attributes
		return false
	}
	id, class, style := t.data("id"), " "+strings.ToLower(t.data("class"))+" ", strings.ToLower(t.data("style"))
	if id == "" {
		id = t.data("name")
	}
	// The order of the cases matters. A note contains a link back to the place in the
	// text that refers to the note. This link looks like a reference itself.
	switch {
	case isControl(t.name):
		u.leaveOut(t, "")
		u.once(&u.buttons, t, "left out: button and similar elements")
	case isLeftOut(t.name) || strings.Contains(class, " msodel ") || strings.Contains(class, " deletion ") || strings.Contains(style, "line-through") || u.strikes(class):
		u.leaveOut(t, "struck words")
	case strings.Contains(class, " comment-start "): // pandoc with --track-changes=all
		u.leaveOut(t, "a footnote or comment")
	case strings.Contains(style, "mso-list:ignore"):
		u.leaveOut(t, "the number of a list")
	case id != "" && u.targets[id] && t.name == atom.A:
		u.leaveOut(u.blockAround(t), "a footnote or comment")
	case id != "" && u.targets[id] || isNoteBlock(t.name, class, style, t.data("role")):
		u.leaveOut(t, "a footnote or comment")
	case u.isReference(t, class):
		u.targets[strings.TrimPrefix(t.data("href"), "#")] = true
		u.leaveOut(t, "")
		u.once(&u.marks, t, "left out: references to footnotes and comments")
	default:
		return false
	}
	return true
}

// isLeftOut reports whether an element of this name is always left out: a button or a
// similar element, or struck words.
func isLeftOut(name atom.Atom) bool {
	return isControl(name) || name == atom.Del || name == atom.S || name == atom.Strike
}

// isControl reports whether an element of this name is a button or a similar element.
func isControl(name atom.Atom) bool {
	return name == atom.Button || name == atom.Select || name == atom.Textarea
}

// leaveOut records that the element of the tag t is left out. The argument what describes
// the element in the report. If it is "", leaveOut adds no remark.
func (u *unspoken) leaveOut(t token, what string) {
	u.inside, u.depth, u.blocks = t.name, 1, 0
	if what != "" {
		u.d.Remark(t.at, draft.Remark{Kind: draft.RemarkUnknown, Level: draft.LevelInfo, Done: "left out: " + what, Alternatives: []string{"add it to a turn"}})
	}
}

// once adds a remark (an entry of the report) about an element, but only for the first
// element of its kind.
func (u *unspoken) once(made *bool, t token, done string) {
	if !*made {
		*made = true
		u.d.Remark(t.at, draft.Remark{Kind: draft.RemarkScript, Level: draft.LevelInfo, Done: done, Alternatives: []string{}})
	}
}

// blockAround is called for the link t at the start of a note. It returns t with the name
// of the element that contains the whole note, so that this element is left out. A note
// is usually a paragraph (<p>). But if the link is the first text of a <div>, the note is
// the <div>: in Google Docs, a comment is a <div> with several paragraphs.
func (u *unspoken) blockAround(t token) token {
	t.name = atom.P
	if n := len(u.divs); n > 0 && u.divs[n-1] == u.texts {
		t.name = atom.Div
	}
	return t
}
