//go:build js && wasm

package dom

import "github.com/hack-pad/safejs"

// Media is a player of the page, an <audio> or <video>, or none.
type Media struct {
	Element
	host Host
}

// Media returns the player with that id around the element whose shadow root
// holds root; without an id, the one inside that shadow root.
func (h Host) Media(root Element, id string) Media {
	return Media{Element{must(h.v.Call("media", root.v, id))}, h}
}

// Playing reports whether it plays.
func (m Media) Playing() bool {
	return m.Exists() && !must(must(m.v.Get("paused")).Bool())
}

// Failed reports whether it cannot play what it was given.
func (m Media) Failed() bool { return must(m.v.Get("error")).Type() == safejs.TypeObject }

// Position returns the time of the recording in milliseconds.
func (m Media) Position() int64 {
	return int64(must(must(m.v.Get("currentTime")).Float()) * 1000)
}

// GoTo goes to a time of the recording in milliseconds.
func (m Media) GoTo(ms int64) { check(m.v.Set("currentTime", float64(ms)/1000)) }

// Play begins to play. Its events report whether it does.
func (m Media) Play() { must(m.host.v.Call("play", m.v)) }

// Pause ends playing for now.
func (m Media) Pause() { must(m.v.Call("pause")) }
