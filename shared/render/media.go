package render

import (
	"strconv"
	"strings"

	"quoteline/shared/messages"
	"quoteline/shared/transcript"
)

// Player says which player plays the recording when a reader presses the time of a
// turn.
type Player uint8

// The values of [Player].
const (
	OwnPlayer  Player = iota // the player inside the <quote-timeline> element, if browsers can play the transcript's recording
	PagePlayer               // another player in the page that contains the <quote-timeline> element
)

// appendPlayer appends an <audio> or <video> element for the transcript's recording.
// The browser does not load any of the recording until the reader presses play.
func appendPlayer(dst []byte, t *transcript.Transcript, o Options) []byte {
	element := playedBy(t)
	if element == "" || o.Player != OwnPlayer {
		return dst
	}
	dst = append(dst, `<div class="player" part="player"><`...)
	dst = append(dst, element...)
	dst = append(dst, ` controls playsinline preload="none" aria-label="`...)
	dst = o.say(dst, messages.Recording)
	dst = append(dst, `" src="`...)
	dst = appendEscaped(dst, t.Media.URL)
	dst = append(dst, `"></`...)
	dst = append(dst, element...)
	dst = append(dst, `><p class="unplayable" hidden>`...)
	dst = o.say(dst, messages.CannotPlay)
	dst = append(dst, ` <a href="`...)
	dst = appendEscaped(dst, t.Media.URL)
	dst = append(dst, `">`...)
	dst = o.say(dst, messages.OpenRecording)
	return append(dst, `</a></p></div>`...)
}

// appendPlaySymbols appends the icons of the play buttons.
func appendPlaySymbols(dst []byte, t *transcript.Transcript, o Options) []byte {
	if !o.plays(t) {
		return dst
	}
	return append(dst, `<svg class="defs" aria-hidden="true" width="0" height="0">`+
		`<symbol id="i-play" viewBox="0 0 18 18"><path d="M5.5 3.5v11l9-5.5z"/></symbol>`+
		`<symbol id="i-pause" viewBox="0 0 18 18"><path d="M6 4v10M12 4v10"/></symbol></svg>`...)
}

// playedBy returns the HTML element that plays the transcript's recording: "audio" or
// "video". It returns "" if there is no recording, or if the recording is neither audio
// nor video.
func playedBy(t *transcript.Transcript) string {
	if t.Media == nil {
		return ""
	}
	switch kind, _, _ := strings.Cut(t.Media.Type, "/"); kind {
	case "audio", "video":
		return kind
	}
	return ""
}

// plays reports whether the turns have times and a player is available, so that a press
// on a turn's time plays the recording from there.
func (o Options) plays(t *transcript.Transcript) bool {
	return hasTimes(t) && (o.Player == PagePlayer || playedBy(t) != "")
}

// hasTimes reports whether the turns of t have times.
func hasTimes(t *transcript.Transcript) bool {
	return t.Timing == transcript.TimingTurn || t.Timing == transcript.TimingWord
}

// appendPlayTime appends the start time of turn i. If a recording can be played, the
// time is a link. When a reader presses the link, the program in the browser plays the
// recording from that time. If the program does not run, the browser follows the link.
// Then the link opens the recording's file at that time (Media Fragments URI 1.0,
// section 4.2.1). If the article around the timeline plays the recording in its own
// player, the link opens the turn's page instead of the file.
func appendPlayTime(dst []byte, t *transcript.Transcript, o Options, i int) []byte {
	ms, ok := t.Turns[i].Start.Millis()
	if !ok || !hasTimes(t) {
		return dst
	}
	if !o.plays(t) {
		dst = append(dst, ` <span class="time">`...)
		dst = appendClock(dst, ms)
		return append(dst, `</span>`...)
	}
	before, _, after := messages.Hole(o.words().Say(messages.PlayFrom))
	dst = append(dst, ` <a class="time" data-act="play" data-n="`...)
	dst = appendInt(dst, i+1)
	dst = append(dst, `" href="`...)
	dst = appendPlace(dst, t, o, i, ms)
	dst = append(dst, `">`...)
	dst = appendIcon(dst, "play")
	dst = appendUnseen(dst, before)
	dst = appendClock(dst, ms)
	dst = appendUnseen(dst, after)
	return append(dst, `</a>`...)
}

func appendPlace(dst []byte, t *transcript.Transcript, o Options, i int, ms int64) []byte {
	if o.Player == PagePlayer {
		return appendTurnURL(dst, t, i, o)
	}
	url, _, _ := strings.Cut(t.Media.URL, "#")
	dst = appendEscaped(dst, url)
	dst = append(dst, "#t="...)
	return appendSeconds(dst, max(0, ms))
}

// appendClock appends a position in the recording, as in "1:02:03". The datetime
// attribute gives the same time as a duration for programs (HTML Living Standard,
// section 2.3.5.9).
func appendClock(dst []byte, ms int64) []byte {
	if ms < 0 {
		return messages.AppendClock(dst, ms) // an HTML duration cannot be negative, so there is no datetime attribute
	}
	dst = append(dst, `<time datetime="PT`...)
	dst = appendSeconds(dst, ms)
	dst = append(dst, `S">`...)
	dst = messages.AppendClock(dst, ms)
	return append(dst, `</time>`...)
}

// appendSeconds appends a time in milliseconds as a number of seconds with up to three
// decimals.
func appendSeconds(dst []byte, ms int64) []byte {
	dst = strconv.AppendInt(dst, ms/1000, 10)
	rest := ms % 1000
	if rest == 0 {
		return dst
	}
	dst = append(dst, '.', byte('0'+rest/100))
	if rest%100 != 0 {
		dst = append(dst, byte('0'+rest/10%10))
	}
	if rest%10 != 0 {
		dst = append(dst, byte('0'+rest%10))
	}
	return dst
}

// appendPlayControls appends the buttons that control the recording. They are in the
// strip, the small timeline that stays at the top of the browser window. If there is no
// recording to play, it appends nothing.
func appendPlayControls(dst []byte, t *transcript.Transcript, o Options) []byte {
	if !o.plays(t) {
		return dst
	}
	dst = append(dst, `<button type="button" class="ib pause" data-act="pause" aria-label="`...)
	dst = o.say(dst, messages.Pause)
	dst = append(dst, `">`...)
	dst = appendIcon(dst, "pause")
	dst = appendIcon(dst, "play")
	return append(dst, `</button>`...)
}

// appendFollow appends a button that scrolls to the turn that is being spoken. It is
// for readers who have scrolled away from that turn while the recording plays.
func appendFollow(dst []byte, t *transcript.Transcript, o Options) []byte {
	if !o.plays(t) {
		return dst
	}
	dst = append(dst, `<button type="button" class="follow" data-act="follow" hidden>`...)
	dst = o.say(dst, messages.FollowAgain)
	return append(dst, `</button>`...)
}

// AppendPlayState appends an announcement for screen readers. It says that the
// recording is paused, or that it plays from turn n. If n is 0, it does not name a
// turn.
func AppendPlayState(dst []byte, t *transcript.Transcript, o Options, playing bool, n int) []byte {
	switch {
	case !playing:
		return o.say(dst, messages.Paused)
	case n < 1 || n > len(t.Turns):
		return o.say(dst, messages.Playing)
	}
	dst = o.say(dst, messages.Playing)
	dst = o.comma(dst)
	dst = o.say(dst, messages.TurnAlone, count(n))
	dst = o.comma(dst)
	return appendEscaped(dst, o.speakerName(t, n-1))
}
