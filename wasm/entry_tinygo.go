//go:build js && wasm && tinygo

package main

import (
	"runtime"
	_ "unsafe" // for go:linkname
)

// The program consists only of callbacks, and each callback runs to its end without a
// pause. So it needs no goroutines, and compile.sh builds it without TinyGo's scheduler.
// This halves the program's size, because the compiler adds no code for functions that
// can pause.
//
// Without a scheduler, TinyGo's runtime lacks two exports, start and resume, which this
// file adds. The loader (web/program.js) calls start instead of main, and JavaScript
// calls resume for every callback.
//
// The garbage collector runs only when no callback is running. At this time no local
// variable holds a pointer. If the collector ran at other times, every function would
// have to record its pointers for it. The code for that was a quarter of the program's
// size.

//go:wasmexport start
func start() { serve() }

//go:wasmexport resume
func resume() {
	depth++
	handleEvent()
	depth--
	if depth == 0 {
		runtime.GC() // collects only if enough memory is in use, see wasm/build/tinygo/runtime
	}
}

// collect runs the garbage collector early. The loader (web/program.js) calls it while
// the browser is idle, so that the collector has to run less often after callbacks,
// where it would delay the reader.
//
//go:wasmexport collect
func collect() { collectEarly() }

//go:linkname collectEarly runtime.collectEarly
func collectEarly()

// depth is how many callbacks are running now. It can be more than 1: a callback that
// changes the page may cause another callback before the first returns.
var depth int

// handleEvent is the function of package syscall/js that runs a waiting callback. The
// script wasm_exec.js stores the callback and then calls resume.
//
//go:linkname handleEvent syscall/js.handleEvent
func handleEvent() bool
