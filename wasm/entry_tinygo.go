//go:build js && wasm && tinygo

package main

import (
	"runtime"
	_ "unsafe" // for go:linkname
)

// The program never blocks: it does its work in callbacks, each of which runs to its end.
// So TinyGo builds it without a scheduler. That halves its size, because no function has
// to be able to pause, and saves a goroutine for every event. This file adds what TinyGo's
// runtime leaves out then: the loader calls start instead of main, and JavaScript calls
// resume for every callback.
//
// Memory is collected when the last callback has returned. So no function has to keep a
// list of its pointers for the collector, which saves another quarter.

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

// depth counts the callbacks under way: a callback that changes the page may cause another.
var depth int

// handleEvent runs the callback that wasm_exec.js has made pending.
//
//go:linkname handleEvent syscall/js.handleEvent
func handleEvent() bool
