package reader

import (
	"quoteline/shared/address"
	"quoteline/shared/search"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// State is the state of one timeline for a reader. Callers may read the exported
// fields, but only the methods change them. Turns are numbered from 1, and 0 means no
// turn.
type State struct {
	Transcript *transcript.Transcript
	View       timeline.View
	Layout     *timeline.Layout // the layout that Lay made last

	line   *timeline.Line
	finder *search.Finder
	spare  *timeline.Layout // the previous layout, whose memory the next one reuses; nil before the first Lay

	landed int           // the turn to which the page has already scrolled, see Land
	names  address.Names // the names of this element's values in the page's address
	given  given         // the values of the element's attributes
	link   string        // the link in the page's address, to a turn or to words of a turn; "" for none
	theirs string        // the part of the address's fragment that belongs to the page
	typing bool          // the search is not yet in the page's address

	reported address.Choice // the choice that was last reported to the page

	dragging bool            // a gesture along the line is in progress
	dragged  timeline.Window // the window when the gesture began
	inBand   []int           // positions of the turns in the reading band, in order; see See
}

// Start holds the values with which an element starts: its attributes and the page's
// address.
type Start struct {
	Nth      int    // position among the page's timeline elements, counting from 1; 0 counts as 1
	Fragment string // of the page's address, without "#"
	Turn     string // id of the turn in the element's attribute, "" for none
	Speakers string // ids delimited by commas or spaces; "" for all
	Topic    string // id of the topic that is shown, "" for all
	Query    string // the search
}

// New returns the state of an element that shows line. The view has the turn of start,
// but not yet the other values of start or of the page's address: [State.ReadURL]
// applies them.
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

// Lay makes the layout of the present view and sets Layout to it. It returns the
// previous layout, which is valid until the next call. If the reader's current turn has
// changed, the window moves to it.
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

// foldedAtOnce is the number of turns that are prepared for the search in one step.
const foldedAtOnce = 500

// Prepare does one step of the work that would slow down the first search: it
// prepares the text of some turns (folds case and accents), or allocates the second
// [timeline.Layout], which will hold the search's view. It returns false if no work
// is left.
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

// Turn returns turn n, nil if there is none.
func (s *State) Turn(n int) *transcript.Turn {
	if n < 1 || n > len(s.Transcript.Turns) {
		return nil
	}
	return &s.Transcript.Turns[n-1]
}

// Announcement is the kind of text that screen readers announce after a change.
type Announcement uint8

// The values of [Announcement].
const (
	Silence Announcement = iota // make the live region empty
	Summary                     // announce how many turns a search found or a filter shows, see render.AppendSummary
)

// Announcement returns what to announce for the present view. If a link was followed,
// and there is no search and no filter, it is Silence.
func (s *State) Announcement() Announcement {
	if s.Layout.Searching || s.Layout.Filtered || s.View.Linked == 0 {
		return Summary
	}
	return Silence
}
