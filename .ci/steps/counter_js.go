package main

// taken returns the steps since the start of the program. The module counter.wat has
// this function, and run.sh links it.
//
//go:wasmimport steps taken
func taken() int64
