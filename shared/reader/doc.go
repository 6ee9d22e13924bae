// Package reader holds the state of an interactive timeline, without a screen: the
// search, the turns that are shown, the stretch of the line that is drawn, the turn
// that the reader is at, and the fragment of the page's address.
//
// A page calls a method of [State] for each event, which changes the View. [State.Lay]
// then makes the Layout of that view and returns the previous layout. The page compares
// the two and renders the differences:
//
//	s := reader.New(timeline.New(t), reader.Start{})
//	s.Search("board")
//	before := s.Lay()      // s.Layout has the hits, before has none
//	turn := s.Step(1)      // the first turn with a hit
//	s.Announcement()       // Summary: announce the number of turns with hits
//
// The methods return what the page has to do next, such as scrolling, moving the focus
// or asking the server. The package uses no document, no clock and no network. It is
// part of the widget, so it reuses slices and layouts: the result of a method is valid
// until the next event.
package reader
