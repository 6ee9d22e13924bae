//go:build js && wasm

package dom

import "github.com/hack-pad/safejs"

// Versions reads the texts of a turn in earlier versions of a transcript from the
// endpoint, the newest first. Address is the transcript's address, turn the turn's id,
// and version the number of the present version. Versions calls said with each text,
// until said returns true or it has read as many versions as most allows.
//
// Changed is the date at which the text was replaced (RFC 3339), "" if it is not known.
// At the end Versions calls done, unless the scope is released before.
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

// Nearest asks the endpoint which turn is nearest to a removed one. Address is the
// removed turn's address, and turn its id. It calls done with the id of the nearest turn,
// or "" if the endpoint knows none, unless the scope is released before.
func (s *Scope) Nearest(address, turn string, done func(id string, err error)) {
	s.then(must(s.host.v.Call("nearest", address, turn)), func(v safejs.Value, err error) {
		if !s.released {
			done(text(v), err)
		}
	})
}
