package reader

import (
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// Seek is a question to the server about a link.
type Seek uint8

// The values of [Seek].
const (
	SeekNothing Seek = iota
	SeekNearest      // the transcript lacks the linked turn: which turn is nearest to it
	SeekWords        // the linked words were reworded: what they were in earlier versions
)

// Followed is what a page has to do after a link was followed.
type Followed struct {
	Link   string
	ID     string // id of the turn as the link has it
	Turn   int    // the turn to which the link leads, 0 for none
	Scroll bool   // scroll to the turn; false if the page has already done so, see [State.Land]
	Seek   Seek
	anchor transcript.Anchor
}

// Land records that the page scrolled to turn n before the program ran; n is 0 if it
// did not. A link to turn n then does not scroll again, because the reader may have
// moved since.
func (s *State) Land(n int) { s.landed = n }

// Link returns the link that was followed last, or "".
func (s *State) Link() string { return s.link }

// Follow marks the turn and the words that a link names, and whether the words are
// unchanged. The link has the form that transcript.ParseAnchor reads. If the transcript
// does not have the turn, Follow marks the turn that the element's attribute names.
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

// SetTurn applies a new value of the element's attribute turn: the id of a turn. It
// returns the number of that turn, or 0 if the transcript does not have it. The turn is
// now marked, unless the page's address names another turn; changed reports whether it
// is marked.
func (s *State) SetTurn(id string) (turn int, changed bool) {
	changed = s.View.Linked == s.given.turn
	s.given.turn = s.Transcript.TurnIndex(id) + 1
	if changed {
		s.mark(s.given.turn, transcript.Range{}, transcript.Unproven)
	}
	return s.given.turn, changed
}

// mark makes turn n the linked turn, with the words that the link names. If n is 0, no
// turn is linked.
func (s *State) mark(n int, words transcript.Range, proof transcript.Proof) {
	s.View.Linked, s.View.Cited, s.View.Proof, s.View.Change = n, words, proof, nil
}

// Nearest marks the turn with this id and returns its number. The server has named it
// as the nearest one to a linked turn that was removed. If the transcript does not have
// it either, Nearest returns 0 and marks no turn.
func (s *State) Nearest(id string) int {
	n := s.Transcript.TurnIndex(id) + 1
	if n > 0 {
		s.mark(n, transcript.Range{}, transcript.Removed)
	}
	return n
}

// Rewording searches the earlier versions of a turn for linked words that the turn no
// longer has.
type Rewording struct {
	anchor transcript.Anchor
	now    string
	change timeline.Change
}

// Rewording returns a search for the linked words of f. f.Turn must not be 0.
func (s *State) Rewording(f Followed) *Rewording {
	return &Rewording{anchor: f.anchor, now: s.Turn(f.Turn).Text}
}

// Try looks for the linked words in text, which the turn had in an earlier version, and
// reports whether they have been found. date is when the version after that one was
// published (RFC 3339), or "" if it is unknown.
func (r *Rewording) Try(text, date string) bool {
	if c, ok := r.anchor.Compare(text, r.now); ok {
		r.change = timeline.Change{Comparison: c, Date: date, Found: true}
	}
	return r.change.Found
}

// Reworded shows the result of the search r. The search may have found no version with
// the words.
func (s *State) Reworded(r *Rewording) { s.View.Change, s.View.Cited = &r.change, r.change.Here }

// isSlug reports whether an id has the form of the ids that the endpoint gives: 1 to 80
// characters, each a lower-case letter, a digit or a hyphen.
func isSlug(id string) bool {
	for i := 0; i < len(id); i++ {
		if c := id[i]; c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return id != "" && len(id) <= 80
}
