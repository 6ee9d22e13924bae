//go:build js && wasm

package dom

import "github.com/hack-pad/safejs"

// Versions reads the text of a turn in versions of a transcript before the present one:
// the newest first, most versions at most, until said reports that the text is the one
// that is looked for. Changed is when the version after it was published (RFC 3339), "" if
// that is not known. It calls done at the end, unless the scope is released before.
// Address is that of the transcript.
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

// Nearest asks which turn is nearest to one that was removed, and calls done with its id,
// "" if the endpoint knows none. Address is that of the removed turn.
func (s *Scope) Nearest(address, turn string, done func(id string, err error)) {
	s.then(must(s.host.v.Call("nearest", address, turn)), func(v safejs.Value, err error) {
		if !s.released {
			done(text(v), err)
		}
	})
}
