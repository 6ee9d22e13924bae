package reader

import (
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// Playback is the state of the recording, and whether the page follows it by scrolling
// to the turn that is spoken. The zero Playback is the state before the recording is
// played for the first time.
type Playback struct {
	Playing   bool
	Spoken    int  // number of the turn that is spoken now; 0 for none
	Following bool // the page scrolls to each turn when it is spoken
	Scrolling bool // the page is scrolling by itself now, so a scroll event does not come from the reader
}

// Play returns what happens when the reader presses the time of turn n. playing says
// whether the recording is playing now. If the recording is playing turn n, it pauses:
// pauses is true. Otherwise it plays from the time start, in milliseconds. start is -1 if
// the turn has no time.
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

// SetPlaying records whether the recording plays. It reports whether this has changed
// since the last call. When the recording begins to play, the page begins to scroll to
// the spoken turns, unless the reader is searching.
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

// Hear records which turn is spoken at a position of the recording, in milliseconds. It
// reports whether that is another turn than in the last call.
func (p *Playback) Hear(t *transcript.Transcript, position int64) (changed bool) {
	n := timeline.SpokenAt(t, position)
	changed = n != p.Spoken
	p.Spoken = n
	return changed
}

// Scrolls reports whether the page must scroll to the turn that is spoken now. The page
// does not scroll to a turn that a filter hides.
func (p *Playback) Scrolls(l *timeline.Layout) bool {
	return p.Playing && p.Following && p.Spoken != 0 && l.Rows[p.Spoken-1].Shown
}

// CanLeave reports whether the page must stop scrolling to the spoken turns (following
// the recording) if the reader scrolls away now.
func (p *Playback) CanLeave() bool {
	return p.Playing && p.Following && !p.Scrolling && p.Spoken > 0
}

// StopFollowing records that the page no longer scrolls to the spoken turns. It
// returns true if the page has scrolled to them until now.
func (p *Playback) StopFollowing() bool {
	followed := p.Following
	p.Following = false
	return followed
}

// OffersFollowing reports whether the page shows the button that scrolls back to the
// turn that is spoken now.
func (p *Playback) OffersFollowing() bool { return p.Playing && !p.Following && p.Spoken != 0 }
