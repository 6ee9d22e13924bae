//go:build js && wasm && tinygo

package main

import (
	"runtime"
	_ "unsafe" // for go:linkname
)

// The program never blocks: it does its work in callbacks, each of which runs to
// its end. So TinyGo builds it without a scheduler, which halves its size (no
// function has to be able to pause) and spares a goroutine for every event. What
// TinyGo's runtime leaves out then, stands here: the loader calls start in place
// of main, and JavaScript calls resume for every callback.
//
// Nor does any function have to tell the collector which pointers it holds, another
// quarter: memory is collected when the last one has returned.

//go:wasmexport start
func start() { serve() }

//go:wasmexport resume
func resume() {
	depth++
	handleEvent()
	depth--
	if depth == 0 {
		runtime.GC() // if it is worth it, see build/tinygo/runtime
	}
}

// collect is called by the loader when it has nothing else to do.
//
//go:wasmexport collect
func collect() { collectEarly() }

//go:linkname collectEarly runtime.collectEarly
func collectEarly()

// depth counts the callbacks under way: what one does to the page may call another.
var depth int

// handleEvent runs the callback that wasm_exec.js has made pending.
//
//go:linkname handleEvent syscall/js.handleEvent
func handleEvent() bool
