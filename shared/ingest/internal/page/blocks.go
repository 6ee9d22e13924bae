package page

import "golang.org/x/net/html/atom"

// headingLevel returns the level of a heading element, 1 to 6, or 0 for other
// elements. A <dt> has level 3, because in transcripts it contains a speaker's name.
func headingLevel(name atom.Atom) int {
	switch name {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3, atom.Dt:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 0
}

// blockBreaks returns the number of line breaks before and after an element: two for
// a paragraph, one for other blocks, zero for inline elements.
func blockBreaks(name atom.Atom) int {
	switch name {
	case atom.P, atom.Blockquote, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Section, atom.Article, atom.Figure, atom.Tr:
		return 2
	case atom.Div, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd, atom.Table, atom.Header, atom.Footer, atom.Main,
		atom.Nav, atom.Aside, atom.Address, atom.Form, atom.Figcaption, atom.Body, atom.Head, atom.Html, atom.Cite, atom.Time, atom.Td, atom.Th:
		return 1
	}
	return 0
}
