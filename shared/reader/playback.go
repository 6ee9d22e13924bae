package reader

import (
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// Playback is what the reader hears of the recording. The zero Playback is a recording
// that has not been played.
type Playback struct {
	Playing   bool
	Spoken    int  // the turn that is spoken now, 0 for none
	Following bool // the page scrolls to the spoken turn
	Scrolling bool // the page scrolls on its own, which is not the reader leaving
}

// Play returns what pressing the time of a turn does: it pauses if that turn is heard,
// else it plays from start in milliseconds, which is -1 if the turn has no time.
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

// SetPlaying notes whether the recording plays, and reports whether that is new. From
// then on the page follows, unless the reader searches.
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

// Hear notes the position of the recording in milliseconds, and reports whether another
// turn is spoken there than at the last one.
func (p *Playback) Hear(t *transcript.Transcript, position int64) (changed bool) {
	n := timeline.SpokenAt(t, position)
	changed = n != p.Spoken
	p.Spoken = n
	return changed
}

// Scrolls reports whether the page scrolls to the spoken turn, which a filter may hide.
func (p *Playback) Scrolls(l *timeline.Layout) bool {
	return p.Playing && p.Following && p.Spoken != 0 && l.Rows[p.Spoken-1].Shown
}

// CanLeave reports whether a reader who scrolls away from the spoken turn is no longer
// taken along.
func (p *Playback) CanLeave() bool {
	return p.Playing && p.Following && !p.Scrolling && p.Spoken > 0
}

// StopFollowing leaves the reader where he is, and reports whether the page followed.
func (p *Playback) StopFollowing() bool {
	followed := p.Following
	p.Following = false
	return followed
}

// OffersFollowing reports whether the way back to the spoken turn is offered.
func (p *Playback) OffersFollowing() bool { return p.Playing && !p.Following && p.Spoken != 0 }
