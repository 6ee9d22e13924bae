//go:build js && wasm

package widget

import (
	"quoteline/shared/messages"
	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/wasm/dom"
)

// playback is the recording and what the reader hears of it.
type playback struct {
	media     dom.Media
	playing   bool
	spoken    int  // number of the turn that is spoken, 0 for none
	following bool // the page scrolls along
	settling  *dom.Timer
	scrolling bool // by the program, until settling has ended
}

// attach listens to the player that the element names by id, or to its own.
func (w *Widget) attach(root dom.Element, id string) {
	p := &w.playback
	if p.media = w.host.Media(root, id); !p.media.Exists() {
		return
	}
	p.settling = w.scope.NewTimer(func() {
		p.scrolling = false
		w.scrolled()
	})
	for _, event := range [...]string{"play", "pause", "ended"} {
		w.scope.Listen(p.media.Element, event, func(dom.Event) { w.showPlaying() })
	}
	for _, event := range [...]string{"timeupdate", "seeking"} {
		w.scope.Listen(p.media.Element, event, func(dom.Event) { w.hear() })
	}
	w.scope.Listen(p.media.Element, "error", func(dom.Event) { w.showUnplayable() })
	w.scope.Listen(dom.Window(), "scroll", func(dom.Event) { w.scrolled() })
	if p.media.Playing() {
		w.showPlaying()
	}
}

// play plays from the beginning of turn n, or pauses where it plays that turn. It
// reports whether there is a player.
func (w *Widget) play(n int) bool {
	p, turn := &w.playback, w.turn(n)
	if turn == nil || !p.media.Exists() || p.media.Failed() {
		return false
	}
	if p.media.Playing() && p.spoken == n {
		p.media.Pause()
		return true
	}
	if start, ok := turn.Start.Millis(); ok {
		p.media.GoTo(max(0, start))
	}
	p.following = true
	p.media.Play()
	return true
}

// pause pauses, or plays on.
func (w *Widget) pauseOrPlay() {
	if media := w.playback.media; media.Playing() {
		media.Pause()
	} else if media.Exists() {
		media.Play()
	}
}

// showPlaying shows and says once that playing has begun or ended.
func (w *Widget) showPlaying() {
	p := &w.playback
	playing := p.media.Playing()
	if playing == p.playing {
		return
	}
	p.playing = playing
	if playing {
		p.following = w.view.Query == ""
	}
	w.hear()
	w.showControls()
	if p.media.Failed() {
		return // which is said already
	}
	w.buf = render.AppendPlayState(w.buf[:0], w.transcript, w.options, playing, p.spoken)
	w.replace(w.parts.status)
}

// showControls shows what can be done about the recording now.
func (w *Widget) showControls() {
	p := &w.playback
	label, state := messages.Play, "paused"
	if p.playing {
		label, state = messages.Pause, "playing"
	}
	w.parts.body.SetAttr("data-media", state)
	if button := w.parts.body.Query(".pause"); button.Exists() {
		button.SetAttr("aria-label", w.options.Words.Say(label))
	}
	if follow := w.parts.body.Query(".follow"); follow.Exists() {
		follow.SetFlag("hidden", !p.playing || p.following || p.spoken == 0)
	}
}

// hear marks the turn that is spoken now, and scrolls to it for who follows.
func (w *Widget) hear() {
	p := &w.playback
	n := timeline.SpokenAt(w.transcript, p.media.Position())
	if n == p.spoken {
		return
	}
	w.flagSpoken(p.spoken, false)
	p.spoken = n
	w.flagSpoken(n, true)
	w.followSpoken()
	w.showControls()
}

func (w *Widget) flagSpoken(n int, on bool) {
	if n > 0 {
		w.row(n).SetFlag("data-spoken", on)
	}
}

func (w *Widget) followSpoken() {
	p := &w.playback
	if !p.playing || !p.following || p.spoken == 0 || !w.layout.Rows[p.spoken-1].Shown {
		return
	}
	p.scrolling = true
	p.settling.Start(settleAfter)
	w.scrollTo(w.row(p.spoken), "start")
}

// follow brings the reader back to the turn that is spoken.
func (w *Widget) followAgain() {
	w.playback.following = true
	if n := w.playback.spoken; n > 0 && !w.layout.Rows[n-1].Shown {
		w.unhide(n)
		w.show()
	}
	w.followSpoken()
	w.showControls()
}

// leave lets the reader be elsewhere than where is spoken: who searches or
// scrolls away is not taken along.
func (w *Widget) leave() {
	if w.playback.following {
		w.playback.following = false
		w.showControls()
	}
}

// scrolled notices that the reader has scrolled away from the turn that is spoken.
func (w *Widget) scrolled() {
	p := &w.playback
	if p.playing && p.following && !p.scrolling && p.spoken > 0 && !w.row(p.spoken).InView() {
		w.leave()
	}
}

// showUnplayable says that the recording cannot be played here, and shows the way
// to it.
func (w *Widget) showUnplayable() {
	if p := w.parts.body.Query(".unplayable"); p.Exists() {
		p.SetFlag("hidden", false)
	}
	w.parts.status.SetText(w.options.Words.Say(messages.CannotPlay))
}
