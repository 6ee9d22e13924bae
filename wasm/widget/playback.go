//go:build js && wasm

package widget

import (
	"quoteline/shared/messages"
	"quoteline/shared/reader"
	"quoteline/shared/render"
	"quoteline/wasm/dom"
)

// playback controls the player of the recording. It also marks the turn that is spoken
// now, and scrolls to that turn.
type playback struct {
	*view
	reader.Playback
	media    dom.Media
	settling *dom.Timer // runs while the page is scrolling by itself to the spoken turn
}

// attach finds the player of the recording and adds listeners to it. If id is "", this
// is the player in the <quote-timeline> element itself. Otherwise it is the player with
// this id in the page.
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

// play plays the recording from the beginning of turn n. If the player is already
// playing turn n, it pauses instead. play returns false if there is no player or the
// player does not work.
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

// pauseOrPlay pauses the player if the recording is playing, and otherwise plays the
// recording.
func (p *playback) pauseOrPlay() {
	if p.media.Playing() {
		p.media.Pause()
	} else if p.media.Exists() {
		p.media.Play()
	}
}

// showPlaying shows and announces that the recording has begun or stopped playing. If
// neither has happened since the last call, it does nothing.
func (p *playback) showPlaying() {
	if !p.SetPlaying(p.media.Playing(), p.state.View.Query != "") {
		return
	}
	p.onTimeUpdate()
	p.showControls()
	if p.media.Failed() {
		return // showUnplayable has announced the failure
	}
	p.buf = render.AppendPlayState(p.buf[:0], p.state.Transcript, p.options, p.Playing, p.Spoken)
	p.replace(p.elements.status)
}

// showControls updates the buttons for the recording: Play or Pause, and the button
// that scrolls back to the spoken turn.
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

// onTimeUpdate is called while the recording plays, whenever the player's position has
// changed. It marks the turn that is spoken now. If the page follows the recording, it
// also scrolls to that turn.
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

// followAgain scrolls back to the turn that is spoken now. From then on, the page again
// scrolls to each turn when it is spoken.
func (p *playback) followAgain() {
	p.Following = true
	if n := p.Spoken; n > 0 && !p.state.Layout.Rows[n-1].Shown {
		p.state.Unhide(n)
		p.show()
	}
	p.scrollToSpoken()
	p.showControls()
}

// stopFollowing ends the scrolling to spoken turns. The recording itself continues.
func (p *playback) stopFollowing() {
	if p.StopFollowing() {
		p.showControls()
	}
}

// scrolled is called when the page scrolls. If the reader has scrolled away from the
// spoken turn, the page no longer follows the recording.
func (p *playback) scrolled() {
	if p.CanLeave() && !p.list.row(p.Spoken).InView() {
		p.stopFollowing()
	}
}

// showUnplayable announces that the recording cannot be played here, and shows a link
// to the recording's file.
func (p *playback) showUnplayable() {
	if e := p.elements.body.Query(".unplayable"); e.Exists() {
		e.SetFlag("hidden", false)
	}
	p.elements.status.SetText(p.options.Words.Say(messages.CannotPlay))
}
