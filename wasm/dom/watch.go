//go:build js && wasm

package dom

import "github.com/hack-pad/safejs"

// Watcher reports which elements are inside the viewport.
type Watcher struct {
	v safejs.Value
}

// Sight is what a watcher reports of an element: that it enters the viewport or leaves it.
type Sight struct {
	N      int
	Inside bool
}

// NewWatcher returns a watcher that calls f when elements enter or leave the viewport, as
// the margin changes it (IntersectionObserver's rootMargin), until the scope is released.
// The slice is reused for the next call.
func (s *Scope) NewWatcher(margin string, f func([]Sight)) Watcher {
	var seen []Sight
	fn := must(safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		seen = seen[:0]
		for i := 0; i < len(args); i += 2 {
			seen = append(seen, Sight{must(args[i].Int()), must(args[i+1].Bool())})
		}
		f(seen)
		return nil
	}))
	watcher := Watcher{must(s.host.v.Call("watch", margin, fn.Value()))}
	s.releases = append(s.releases, func() {
		must(watcher.v.Call("end"))
		fn.Release()
	})
	return watcher
}

// Add watches an element under a number. Inside says where it is assumed to be at first.
func (w Watcher) Add(e Element, n int, inside bool) { must(w.v.Call("add", e.v, n, inside)) }

// AddList watches all elements of a list under their positions. They are assumed to be
// outside at first.
func (w Watcher) AddList(l List) { must(w.v.Call("addList", l.v)) }

// AddChildren watches the children of an element, the first under the number n and so on,
// instead of those that it had before. They are assumed to be outside at first.
func (w Watcher) AddChildren(e Element, n int) { must(w.v.Call("addChildren", e.v, n)) }

// DropChildren stops watching the children of an element.
func (w Watcher) DropChildren(e Element) { must(w.v.Call("dropChildren", e.v)) }

// Idle is work that is done while the browser has nothing else to do.
type Idle struct {
	v safejs.Value
}

// NewIdle returns work that is done step by step once it is started, until step
// reports that nothing is left, or until the scope is released.
func (s *Scope) NewIdle(step func() bool) Idle {
	fn := must(safejs.FuncOf(func(safejs.Value, []safejs.Value) any { return step() }))
	idle := Idle{must(s.host.v.Call("idle", fn.Value()))}
	s.releases = append(s.releases, func() {
		must(idle.v.Call("end"))
		fn.Release()
	})
	return idle
}

// Start begins the work, unless it is under way.
func (i Idle) Start() { must(i.v.Call("start")) }
