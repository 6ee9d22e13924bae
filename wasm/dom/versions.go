//go:build js && wasm

package dom

import "github.com/hack-pad/safejs"

// Versions reads from the server the texts that a turn had in earlier versions of a
// transcript, the newest first. The argument address is the transcript's address, turn is
// the turn's id, and version is the number of the present version.
//
// Versions calls the function said with each text, and with the date (RFC 3339) at which
// the next version replaced the text. The date is "" if it is unknown. Versions stops
// when said returns true, or when it has read as many versions as the argument most
// allows. Then it calls done. If the scope s is released first, as when the widget ends,
// it does not call done.
func (s *Scope) Versions(address, turn string, version, most int, said func(text, changed string) bool, done func(error)) {
	fn := must(safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		return s.released || said(text(args[0]), text(args[1]))
	}))
	s.then(must(s.host.v.Call("past", address, turn, version, most, fn.Value())), func(_ safejs.Value, err error) {
		fn.Release()
		if !s.released {
			done(err)
		}
	})
}

// Nearest asks the server which turn is nearest to a removed turn. The argument address
// is the removed turn's address, and turn is its id. Nearest calls done with the id of
// the nearest turn, or with "" if the server names none. If the scope s is
// released first, as when the widget ends, it does not call done.
func (s *Scope) Nearest(address, turn string, done func(id string, err error)) {
	s.then(must(s.host.v.Call("nearest", address, turn)), func(v safejs.Value, err error) {
		if !s.released {
			done(text(v), err)
		}
	})
}

// Newest asks the server whether the widget has the newest version of its transcript. The
// argument e is a node in the widget's shadow root. Newest calls done with the answer. If
// there is a newer version, the loader (web/program.js) replaces this widget by a widget
// with that version. If the scope s is released first, as when the widget ends, Newest
// does not call done.
func (s *Scope) Newest(e Element, done func(newest bool, err error)) {
	s.then(must(s.host.v.Call("newest", e.v)), func(v safejs.Value, err error) {
		if !s.released {
			done(err == nil && must(v.Bool()), err)
		}
	})
}
