//go:build js && wasm && tinygo

package main

import (
	"runtime"
	_ "unsafe" // for go:linkname
)

// The program never blocks: it works only in callbacks, each of which runs to its end. So
// compile.sh builds it without TinyGo's scheduler. That halves the program, because no
// function has to be able to pause, and saves a goroutine for every event.
//
// Without a scheduler TinyGo's runtime lacks two exports, which this file adds. The loader
// (web/program.js) calls start instead of main, and JavaScript calls resume for every callback.
//
// The garbage collector runs when the last callback has returned. No function holds a
// pointer then, so no function has to keep a list of its pointers for the collector. The
// lists would be a quarter of the program.

//go:wasmexport start
func start() { serve() }

//go:wasmexport resume
func resume() {
	depth++
	handleEvent()
	depth--
	if depth == 0 {
		runtime.GC() // collects only if enough memory is in use, see build/tinygo/runtime
	}
}

// collect runs the garbage collector early, so that few callbacks have to. The loader
// calls it while the browser is idle.
//
//go:wasmexport collect
func collect() { collectEarly() }

//go:linkname collectEarly runtime.collectEarly
func collectEarly()

// depth is the number of callbacks that are running: a callback that changes the page may
// cause another one before it returns.
var depth int

// handleEvent is the function of package syscall/js that runs the pending callback. The
// script wasm_exec.js has stored that callback before it calls resume.
//
//go:linkname handleEvent syscall/js.handleEvent
func handleEvent() bool
