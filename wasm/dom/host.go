//go:build js && wasm

package dom

import (
	"errors"

	"github.com/hack-pad/safejs"
)

// hostName is the name of a global JavaScript variable. Its value is an object with the
// functions of the loader (web/program.js) that Go calls. The variable exists only
// while the program starts.
const hostName = "__quoteline"

// Host is an object with functions of the loader, web/program.js, that Go calls. These
// functions catch JavaScript exceptions.
type Host struct {
	v safejs.Value
}

// Open returns the functions of the loader (web/program.js), which are in a global
// variable. It fails if there is no such variable. The loader removes the variable when
// main blocks, so Open must be called at the start of main.
func Open() (Host, error) {
	v := must(safejs.Global().Get(hostName))
	if v.Type() != safejs.TypeObject {
		return Host{}, errors.New("quoteline: started without its loader")
	}
	return Host{v}, nil
}

// Program is a widget that has been started (mounted) in an element, with the functions
// that JavaScript calls. It is a struct of functions, not an interface. For an
// interface, TinyGo adds descriptions of all types in the widget's fields, which were 7
// KB of the program after Brotli compression.
type Program struct {
	// Unmount removes every listener. The markup remains in the page.
	Unmount func()
	// GoTo shows the turn with this id and scrolls to it. It returns false if there is
	// no such turn.
	GoTo func(id string) bool
	// Filter applies the filter criteria that a script of the page sets. The other
	// criteria do not change.
	Filter func(Criteria)
	// Attribute applies the new value of an attribute of the <quote-timeline> element.
	// The value is "" if the attribute was removed.
	Attribute func(name, value string)
	// HTML returns the markup of what the widget shows now.
	HTML func() string
}

// Criteria is a function that returns the value of one filter criterion, which a script
// of the page sets. The argument name is "speaker", "topic", "q" (the words to search
// for) or "only" (with the value "true", only turns with a hit are shown). The result ok
// is false if the script does not set this criterion.
type Criteria func(name string) (value string, ok bool)

// Mounting is what the loader (web/program.js) passes to Go in order to start (mount)
// the widget in one element.
type Mounting struct {
	Root    Element // the shadow root of the <quote-timeline> element
	JSON    []byte  // the transcript as JSON
	Options Options
}

// Options describe the <quote-timeline> element in which a widget starts. The loader
// (web/program.js) passes an object of strings. Each field has the value of the string
// with the same name in lower case. If the string is missing, the field is "", or -1
// for Nth.
type Options struct {
	Base    string // origin of the server with the transcripts
	Nth     int    // position among the timeline elements of the page, counting from 1
	Turn    string // id of the turn in the <quote-timeline> element's attribute turn; the markup marks this turn
	Speaker string // ids of the speakers that are shown, delimited by commas or spaces; "" for all
	Topic   string // id of the topic that is shown; "" for all
	Q       string // the words to search for
	For     string // id of the <audio> or <video> in the page that plays the recording; "" if the <quote-timeline> element itself has a player
	Address string // "none" if the widget must neither read nor write the page's address
	Words   string // the texts of the interface in its language, as messages.Parse reads them; "" for English
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
		Address: option("address"),
		Words:   option("words"),
	}
}

// Serve passes to the loader (web/program.js) the function mount(root, json, options),
// which starts (mounts) a widget. Root is a shadow root or an element, json a
// Uint8Array, and options an object of strings, see [Options].
//
// Mount returns a function, step. Each call of step does a part of the work, and
// returns null while there is more to do. At the end it returns an object with the
// methods of [Program], or a string that says why the transcript cannot be shown. If
// the loader calls step with an argument, the work ends early.
func (h Host) Serve(mount func(Mounting) func() (*Program, error)) {
	fn := must(safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		json := make([]byte, must(args[1].Length()))
		must(safejs.CopyBytesToGo(json, args[1]))
		next := mount(Mounting{Root: Element{args[0]}, JSON: json, Options: optionsOf(args[2])})
		// The loader (web/program.js) never calls step again in two cases: step
		// has returned an object or a string, or the loader has called it with
		// an argument. In both cases step.Release frees the memory of the
		// function.
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

// handle returns a JavaScript object with the functions of the mounted widget p. The
// functions must not be called after unmount.
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
	// If the object has no string for a filter criterion, the criterion does not
	// change. For example, filter({q:"board"}) does not change the chosen speakers.
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
// contains e. It does so after the running Go function has returned to JavaScript, so
// that a listener may call the program.
func (h Host) Dispatch(e Element, event string, detail map[string]any) {
	must(h.v.Call("tell", e.v, event, detail))
}

// get returns a property of a JavaScript object. Reading the property may throw an
// exception. Then get returns the text of the exception as an error.
func (h Host) get(object safejs.Value, key string) (safejs.Value, error) {
	answer := must(h.v.Call("get", object, key))
	value := must(answer.Index(1))
	if ok := must(must(answer.Index(0)).Bool()); !ok {
		return safejs.Undefined(), errors.New(text(value))
	}
	return value, nil
}

// must returns v, and panics if err is not nil. It is for calls that cannot fail. If
// one fails all the same, the panic ends the program, and the loader (web/program.js)
// shows the server's markup again.
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
