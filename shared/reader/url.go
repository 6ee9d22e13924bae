package reader

import (
	"quoteline/shared/address"
	"quoteline/shared/transcript"
)

// Arrival says what has changed in the page's address, so that the page knows what to
// show.
type Arrival struct {
	Chosen   bool   // the filters or the search have changed: show the result, and report it to the page
	Searched bool   // the words to search for have changed
	Linked   bool   // the address has another link than before: follow it
	Link     string // the link in the address; "" for none
}

// ReadURL applies the fragment of the page's address (without "#"), and returns what
// has changed. The page calls it at the start and when the address changes. If the
// reader only moves to another place in the page, as from "#comments" to "#about",
// nothing changes.
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
		s.landed = 0 // The filter changes the content above the linked turn, so the page must scroll to that turn again.
	}
	a.Link, _ = address.Get(fragment, address.LinkName)
	a.Linked = a.Link != s.link
	return a
}

// WriteURL returns the given fragment of the page's address with the reader's filters
// and search in it. Values that equal the attributes of the <quote-timeline> element
// are left out. chosen reports whether the filters or the search have changed since the
// last report to the page.
//
// If chosen is false, the page must neither write the address nor report anything. For
// example, a script of the page may copy each choice that one element reports to a
// second element, and back. If the elements also reported choices that have not
// changed, the script would copy them to and fro without end.
func (s *State) WriteURL(fragment string) (next string, chosen bool) {
	s.typing = false
	c := s.Choice()
	if same(c, s.reported) {
		return fragment, false
	}
	s.reported = c
	return s.names.Write(fragment, c, s.given.choice), true
}

// TurnURL returns the given fragment of the page's address with a link to turn n in it.
// write reports whether the page must write the result into its address. write is false
// if the link that the reader followed last is the same link.
func (s *State) TurnURL(n int, fragment string) (next string, write bool) {
	id := s.Turn(n).ID
	return address.Set(fragment, address.LinkName, id), id != s.link
}

// Name marks turn n as the linked turn. The page calls it when a link to turn n is in
// the page's address.
func (s *State) Name(n int) {
	s.link = s.Turn(n).ID
	s.mark(n, transcript.Range{}, transcript.Unproven)
}
