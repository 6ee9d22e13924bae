//go:build js && wasm

package dom

import (
	"errors"

	"github.com/hack-pad/safejs"
)

// hostName is the global variable with the functions of the loader, web/program.js. The
// loader sets the variable only while the program starts.
const hostName = "__quoteline"

// Host is the object with the loader's functions, which catch JavaScript exceptions.
type Host struct {
	v safejs.Value
}

// Open returns the loader's functions. It must be called at the start of main, before
// main blocks, since the loader then removes the global variable. It fails if there is no
// such variable.
func Open() (Host, error) {
	v := must(safejs.Global().Get(hostName))
	if v.Type() != safejs.TypeObject {
		return Host{}, errors.New("quoteline: started without its loader")
	}
	return Host{v}, nil
}

// Program is a mounted widget as JavaScript uses it. It is a struct of functions and no
// interface: for a value in an interface TinyGo adds the descriptions of all types of the
// value's fields, which were 7 KB of the program after Brotli compression.
type Program struct {
	// Unmount removes every listener; the markup stays.
	Unmount func()
	// GoTo shows the turn with that id and scrolls to it. It reports whether there is
	// such a turn.
	GoTo func(id string) bool
	// Filter applies the filter criteria that a script of the page sets. The other
	// criteria stay as they are.
	Filter func(Criteria)
	// Attribute applies the new value of an attribute of the element, "" if it was removed.
	Attribute func(name, value string)
	// HTML returns the markup of what the widget shows now.
	HTML func() string
}

// Criteria returns one of the filter criteria that a script sets, by its name: speaker,
// topic, q (the words to search for) or only ("true" for only the turns with a hit). Ok
// is false if the script does not set it.
type Criteria func(name string) (value string, ok bool)

// Mounting is the input for mounting one element, which the loader passes in.
type Mounting struct {
	Root    Element // the element's shadow root
	JSON    []byte  // the transcript
	Options Options
}

// Options describe an element's attributes and surroundings. Each field comes from a
// string of the loader's object with the same name in lower case. If the string is
// missing, the field is "", and Nth is -1.
type Options struct {
	Base    string // origin of the edge endpoint
	Nth     int    // which of the page's elements this is, counting from 1
	Turn    string // id of the turn that the element names; the markup marks it
	Speaker string // ids of the speakers that are shown, delimited by commas or spaces
	Topic   string // id of the topic that is shown
	Q       string // the words to search for
	For     string // id of the page's <audio> or <video>, "" if the element has its own
	Words   string // the interface's texts in the markup's language, as messages.Parse reads them; "" for English
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

// Serve gives the loader the function mount(root, json, options), which mounts a widget.
// Root is a shadow root or an element, json a Uint8Array, and options an object of
// strings, see [Options].
//
// Mount returns a function, step, that does a part of the work at each call. Step returns
// null while there is more to do. At the end it returns an object with the methods of
// [Program], or a string with the reason why the transcript cannot be shown. A call with
// an argument ends the work early.
func (h Host) Serve(mount func(Mounting) func() (*Program, error)) {
	fn := must(safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		json := make([]byte, must(args[1].Length()))
		must(safejs.CopyBytesToGo(json, args[1]))
		next := mount(Mounting{Root: Element{args[0]}, JSON: json, Options: optionsOf(args[2])})
		// The loader does not call step again after it has returned an object or a string, or
		// has been called with an argument. So step is released in these cases.
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

// handle returns an object with the functions of p for JavaScript. The functions exist
// until unmount is called.
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
	// A filter criterion that is missing or is no string stays as it is: for example,
	// filter({q:"board"}) keeps the chosen speakers.
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

// Dispatch dispatches a custom event at the <quote-timeline> element whose shadow root
// contains e. It waits until the running call of the program has ended, so that a
// listener may call the program.
func (h Host) Dispatch(e Element, event string, detail map[string]any) {
	must(h.v.Call("tell", e.v, event, detail))
}

// try calls get or call, the loader's functions that catch exceptions, and returns the
// exception's text as an error.
func (h Host) try(name string, args ...any) (safejs.Value, error) {
	answer := must(h.v.Call(name, args...))
	value := must(answer.Index(1))
	if ok := must(must(answer.Index(0)).Bool()); !ok {
		return safejs.Undefined(), errors.New(text(value))
	}
	return value, nil
}

// must returns v, and panics if there is an error. It is for calls that cannot fail. If one
// fails all the same, the panic ends the program, and the loader shows the server's markup.
func must[T any](v T, err error) T {
	check(err)
	return v
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

// text returns v if it is a string, and "" otherwise.
func text(v safejs.Value) string {
	if v.Type() != safejs.TypeString {
		return ""
	}
	return must(v.String())
}
