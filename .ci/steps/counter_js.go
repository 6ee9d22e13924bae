package main

// taken returns how many steps the program has made since its start. A step is a call of
// a function or one round of a loop. The WebAssembly module counter.wat implements taken,
// and run.sh links the module.
//
//go:wasmimport steps taken
func taken() int64
