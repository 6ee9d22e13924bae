// Package reader holds the state of an interactive timeline, but draws nothing. The
// state is the search, the filters, the visible stretch of the timeline, the reader's
// current turn, and the fragment of the page's address.
//
// For each event, a page calls a method of [State], which changes the View (the
// reader's filters, search and position). The page then calls [State.Lay]. It computes
// a new Layout, which says where and how each turn is drawn, and returns the previous
// Layout. The page compares both layouts and renders the differences:
//
//	s := reader.New(timeline.New(t), reader.Start{})
//	s.Search("board")
//	before := s.Lay()      // s.Layout has the hits, before has none
//	turn := s.Step(1)      // the first turn with a hit
//	s.Announcement()       // Summary: announce the number of turns with hits
//
// The methods return what the page has to do next, such as scrolling, moving the focus
// or sending a request to the server. The package uses no document, no clock and no
// network. Slices and layouts that its methods return are valid until the next event,
// because the package reuses their memory.
package reader
