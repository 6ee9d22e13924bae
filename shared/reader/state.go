package reader

import (
	"quoteline/shared/address"
	"quoteline/shared/search"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// State is what a reader sees of a transcript, and why. The exported fields are there
// to be read; methods change them. Turns are numbered from 1, and 0 is no turn.
type State struct {
	Transcript *transcript.Transcript
	View       timeline.View
	Layout     *timeline.Layout // of the view that was laid out last

	line   *timeline.Line
	finder *search.Finder
	spare  *timeline.Layout // the layout before, whose memory the next one takes; nil until there is one

	landed int           // the turn that the page has scrolled to already, see Land
	names  address.Names // of the element's values in the page's address
	given  given         // what the element's attributes say
	link   string        // to a turn or words of one, as the page's address has it
	theirs string        // the part of the page's address that is the page's own
	typing bool          // the search is not yet in the address

	reported address.Choice // to the page

	dragging bool            // a gesture is under way along the line
	dragged  timeline.Window // in which the gesture began
	inBand   []int           // positions of the turns in the band where one reads, in order
}

// Start is what an element begins with.
type Start struct {
	Nth      int    // which of the page's elements it is, counting from 1; less counts as 1
	Fragment string // of the page's address, without "#"
	Turn     string // id of the turn that the element names, "" for none
	Speakers string // ids delimited by commas or spaces; "" for all
	Topic    string // id of the topic that is shown, "" for all
	Query    string // the search
}

// New returns the state of an element on line. What its attributes and the page's
// address choose is not in the view yet, except for the turn: [State.ReadURL] adds it.
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

// Lay makes Layout that of the present view, and returns the layout before, which is
// valid until the next call. If the reader's place has changed, the window moves to it.
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

// foldedAtOnce is how many turns are made ready for the search in one step.
const foldedAtOnce = 500

// Prepare does one step of what makes the first search fast: it folds the text, and
// takes the memory of a second layout. It reports whether it had something to do.
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

// Announcement is what a screen reader is to hear of a change.
type Announcement uint8

// The values of [Announcement].
const (
	Silence Announcement = iota // the live region becomes empty
	Summary                     // how much a search found or a filter leaves, see render.AppendSummary
)

// Announcement returns what to say of the present view. Someone who has just followed a
// link hears nothing, unless a search or a filter is on.
func (s *State) Announcement() Announcement {
	if s.Layout.Searching || s.Layout.Filtered || s.View.Linked == 0 {
		return Summary
	}
	return Silence
}
