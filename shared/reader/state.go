package reader

import (
	"quoteline/shared/address"
	"quoteline/shared/search"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// State is the state of one timeline for one reader. Other packages may read the
// exported fields, but only the methods change them. Turns are numbered from 1, and 0
// means no turn.
type State struct {
	Transcript *transcript.Transcript
	View       timeline.View
	Layout     *timeline.Layout // where and how each turn is drawn; Lay sets it

	line   *timeline.Line
	finder *search.Finder
	spare  *timeline.Layout // the result of Lay before the present one; the next call reuses its memory; nil before the first call

	landed int           // number of the turn to which the page has scrolled before the program in the browser started, see Land
	names  address.Names // the names of this element's parameters in the page's address
	given  given         // the values of the <quote-timeline> element's attributes
	link   string        // the link in the page's address, to a turn or to words of a turn; "" for none
	theirs string        // the part of the address's fragment that the page itself uses
	typing bool          // the reader's search is not yet in the page's address

	reported address.Choice // the filters and the search that were last reported to the page

	dragging bool            // the reader is in the middle of a gesture along the timeline
	dragged  timeline.Window // the visible stretch of the timeline when the gesture began
	inBand   []int           // positions of the turns in the part of the viewport where one reads, in order; see See
}

// Start holds the values with which a timeline element starts. They come from its
// attributes and from the page's address.
type Start struct {
	Nth      int    // position among the timeline elements of the page, counting from 1; 0 has the same effect as 1
	Fragment string // the fragment of the page's address, without "#"
	Turn     string // id of the turn in the <quote-timeline> element's attribute turn; "" for none
	Speakers string // ids of the speakers that are shown, delimited by commas or spaces; "" for all
	Topic    string // id of the topic that is shown; "" for all
	Query    string // the words to search for; "" for no search
}

// New returns the state of an element that shows line, a transcript with its timeline.
// At first only the turn in start has an effect: it is the reader's current turn. The
// page then calls [State.ReadURL], which applies the other values in start and the
// values in the page's address.
func New(line *timeline.Line, start Start) *State {
	t := line.Transcript()
	s := &State{Transcript: t, line: line, finder: search.NewFinder(t), names: address.NamesOf(max(1, start.Nth))}
	s.given.turn = t.TurnIndex(start.Turn) + 1
	s.given.choice = s.known(address.Choice{Speakers: speakers(start.Speakers), Topic: start.Topic, Find: start.Query})
	s.theirs = address.Theirs(start.Fragment)
	s.View.Linked, s.View.At = s.given.turn, s.given.turn
	s.Layout = line.Lay(&s.View)
	return s
}

// Lay computes where and how each turn is drawn for the reader's present filters,
// search and position, and sets Layout to the result. It returns the previous Layout,
// which is valid until the next call. If the reader's current turn has changed, the
// window (the visible stretch of the timeline) moves to that turn.
func (s *State) Lay() (before *timeline.Layout) {
	before = s.Layout
	if n := s.View.At; n > 0 && n != before.At {
		s.View.Window = before.Holding(before.Window, n)
	}
	if s.spare == nil {
		s.spare = &timeline.Layout{}
	}
	s.Layout, s.spare = s.spare, before
	s.line.LayInto(s.Layout, &s.View)
	return before
}

// foldedAtOnce is how many turns one call of Prepare prepares for the search, so that
// the call is short.
const foldedAtOnce = 500

// Prepare does one step of work that would otherwise slow down the first search. Some
// steps prepare the texts of turns, so that a search ignores case and accents. The last
// step allocates memory that the first search needs for its layout (where and how each
// turn is drawn). Prepare returns false if no work is left.
func (s *State) Prepare() bool {
	if s.finder.Fold(foldedAtOnce) {
		return true
	}
	if s.spare == nil {
		s.spare = s.line.Lay(&s.View)
		return true
	}
	return false
}

// Turn returns turn n, counting from 1. It returns nil if there is no such turn.
func (s *State) Turn(n int) *transcript.Turn {
	if n < 1 || n > len(s.Transcript.Turns) {
		return nil
	}
	return &s.Transcript.Turns[n-1]
}

// Announcement says what screen readers announce after a change.
type Announcement uint8

// The values of [Announcement].
const (
	Silence Announcement = iota // announce nothing: the page makes the live region (the announced element) empty
	Summary                     // announce how many turns a search has found or a filter shows, see render.AppendSummary
)

// Announcement returns what screen readers announce for the present filters and search.
// It returns Silence if the reader has followed a link and there is no search and no
// filter.
func (s *State) Announcement() Announcement {
	if s.Layout.Searching || s.Layout.Filtered || s.View.Linked == 0 {
		return Summary
	}
	return Silence
}
