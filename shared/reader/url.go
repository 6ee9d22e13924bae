package reader

import (
	"quoteline/shared/address"
	"quoteline/shared/transcript"
)

// Arrival says which parts of the view the page's address has changed.
type Arrival struct {
	Chosen   bool   // the filter or the search: show the view, and report the choice to the page
	Searched bool   // the search has changed
	Linked   bool   // the address has another link: follow it
	Link     string // "" for none
}

// ReadURL applies the fragment of the page's address (without "#"). The page calls it
// at the start and when the address changes. A move to another place in the page, as
// from "#comments" to "#about", changes nothing.
func (s *State) ReadURL(fragment string) Arrival {
	theirs := address.Theirs(fragment)
	elsewhere := theirs != s.theirs && !s.names.In(fragment)
	s.theirs = theirs
	if elsewhere {
		return Arrival{}
	}
	var a Arrival
	choice := s.known(s.names.Read(fragment, s.given.choice))
	if a.Chosen = !same(choice, s.Choice()); a.Chosen {
		a.Searched = s.apply(choice)
		s.reported = s.Choice()
		s.landed = 0 // the content above the turn changes, so the page must scroll again
	}
	a.Link, _ = address.Get(fragment, address.LinkName)
	a.Linked = a.Link != s.link
	return a
}

// WriteURL returns the fragment with the reader's choice. It contains only the values
// that differ from the element's attributes. chosen reports whether the choice has
// changed since the last report to the page. If it has not, the page must neither write
// nor report it: a page that keeps two elements equal answers each report by a choice,
// so reports would never end.
func (s *State) WriteURL(fragment string) (next string, chosen bool) {
	s.typing = false
	c := s.Choice()
	if same(c, s.reported) {
		return fragment, false
	}
	s.reported = c
	return s.names.Write(fragment, c, s.given.choice), true
}

// TurnURL returns the fragment with a link to turn n. write reports whether the page
// must write it into the address. It need not if this link is the one that was followed
// last.
func (s *State) TurnURL(n int, fragment string) (next string, write bool) {
	id := s.Turn(n).ID
	return address.Set(fragment, address.LinkName, id), id != s.link
}

// Name marks turn n as linked, because the page's address now has a link to it.
func (s *State) Name(n int) {
	s.link = s.Turn(n).ID
	s.mark(n, transcript.Range{}, transcript.Unproven)
}
