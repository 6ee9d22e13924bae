//go:build js && wasm && tinygo

package main

import _ "unsafe" // for go:linkname

// The program never blocks: it does its work in callbacks, each of which runs to
// its end. So TinyGo builds it without a scheduler, which halves its size (no
// function has to be able to pause) and spares a goroutine for every event. What
// TinyGo's runtime leaves out then, stands here: the loader calls start in place
// of main, and JavaScript calls resume for every callback.

//go:wasmexport start
func start() { serve() }

//go:wasmexport resume
func resume() { handleEvent() }

// handleEvent runs the callback that wasm_exec.js has made pending.
//
//go:linkname handleEvent syscall/js.handleEvent
func handleEvent() bool
