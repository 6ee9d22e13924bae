package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"quoteline/shared/ingest/internal/draft"
)

// unspoken leaves out the elements of a page that are in no person's mouth: struck words,
// comments, footnotes with the references to them, numbers of lists, and buttons. Word,
// Google Docs, LibreOffice, pandoc and MediaWiki mark them in different ways.
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

// spoken returns a function that calls yield for the tokens of a page, except for those
// of elements that are not spoken. The remarks about them are added to d.
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

// ends reports whether the token is not part of the element that is left out, because
// the element has ended. An element whose end tag is missing ends with the block around
// it. Then the token after it is read as usual.
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

// track counts the open elements that matter for what follows.
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

// begins reports whether an element is left out, and adds a remark about it.
func (u *unspoken) begins(t token) bool {
	id, class, style := t.data("id"), " "+strings.ToLower(t.data("class"))+" ", strings.ToLower(t.data("style"))
	if id == "" {
		id = t.data("name")
	}
	// The order matters: a note has a link back to its reference, which looks like a
	// reference itself.
	switch {
	case t.name == atom.Button || t.name == atom.Select || t.name == atom.Textarea:
		u.leaveOut(t, "")
		u.once(&u.buttons, t, "left out: button and similar elements")
	case t.name == atom.Del || t.name == atom.S || t.name == atom.Strike || strings.Contains(class, " msodel ") || strings.Contains(class, " deletion ") || strings.Contains(style, "line-through") || u.strikes(class):
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

// leaveOut begins an element that is left out. The argument what says what it is; without
// it there is no remark.
func (u *unspoken) leaveOut(t token, what string) {
	u.inside, u.depth, u.blocks = t.name, 1, 0
	if what != "" {
		u.d.Remark(t.at, draft.Remark{Kind: draft.RemarkUnknown, Level: draft.LevelInfo, Done: "left out: " + what, Alternatives: []string{"add it to a turn"}})
	}
}

// once adds a remark about an element, but only for the first of its kind.
func (u *unspoken) once(made *bool, t token, done string) {
	if !*made {
		*made = true
		u.d.Remark(t.at, draft.Remark{Kind: draft.RemarkScript, Level: draft.LevelInfo, Done: done, Alternatives: []string{}})
	}
}

// blockAround returns the block of a note that begins with the link t: the <div> around
// it if nothing is before the link there, else the paragraph. In Google Docs each comment
// is a <div> with several paragraphs.
func (u *unspoken) blockAround(t token) token {
	t.name = atom.P
	if n := len(u.divs); n > 0 && u.divs[n-1] == u.texts {
		t.name = atom.Div
	}
	return t
}
