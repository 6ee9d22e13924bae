package reader

import (
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// Playback is the state of the recording, and whether the page scrolls with it. The
// zero Playback is that of a recording which has not been played.
type Playback struct {
	Playing   bool
	Spoken    int  // the turn that is spoken now, 0 for none
	Following bool // the page scrolls to the spoken turn
	Scrolling bool // the page itself scrolls at the moment, so the reader has not scrolled away
}

// Play returns the effect of pressing the time of turn n. If the recording plays this
// turn, it pauses. Otherwise it plays from start, in milliseconds; start is -1 if the
// turn has no time.
func (p *Playback) Play(n int, turn *transcript.Turn, playing bool) (start int64, pauses bool) {
	if playing && p.Spoken == n {
		return 0, true
	}
	p.Following = true
	if start, ok := turn.Start.Millis(); ok {
		return max(0, start), false
	}
	return -1, false
}

// SetPlaying records whether the recording plays, and reports whether that has changed.
// When playing begins, the page begins to scroll to the spoken turns, unless the reader
// is searching.
func (p *Playback) SetPlaying(playing, searching bool) bool {
	if playing == p.Playing {
		return false
	}
	p.Playing = playing
	if playing {
		p.Following = !searching
	}
	return true
}

// Hear records the position of the recording in milliseconds. It reports whether the
// spoken turn has changed since the last call.
func (p *Playback) Hear(t *transcript.Transcript, position int64) (changed bool) {
	n := timeline.SpokenAt(t, position)
	changed = n != p.Spoken
	p.Spoken = n
	return changed
}

// Scrolls reports whether the page scrolls to the spoken turn. It does not if a filter
// hides that turn.
func (p *Playback) Scrolls(l *timeline.Layout) bool {
	return p.Playing && p.Following && p.Spoken != 0 && l.Rows[p.Spoken-1].Shown
}

// CanLeave reports whether scrolling by the reader stops the page from scrolling to the
// spoken turns.
func (p *Playback) CanLeave() bool {
	return p.Playing && p.Following && !p.Scrolling && p.Spoken > 0
}

// StopFollowing stops the page from scrolling to the spoken turns, and reports whether
// the page did so before.
func (p *Playback) StopFollowing() bool {
	followed := p.Following
	p.Following = false
	return followed
}

// OffersFollowing reports whether the page shows the button that scrolls back to the
// spoken turn.
func (p *Playback) OffersFollowing() bool { return p.Playing && !p.Following && p.Spoken != 0 }
