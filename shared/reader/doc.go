// Package reader is the reader's side of an interactive timeline without a screen: what
// is searched, which turns are shown, which stretch of the line is drawn, where the
// reader is, and what the page's address says of all that.
//
// A [State] takes events as method calls with values, and changes its View. [State.Lay]
// then makes the Layout of that view and returns the one before, so that a page can
// compare the two and render what differs:
//
//	s := reader.New(timeline.New(t), reader.Start{})
//	s.Search("board")
//	before := s.Lay()      // s.Layout has the hits, before has none
//	turn := s.Step(1)      // the first turn with a hit
//	s.Announcement()       // Summary: how much was found
//
// What a page has to do (scroll, focus, ask the server, speak) comes back as values.
// The package knows no document, no clock and no network. It is part of the widget, so
// it reuses slices and layouts: what a method returns is valid until the next event.
package reader
