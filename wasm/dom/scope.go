//go:build js && wasm

package dom

import (
	"errors"

	"github.com/hack-pad/safejs"
)

// Scope holds listeners, timers and watchers that are released together.
type Scope struct {
	host     Host
	releases []func()
	released bool
}

// NewScope returns an empty scope.
func (h Host) NewScope() *Scope { return &Scope{host: h} }

// Listen calls f on every event of that type at the target, until the scope is released.
// The loader watches the calls: if f ends the program by a panic, the loader shows the
// server's markup again.
func (s *Scope) Listen(target Element, event string, f func(Event)) {
	fn := must(safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		f(Event{args[0]})
		return nil
	}))
	off := must(s.host.v.Call("listen", target.v, event, fn.Value()))
	s.releases = append(s.releases, func() {
		must(off.Invoke())
		fn.Release()
	})
}

// Timer calls a function once, after a delay.
type Timer struct {
	id   safejs.Value
	fn   safejs.Func
	call safejs.Value // fn, wrapped so that the loader notices a panic
	set  bool
}

// NewTimer returns a timer for f that is not started. Releasing the scope stops the timer.
func (s *Scope) NewTimer(f func()) *Timer {
	t := &Timer{}
	t.fn = must(safejs.FuncOf(func(safejs.Value, []safejs.Value) any {
		t.set = false
		f()
		return nil
	}))
	t.call = must(s.host.v.Call("guarded", t.fn.Value()))
	s.releases = append(s.releases, func() {
		t.Stop()
		t.fn.Release()
	})
	return t
}

// Start calls the timer's function after ms milliseconds. It cancels a call that an
// earlier Start has scheduled.
func (t *Timer) Start(ms int) {
	t.Stop()
	t.id = must(safejs.Global().Call("setTimeout", t.call, ms))
	t.set = true
}

// Running reports whether the timer is started and has not yet called its function.
func (t *Timer) Running() bool { return t.set }

// Stop cancels the call that Start has scheduled, if any.
func (t *Timer) Stop() {
	if t.set {
		must(safejs.Global().Call("clearTimeout", t.id))
		t.set = false
	}
}

// Release releases all that the scope holds. The scope must not be used afterwards.
func (s *Scope) Release() {
	for _, release := range s.releases {
		release()
	}
	s.releases = nil
	s.released = true
}

// then calls done when the promise is fulfilled or rejected. It calls done even if the scope is
// released by then, because done has to release the functions that the call used.
func (s *Scope) then(promise safejs.Value, done func(safejs.Value, error)) {
	var ended safejs.Func
	ended = must(safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		ended.Release()
		var err error
		if failure := text(args[1]); failure != "" {
			err = errors.New(failure)
		}
		done(args[0], err)
		return nil
	}))
	must(s.host.v.Call("settle", promise, ended.Value()))
}
