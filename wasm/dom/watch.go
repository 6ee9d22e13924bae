//go:build js && wasm

package dom

import "github.com/hack-pad/safejs"

// Watcher watches elements and reports which of them enter or leave the viewport.
type Watcher struct {
	v safejs.Value
}

// Sight is a watcher's report on an element: the number under which the element was
// added, and whether it is now inside the viewport.
type Sight struct {
	N      int
	Inside bool
}

// NewWatcher returns a watcher that calls f when elements enter or leave the viewport,
// until the scope is released. Margin widens or narrows the viewport, as rootMargin does
// for an IntersectionObserver. The watcher reuses the slice that it passes to f.
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

// Add watches an element under the number n. Inside says whether the element is assumed
// to be inside the viewport at first: the watcher reports only changes.
func (w Watcher) Add(e Element, n int, inside bool) { must(w.v.Call("add", e.v, n, inside)) }

// AddList watches all elements of a list, each under its position in the list, from 0.
// They are assumed to be outside the viewport at first.
func (w Watcher) AddList(l List) { must(w.v.Call("addList", l.v)) }

// AddChildren watches the children of an element under the numbers n, n + 1 and so on,
// and stops watching its earlier children. The new ones are assumed to be outside the
// viewport at first.
func (w Watcher) AddChildren(e Element, n int) { must(w.v.Call("addChildren", e.v, n)) }

// DropChildren is the reverse of [Watcher.AddChildren]: the children of e are no
// longer watched.
func (w Watcher) DropChildren(e Element) { must(w.v.Call("dropChildren", e.v)) }

// Idle is work that is done while the browser has nothing else to do.
type Idle struct {
	v safejs.Value
}

// NewIdle returns work that is not started yet. Once it is started, the browser calls
// step when it is idle, until step returns false or the scope is released.
func (s *Scope) NewIdle(step func() bool) Idle {
	fn := must(safejs.FuncOf(func(safejs.Value, []safejs.Value) any { return step() }))
	idle := Idle{must(s.host.v.Call("idle", fn.Value()))}
	s.releases = append(s.releases, func() {
		must(idle.v.Call("end"))
		fn.Release()
	})
	return idle
}

// Start starts the work, unless it has already started and is not finished.
func (i Idle) Start() { must(i.v.Call("start")) }
