//go:build js && wasm

package dom

import "github.com/hack-pad/safejs"

// Media is an <audio> or <video> element that plays the recording. The zero Media means
// that there is no player.
type Media struct {
	Element
	host Host
}

// Media returns the player of the recording. If id is "", it is the player inside the
// shadow root that contains root. Otherwise it is the player with this id in the page
// that contains the <quote-timeline> element.
func (h Host) Media(root Element, id string) Media {
	return Media{Element{must(h.v.Call("media", root.v, id))}, h}
}

// Playing reports whether m is a player and is playing.
func (m Media) Playing() bool {
	return m.Exists() && !must(must(m.v.Get("paused")).Bool())
}

// Failed reports whether the player could not load or decode the recording.
func (m Media) Failed() bool { return must(m.v.Get("error")).Type() == safejs.TypeObject }

// Position returns the player's position in the recording, in milliseconds.
func (m Media) Position() int64 {
	return int64(must(must(m.v.Get("currentTime")).Float()) * 1000)
}

// GoTo moves the player to a position in the recording, in milliseconds.
func (m Media) GoTo(ms int64) { check(m.v.Set("currentTime", float64(ms)/1000)) }

// Play starts the player. The browser may refuse to play; events of the player report
// whether it plays.
func (m Media) Play() { must(m.host.v.Call("play", m.v)) }

// Pause pauses the player.
func (m Media) Pause() { must(m.v.Call("pause")) }
