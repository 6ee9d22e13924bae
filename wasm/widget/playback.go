//go:build js && wasm

package widget

import (
	"quoteline/shared/messages"
	"quoteline/shared/reader"
	"quoteline/shared/render"
	"quoteline/wasm/dom"
)

// playback controls the player of the recording, and shows which turn is spoken.
type playback struct {
	*view
	reader.Playback
	media    dom.Media
	settling *dom.Timer // runs while the page scrolls to the spoken turn
}

// attach adds listeners to the player: the one with that id in the page, or the element's
// own player if id is "".
func (p *playback) attach(root dom.Element, id string) {
	if p.media = p.host.Media(root, id); !p.media.Exists() {
		return
	}
	p.settling = p.scope.NewTimer(func() {
		p.Scrolling = false
		p.scrolled()
	})
	for _, event := range [...]string{"play", "pause", "ended"} {
		p.scope.Listen(p.media.Element, event, func(dom.Event) { p.showPlaying() })
	}
	for _, event := range [...]string{"timeupdate", "seeking"} {
		p.scope.Listen(p.media.Element, event, func(dom.Event) { p.onTimeUpdate() })
	}
	p.scope.Listen(p.media.Element, "error", func(dom.Event) { p.showUnplayable() })
	p.scope.Listen(dom.Window(), "scroll", func(dom.Event) { p.scrolled() })
	if p.media.Playing() {
		p.showPlaying()
	}
}

// play plays the recording from the beginning of turn n. If the player is already playing that
// turn, it pauses the player instead. It returns false if there is no player that works.
func (p *playback) play(n int) bool {
	turn := p.state.Turn(n)
	if turn == nil || !p.media.Exists() || p.media.Failed() {
		return false
	}
	start, pauses := p.Play(n, turn, p.media.Playing())
	if pauses {
		p.media.Pause()
		return true
	}
	if start >= 0 {
		p.media.GoTo(start)
	}
	p.media.Play()
	return true
}

// pauseOrPlay pauses the player if it is playing, and starts it otherwise.
func (p *playback) pauseOrPlay() {
	if p.media.Playing() {
		p.media.Pause()
	} else if p.media.Exists() {
		p.media.Play()
	}
}

// showPlaying shows and announces that playing has begun or ended, if that is new.
func (p *playback) showPlaying() {
	if !p.SetPlaying(p.media.Playing(), p.state.View.Query != "") {
		return
	}
	p.onTimeUpdate()
	p.showControls()
	if p.media.Failed() {
		return // showUnplayable announces the failure
	}
	p.buf = render.AppendPlayState(p.buf[:0], p.state.Transcript, p.options, p.Playing, p.Spoken)
	p.replace(p.elements.status)
}

// showControls updates the controls of the recording: Play or Pause, and the button that
// returns to the spoken turn.
func (p *playback) showControls() {
	label, state := messages.Play, "paused"
	if p.Playing {
		label, state = messages.Pause, "playing"
	}
	body := p.elements.body
	body.SetAttr("data-media", state)
	if button := body.Query(".pause"); button.Exists() {
		button.SetAttr("aria-label", p.options.Words.Say(label))
	}
	if follow := body.Query(".follow"); follow.Exists() {
		follow.SetFlag("hidden", !p.OffersFollowing())
	}
}

// onTimeUpdate marks the turn that is spoken now. If the page follows the recording, it
// also scrolls to the turn.
func (p *playback) onTimeUpdate() {
	was := p.Spoken
	if !p.Hear(p.state.Transcript, p.media.Position()) {
		return
	}
	p.flagSpoken(was, false)
	p.flagSpoken(p.Spoken, true)
	p.scrollToSpoken()
	p.showControls()
}

func (p *playback) flagSpoken(n int, on bool) {
	if n > 0 {
		p.list.row(n).SetFlag("data-spoken", on)
	}
}

func (p *playback) scrollToSpoken() {
	if p.Scrolls(p.state.Layout) {
		p.Scrolling = true
		p.settling.Start(settleAfter)
		scrollTo(p.list.row(p.Spoken), "start")
	}
}

// followAgain scrolls back to the turn that is spoken, and makes the page follow the
// recording again.
func (p *playback) followAgain() {
	p.Following = true
	if n := p.Spoken; n > 0 && !p.state.Layout.Rows[n-1].Shown {
		p.state.Unhide(n)
		p.show()
	}
	p.scrollToSpoken()
	p.showControls()
}

// stopFollowing lets the page stay where it is while the recording continues.
func (p *playback) stopFollowing() {
	if p.StopFollowing() {
		p.showControls()
	}
}

// scrolled stops following the recording if the reader has scrolled away from the spoken turn.
func (p *playback) scrolled() {
	if p.CanLeave() && !p.list.row(p.Spoken).InView() {
		p.stopFollowing()
	}
}

// showUnplayable announces that the recording cannot be played here, and shows a link to
// the recording.
func (p *playback) showUnplayable() {
	if e := p.elements.body.Query(".unplayable"); e.Exists() {
		e.SetFlag("hidden", false)
	}
	p.elements.status.SetText(p.options.Words.Say(messages.CannotPlay))
}
