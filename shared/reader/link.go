package reader

import (
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// Seek is what the page must ask the server after the reader has followed a link to a
// turn.
type Seek uint8

// The values of [Seek].
const (
	SeekNothing Seek = iota
	SeekNearest      // the transcript has no such turn: ask which turn is nearest to the removed one
	SeekWords        // the linked words were reworded: ask for earlier versions of the turn
	SeekNewest       // the transcript has the linked words: ask whether it is the newest version, see [State.Confirm]
)

// Followed is what a page has to do after the reader has followed a link to a turn.
type Followed struct {
	Link   string
	ID     string // the turn's id in the link
	Turn   int    // number of the turn to which the link leads; 0 if the transcript does not have it
	Scroll bool   // the page must scroll to the turn; false if it has already done so, see [State.Land]
	Seek   Seek
	anchor transcript.Anchor
	proof  transcript.Proof // for SeekNewest: whether the linked words have moved
}

// Land records the turn to which the page has scrolled before the program in the
// browser started. n is 0 if the page has not scrolled. If a link then leads to turn n,
// the page does not scroll there a second time, because the reader may have scrolled on
// since.
func (s *State) Land(n int) { s.landed = n }

// Link returns the link in the page's address that the reader followed last, or "" if
// there is none.
func (s *State) Link() string { return s.link }

// Follow marks the turn that a link names, and the words in it that the link quotes. The
// link has the form that transcript.ParseAnchor reads. If the transcript does not have
// the turn, Follow instead marks the turn that the <quote-timeline> element's attribute
// turn names.
//
// If the quoted words are no longer in the transcript, Follow records that they have
// changed. If they are in the transcript, Follow does not yet record that they are
// unchanged: the transcript may be an old copy, and a newer version may have other
// words. Then Seek in the result is SeekNewest.
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
	f.Turn, f.Scroll = turn+1, turn+1 != s.landed
	switch proof {
	case transcript.Unchanged, transcript.Moved: // a page that was opened yesterday may lack a correction of today
		f.Seek, f.proof = SeekNewest, proof
		proof = transcript.Unproven
	case transcript.Reworded:
		f.Seek = SeekWords
	}
	s.mark(turn+1, words, proof)
	return f
}

// Confirm records that the transcript is the newest version. From now on, the turn of
// the link in f has a note that the linked words are unchanged or are now in another
// place.
func (s *State) Confirm(f Followed) { s.View.Proof = f.proof }

// SetTurn applies a new value of the <quote-timeline> element's attribute turn, the id
// of a turn. It returns the number of that turn, or 0 if the transcript does not have
// it. If the page's address names another turn, that turn stays marked, and changed is
// false. Otherwise the new turn is marked, and changed is true.
func (s *State) SetTurn(id string) (turn int, changed bool) {
	changed = s.View.Linked == s.given.turn
	s.given.turn = s.Transcript.TurnIndex(id) + 1
	if changed {
		s.mark(s.given.turn, transcript.Range{}, transcript.Unproven)
	}
	return s.given.turn, changed
}

// mark records that the reader's link leads to turn n, and which words of the turn the
// link quotes. proof says whether these words have changed. If n is 0, the link leads
// to no turn.
func (s *State) mark(n int, words transcript.Range, proof transcript.Proof) {
	s.View.Linked, s.View.Cited, s.View.Proof, s.View.Change = n, words, proof, nil
}

// Nearest is called after a link to a removed turn. id is the turn that the server has
// named as the nearest one. Nearest marks this turn and returns its number. If the
// transcript does not have it, Nearest marks no turn and returns 0.
func (s *State) Nearest(id string) int {
	n := s.Transcript.TurnIndex(id) + 1
	if n > 0 {
		s.mark(n, transcript.Range{}, transcript.Removed)
	}
	return n
}

// Rewording is a search in the earlier versions of a turn. It looks for words that a
// link quotes and that the turn no longer has.
type Rewording struct {
	anchor transcript.Anchor
	now    string
	change timeline.Change
}

// Rewording returns a search for the words that the link in f quotes. The link must
// lead to a turn: f.Turn must not be 0.
func (s *State) Rewording(f Followed) *Rewording {
	return &Rewording{anchor: f.anchor, now: s.Turn(f.Turn).Text}
}

// Try looks for the linked words in text, the text of the turn in one earlier version.
// It reports whether the words have been found. date is the date at which the next
// version replaced this text (RFC 3339), or "" if it is unknown.
func (r *Rewording) Try(text, date string) bool {
	if c, ok := r.anchor.Compare(text, r.now); ok {
		r.change = timeline.Change{Comparison: c, Date: date, Found: true}
	}
	return r.change.Found
}

// Reworded records the result of the search r, which looked for the words that a link
// quotes. The linked turn then shows how the words have changed. Reworded may also be
// called if no version had the words.
func (s *State) Reworded(r *Rewording) { s.View.Change, s.View.Cited = &r.change, r.change.Here }

// isSlug reports whether an id can be one that the server has made: 1 to 80 characters,
// each a lower-case letter, a digit or a hyphen.
func isSlug(id string) bool {
	for i := 0; i < len(id); i++ {
		if c := id[i]; c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return id != "" && len(id) <= 80
}
