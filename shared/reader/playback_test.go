package reader_test

import (
	"testing"

	"quoteline/shared/reader"
	"quoteline/shared/transcript"
)

// recorded returns a conversation of six turns, in which each of the first five takes
// two seconds. The last turn has no times.
func recorded() *transcript.Transcript {
	return conversation(6, func(i int, turn *transcript.Turn) {
		if i < 5 {
			turn.Start, turn.End = transcript.At(int64(2000*i)), transcript.At(int64(2000*i+2000))
		}
	})
}

func TestPlay(t *testing.T) {
	script := recorded()
	tests := []struct {
		name    string
		spoken  int
		playing bool
		turn    int
		start   int64
		pauses  bool
	}{
		{"a time", 0, false, 3, 4000, false},
		{"another time while it plays", 1, true, 3, 4000, false},
		{"the time of the turn that is heard", 3, true, 3, 0, true},
		{"the same after a pause", 3, false, 3, 4000, false},
		{"a turn without a time", 0, false, 6, -1, false},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			p := reader.Playback{Playing: tc.playing, Spoken: tc.spoken}
			start, pauses := p.Play(tc.turn, &script.Turns[tc.turn-1], tc.playing)
			if start != tc.start || pauses != tc.pauses || p.Following == pauses {
				t.Errorf("from %d, pauses %t, follows %t", start, pauses, p.Following)
			}
		})
	}
	early := transcript.Turn{Start: transcript.At(-500)}
	if start, _ := new(reader.Playback).Play(1, &early, false); start != 0 {
		t.Errorf("a turn before the recording plays from %d", start)
	}
}

// TestPlayback checks a series of events while a recording plays, one after the other.
func TestPlayback(t *testing.T) {
	s := openConversation(recorded())
	var p reader.Playback
	steps := []struct {
		name    string
		do      func() bool
		did     bool
		spoken  int
		scrolls bool // the page scrolls to the spoken turn
		offers  bool // the page shows the button that scrolls back to the spoken turn
	}{
		{"before anything is played", func() bool { return false }, false, 0, false, false},
		{"sought without playing", func() bool { return p.Hear(s.Transcript, 4500) }, true, 3, false, false},
		{"it plays", func() bool { return p.SetPlaying(true, false) }, true, 3, true, false},
		{"it still plays", func() bool { return p.SetPlaying(true, false) }, false, 3, true, false},
		{"in the same turn", func() bool { return p.Hear(s.Transcript, 5900) }, false, 3, true, false},
		{"the next turn", func() bool { return p.Hear(s.Transcript, 6000) }, true, 4, true, false},
		{"the page scrolls on its own", func() bool { p.Scrolling = true; return p.CanLeave() }, false, 4, true, false},
		{"the reader scrolls", func() bool { p.Scrolling = false; return p.CanLeave() }, true, 4, true, false},
		{"and is away", p.StopFollowing, true, 4, false, true},
		{"further away", p.StopFollowing, false, 4, false, true},
		{"away, the reader cannot leave", p.CanLeave, false, 4, false, true},
		{"no turn", func() bool { return p.Hear(s.Transcript, 60_000) }, true, 0, false, false},
		{"a turn again", func() bool { return p.Hear(s.Transcript, 100) }, true, 1, false, true},
		{"it pauses", func() bool { return p.SetPlaying(false, false) }, true, 1, false, false},
		{"it plays during a search", func() bool { return p.SetPlaying(true, true) }, true, 1, false, true},
		{"back to the spoken turn", func() bool { p.Following = true; return p.CanLeave() }, true, 1, true, false},
		{"a filter hides it", func() bool { s.Toggle(0); s.Lay(); return true }, true, 1, false, false},
	}
	for _, step := range steps {
		did := step.do()
		if did != step.did || p.Spoken != step.spoken || p.Scrolls(s.Layout) != step.scrolls || p.OffersFollowing() != step.offers {
			t.Errorf("%s: %t, %+v, scrolls %t, offers %t; want %+v", step.name, did, p, p.Scrolls(s.Layout), p.OffersFollowing(), step)
		}
	}
}
