//go:build js && wasm

package dom

import "github.com/hack-pad/safejs"

// Watcher observes elements, and reports when one of them enters or leaves the
// viewport.
type Watcher struct {
	v safejs.Value
}

// Sight is a watcher's report that an element has entered or left the viewport. N is the
// number that the caller has chosen for the element. Inside is true if the element has
// entered the viewport, and false if it has left the viewport.
type Sight struct {
	N      int
	Inside bool
}

// NewWatcher returns a watcher. The watcher calls f when elements enter or leave the
// viewport, until the scope s is released, as when the widget ends. The argument margin
// makes the viewport larger or smaller for this purpose; it is the rootMargin of an
// IntersectionObserver. The slice that f receives is valid only during the call.
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

// Add makes the watcher observe an element, which has the number n in its reports. The
// watcher reports only changes. The argument inside says whether the element counts as
// inside the viewport at first.
func (w Watcher) Add(e Element, n int, inside bool) { must(w.v.Call("add", e.v, n, inside)) }

// AddList makes the watcher observe all elements of a list. The number of an element in
// reports is its position in the list, from 0. The elements are assumed to be outside
// the viewport at first.
func (w Watcher) AddList(l List) { must(w.v.Call("addList", l.v)) }

// AddChildren makes the watcher observe the children of e, which have the numbers n, n
// + 1 and so on in its reports. Earlier children of e, which a change of the markup has
// removed, are no longer observed. The children are assumed to be outside the viewport
// at first.
func (w Watcher) AddChildren(e Element, n int) { must(w.v.Call("addChildren", e.v, n)) }

// DropChildren makes the watcher stop observing the children of e, see
// [Watcher.AddChildren].
func (w Watcher) DropChildren(e Element) { must(w.v.Call("dropChildren", e.v)) }

// Idle is a task that the browser does in small steps while it has nothing else to do.
type Idle struct {
	v safejs.Value
}

// NewIdle returns a task, which [Idle.Start] starts. The browser calls step whenever it
// is idle, until step returns false or the scope s is released, as when the widget ends.
func (s *Scope) NewIdle(step func() bool) Idle {
	fn := must(safejs.FuncOf(func(safejs.Value, []safejs.Value) any { return step() }))
	idle := Idle{must(s.host.v.Call("idle", fn.Value()))}
	s.releases = append(s.releases, func() {
		must(idle.v.Call("end"))
		fn.Release()
	})
	return idle
}

// Start starts the task. If the task is already running, Start does nothing.
func (i Idle) Start() { must(i.v.Call("start")) }
