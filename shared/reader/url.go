package reader

import (
	"quoteline/shared/address"
	"quoteline/shared/transcript"
)

// Arrival says what of the view the page's address has changed.
type Arrival struct {
	Chosen   bool   // filter or search: show the view, and report it to the page
	Searched bool   // the search
	Linked   bool   // the address has another link now: follow it
	Link     string // "" for none
}

// ReadURL takes what the fragment of the page's address (without "#") says: at first,
// and when it changes. If the page has moved to a place of its own in itself, as from
// "#comments" to "#about", nothing changes.
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
		s.landed = 0 // what is above the turn changes
	}
	a.Link, _ = address.Get(fragment, address.LinkName)
	a.Linked = a.Link != s.link
	return a
}

// WriteURL returns the fragment with what the view shows in it, as far as that differs
// from what the element's attributes say. Chosen reports whether that is another choice
// than the last one that was reported to the page. If it is not, there is nothing to write
// or report: a page that keeps two elements in step answers each report with a choice.
func (s *State) WriteURL(fragment string) (next string, chosen bool) {
	s.typing = false
	c := s.Choice()
	if same(c, s.reported) {
		return fragment, false
	}
	s.reported = c
	return s.names.Write(fragment, c, s.given.choice), true
}

// TurnURL returns the fragment with a link to turn n, and whether that has to be
// written: the link that was followed last is there already.
func (s *State) TurnURL(n int, fragment string) (next string, write bool) {
	id := s.Turn(n).ID
	return address.Set(fragment, address.LinkName, id), id != s.link
}

// Name marks turn n, to which the page's address has a link now.
func (s *State) Name(n int) {
	s.link = s.Turn(n).ID
	s.mark(n, transcript.Range{}, transcript.Unproven)
}
