package reader

import (
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// Seek is what to ask the server about a link.
type Seek uint8

// The values of [Seek].
const (
	SeekNothing Seek = iota
	SeekNearest      // which turn is nearest to one that the transcript does not have
	SeekWords        // what the linked words were in earlier versions
)

// Followed is what a page has to do for a link.
type Followed struct {
	Link   string
	ID     string // of the turn as the link has it
	Turn   int    // that the link leads to, 0 for none
	Scroll bool   // go to the turn; false if the page has done so, see [State.Land]
	Seek   Seek
	anchor transcript.Anchor
}

// Land notes that the page has scrolled to turn n before the program runs, 0 for none.
// A link to it does not scroll again: the reader may have moved since.
func (s *State) Land(n int) { s.landed = n }

// Link returns the link that was followed last, "" for none.
func (s *State) Link() string { return s.link }

// Follow marks the turn and the words that a link names, as transcript.ParseAnchor
// reads it, with what became of them. If the transcript does not have the turn, the
// turn that the element's attribute names is marked.
func (s *State) Follow(link string) Followed {
	s.link = link
	s.mark(s.given.turn, transcript.Range{}, transcript.Unproven)
	anchor, ok := transcript.ParseAnchor(link)
	f := Followed{Link: link, ID: anchor.Turn, anchor: anchor}
	turn, words, proof := -1, transcript.Range{}, transcript.Unproven
	if ok {
		turn, words, proof = anchor.Resolve(s.Transcript)
	}
	if turn < 0 {
		if isSlug(anchor.Turn) {
			f.Seek = SeekNearest
		}
		return f
	}
	s.mark(turn+1, words, proof)
	f.Turn, f.Scroll = turn+1, turn+1 != s.landed
	if proof == transcript.Reworded {
		f.Seek = SeekWords
	}
	return f
}

// SetTurn makes the turn with that id the one that the element names; an id that the
// transcript does not have is none. Changed reports whether it is marked now, which it is
// unless the address names another turn; turn is 0 for none.
func (s *State) SetTurn(id string) (turn int, changed bool) {
	changed = s.View.Linked == s.given.turn
	s.given.turn = s.Transcript.TurnIndex(id) + 1
	if changed {
		s.mark(s.given.turn, transcript.Range{}, transcript.Unproven)
	}
	return s.given.turn, changed
}

// mark makes turn n the linked one, 0 for none.
func (s *State) mark(n int, words transcript.Range, proof transcript.Proof) {
	s.View.Linked, s.View.Cited, s.View.Proof, s.View.Change = n, words, proof, nil
}

// Nearest marks the turn that the server names as nearest to a linked one that was
// removed, and returns it; 0 if the transcript does not have it either.
func (s *State) Nearest(id string) int {
	n := s.Transcript.TurnIndex(id) + 1
	if n > 0 {
		s.mark(n, transcript.Range{}, transcript.Removed)
	}
	return n
}

// Rewording is the search for linked words in earlier versions of their turn.
type Rewording struct {
	anchor transcript.Anchor
	now    string
	change timeline.Change
}

// Rewording returns the search for the words of a link that leads to a turn.
func (s *State) Rewording(f Followed) *Rewording {
	return &Rewording{anchor: f.anchor, now: s.Turn(f.Turn).Text}
}

// Try compares the text that the turn had in a version with its present one, and reports
// whether the words were there. Date is when the version after that was published (RFC
// 3339), "" if it is not known.
func (r *Rewording) Try(text, date string) bool {
	if c, ok := r.anchor.Compare(text, r.now); ok {
		r.change = timeline.Change{Comparison: c, Date: date, Found: true}
	}
	return r.change.Found
}

// Reworded shows what the search for linked words has found, which may be nothing.
func (s *State) Reworded(r *Rewording) { s.View.Change, s.View.Cited = &r.change, r.change.Here }

// isSlug reports whether an id is one that the endpoint may have given: 1 to 80
// characters, each a lower-case letter, a digit or a hyphen.
func isSlug(id string) bool {
	for i := 0; i < len(id); i++ {
		if c := id[i]; c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return id != "" && len(id) <= 80
}
