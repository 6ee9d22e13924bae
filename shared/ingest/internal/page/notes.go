package page

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"quoteline/shared/transcript"
)

// isNoteBlock reports whether an element contains footnotes, endnotes or comments.
func isNoteBlock(name atom.Atom, class, style, role string) bool {
	if blockBreaks(name) == 0 {
		return strings.Contains(class, " annotation_style_by_filter ") // comments of LibreOffice in XHTML
	}
	for _, c := range []string{" footnotes ", " footnote ", " endnotes ", " references ", " msocomtxt ", " footnotes-list "} {
		if strings.Contains(class, c) {
			return true
		}
	}
	for _, e := range []string{"mso-element:footnote", "mso-element:endnote", "mso-element:comment"} {
		if strings.Contains(style, e) {
			return true
		}
	}
	return role == "doc-endnotes" || role == "doc-footnote" || role == "doc-endnote"
}

// isReference reports whether an element is a reference to a footnote or a comment. Some
// programs mark references with a class or a role. Otherwise a reference is a link within
// the page with a short text, such as [a] or 1. The link must also be raised (<sup>), or
// have the address of a note, such as "#fn1".
func (u *unspoken) isReference(t token, class string) bool {
	for _, c := range []string{" msocomanchor ", " msocommentreference ", " msofootnotereference ", " msoendnotereference ", " footnote-ref ", " sdfootnoteanc ", " sdendnoteanc "} {
		if strings.Contains(class, c) {
			return true
		}
	}
	href := t.data("href")
	if t.data("role") == "doc-noteref" || t.name == atom.Sup && strings.Contains(class, " reference ") {
		return true
	}
	if t.name != atom.A || !strings.HasPrefix(href, "#") || !u.isShort(t.at) {
		return false
	}
	for _, p := range []string{"#fn", "#cmnt", "#ftnt", "#_ftn", "#_edn", "#_msocom", "#sdfootnote", "#sdendnote", "#cite_note", "#footnote", "#endnote"} {
		if strings.HasPrefix(href, p) {
			return true
		}
	}
	return u.sup > 0
}

// isShort reports whether a link has at most six characters, not counting tags. The
// argument at is the range of the link's start tag.
func (u *unspoken) isShort(at transcript.Range) bool {
	const longest, look = 6, 200
	rest := u.d.Src.Text[at.End:min(len(u.d.Src.Text), at.End+look)]
	text, _, ok := strings.Cut(rest, "</a")
	n := 0
	for ok && text != "" {
		words, tag, _ := strings.Cut(text, "<")
		n += utf8.RuneCountInString(strings.TrimSpace(words))
		_, text, _ = strings.Cut(tag, ">")
	}
	return ok && n <= longest
}

// strikes reports whether words in an element are struck out because of one of the
// element's classes.
func (u *unspoken) strikes(class string) bool {
	if len(u.struck) == 0 {
		return false
	}
	for c := range strings.FieldsSeq(class) {
		if u.struck[c] {
			return true
		}
	}
	return false
}

// struckClasses returns the CSS classes of a page whose style strikes words out, as in
// ".c3{text-decoration:line-through}". The names of the classes are in lower case.
func struckClasses(text string) map[string]bool {
	classes := map[string]bool{}
	for rest := text; ; {
		before, after, ok := strings.Cut(rest, "line-through")
		if !ok {
			return classes
		}
		rest = after
		if open := strings.LastIndexByte(before, '{'); open > strings.LastIndexByte(before, '}') {
			selector := strings.TrimSpace(before[strings.LastIndexAny(before[:open], "},>;{/ \n\t")+1 : open])
			if name, ok := strings.CutPrefix(selector, "."); ok {
				classes[strings.ToLower(name)] = true
			}
		}
	}
}
