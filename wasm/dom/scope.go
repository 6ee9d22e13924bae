//go:build js && wasm

package dom

import (
	"errors"

	"github.com/hack-pad/safejs"
)

// Scope holds the listeners, timers and watchers of a widget. When the widget ends,
// [Scope.Release] releases all of them.
type Scope struct {
	host     Host
	releases []func()
	released bool
}

// NewScope returns a scope that has no listeners, timers or watchers yet.
func (h Host) NewScope() *Scope { return &Scope{host: h} }

// Listen calls f for every event of the given type at the target, until the scope s is
// released, as when the widget ends. If f panics, which ends the program, the loader
// (web/program.js) notices this and shows the server's markup again.
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
	call safejs.Value // a JavaScript function that calls fn and notices if fn panics
	set  bool
}

// NewTimer returns a timer that calls f after [Timer.Start]. If the scope s is
// released, as when the widget ends, the timer stops.
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

// Start makes the timer call its function after ms milliseconds. If the timer is
// already running, it begins anew.
func (t *Timer) Start(ms int) {
	t.Stop()
	t.id = must(safejs.Global().Call("setTimeout", t.call, ms))
	t.set = true
}

// Running reports whether the timer is started and has not yet called its function.
func (t *Timer) Running() bool { return t.set }

// Stop stops the timer, so that it does not call its function. It does nothing if the
// timer is not running.
func (t *Timer) Stop() {
	if t.set {
		must(safejs.Global().Call("clearTimeout", t.id))
		t.set = false
	}
}

// Release removes all listeners, timers and watchers of the scope. The scope must not
// be used afterwards.
func (s *Scope) Release() {
	for _, release := range s.releases {
		release()
	}
	s.releases = nil
	s.released = true
}

// then waits for a promise. It calls done when the promise is fulfilled or rejected. It
// does so even if the scope s has been released meanwhile, as when the widget ends. The
// reason is that done may have to free Go functions that were passed to JavaScript.
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
