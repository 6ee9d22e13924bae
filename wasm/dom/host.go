//go:build js && wasm

package dom

import (
	"errors"

	"github.com/hack-pad/safejs"
)

// hostName is the global variable under which the loader hands itself over. It exists
// only while the program starts.
const hostName = "__quoteline"

// Host is the loader's side: the functions that catch exceptions.
type Host struct {
	v safejs.Value
}

// Open takes what the loader hands over. It must be called while main runs for the first
// time, before it blocks.
func Open() (Host, error) {
	v := must(safejs.Global().Get(hostName))
	if v.Type() != safejs.TypeObject {
		return Host{}, errors.New("quoteline: started without its loader")
	}
	return Host{v}, nil
}

// Program is a mounted widget as JavaScript drives it. It is a struct of functions: for
// a value in an interface TinyGo adds the descriptions of all types that its fields lead
// to, which were 7 KB brotli.
type Program struct {
	// Unmount releases every listener; the markup stays.
	Unmount func()
	// GoTo shows and scrolls to the turn with that id, if there is one.
	GoTo func(id string) bool
	// Filter shows what a script asks for; the rest stays as it is.
	Filter func(Wishes)
	// Attribute takes the new value of an attribute of the element, "" for none.
	Attribute func(name, value string)
	// HTML returns the markup of the present view.
	HTML func() string
}

// Wishes returns a member of an object by its name; ok is false if it is missing.
type Wishes func(name string) (value string, ok bool)

// Mounting is what the loader hands over for one element.
type Mounting struct {
	Root    Element // the shadow root's container
	JSON    []byte  // the transcript
	Options Options
}

// Options are the surroundings and the attributes of an element. Each is a string of the
// same name in the loader's object, in lower case; "" if it is missing.
type Options struct {
	Base    string // origin of the edge endpoint
	Nth     int    // which of the page's elements this is, counting from 1
	Turn    string // id of the turn that the markup shows as linked
	Speaker string // ids of the speakers that are shown, delimited by commas or spaces
	Topic   string // id of the topic that is shown
	Q       string // the search
	For     string // id of the page's player
	Words   string // the words of the markup's language, as messages.Parse reads them; "" for English
}

func optionsOf(object safejs.Value) Options {
	option := func(name string) string { return text(must(object.Get(name))) }
	return Options{
		Base:    option("base"),
		Nth:     number(option("nth")),
		Turn:    option("turn"),
		Speaker: option("speaker"),
		Topic:   option("topic"),
		Q:       option("q"),
		For:     option("for"),
		Words:   option("words"),
	}
}

// Serve gives the loader the function that mounts a widget, mount(root, json, options).
// Root is an element or shadow root, json a Uint8Array, and options an object, see
// [Options]. Mount returns a function that does one step at each call, and returns null
// while there is more to do. At last it returns an object with the methods of [Program], or
// a string with the reason why there is none. Called with an argument it gives up.
func (h Host) Serve(mount func(Mounting) func() (*Program, error)) {
	fn := must(safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		json := make([]byte, must(args[1].Length()))
		must(safejs.CopyBytesToGo(json, args[1]))
		next := mount(Mounting{Root: Element{args[0]}, JSON: json, Options: optionsOf(args[2])})
		// The loader stops calling step after an object, a string, or a call with an
		// argument, so step is released there.
		var step safejs.Func
		step = must(safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
			if len(args) > 0 {
				step.Release()
				return nil
			}
			p, err := next()
			if p == nil && err == nil {
				return nil
			}
			step.Release()
			if err != nil {
				return err.Error()
			}
			return handle(p)
		}))
		return step.Value()
	}))
	check(h.v.Set("mount", fn.Value()))
}

// handle wraps p for JavaScript. Its functions exist until unmount is called.
func handle(p *Program) safejs.Value {
	object := must(safejs.ValueOf(map[string]any{}))
	var funcs []safejs.Func
	export := func(name string, f func(args []safejs.Value) any) {
		fn := must(safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any { return f(args) }))
		funcs = append(funcs, fn)
		check(object.Set(name, fn.Value()))
	}
	export("goTo", func(args []safejs.Value) any {
		return len(args) > 0 && p.GoTo(text(args[0]))
	})
	// A wish that is missing or no string is none: filter({q: "board"}) keeps the speakers.
	export("filter", func(args []safejs.Value) any {
		p.Filter(func(name string) (string, bool) {
			v := must(args[0].Get(name))
			return text(v), v.Type() == safejs.TypeString
		})
		return nil
	})
	export("attribute", func(args []safejs.Value) any {
		p.Attribute(text(args[0]), text(args[1]))
		return nil
	})
	export("html", func([]safejs.Value) any { return p.HTML() })
	export("unmount", func([]safejs.Value) any {
		p.Unmount()
		for _, fn := range funcs {
			fn.Release()
		}
		return nil
	})
	return object
}

// Dispatch dispatches a custom event at the element whose shadow root holds e. That
// happens when the present call of the program has ended, so that a listener may call the
// program.
func (h Host) Dispatch(e Element, event string, detail map[string]any) {
	must(h.v.Call("tell", e.v, event, detail))
}

// try calls a catching function of the loader: get or call.
func (h Host) try(name string, args ...any) (safejs.Value, error) {
	answer := must(h.v.Call(name, args...))
	value := must(answer.Index(1))
	if ok := must(must(answer.Index(0)).Bool()); !ok {
		return safejs.Undefined(), errors.New(text(value))
	}
	return value, nil
}

// must returns v. An error means that a call has failed that cannot fail: it ends the
// program, and the loader shows the server's markup.
func must[T any](v T, err error) T {
	check(err)
	return v
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

// text returns the string v, "" if v is no string.
func text(v safejs.Value) string {
	if v.Type() != safejs.TypeString {
		return ""
	}
	return must(v.String())
}
