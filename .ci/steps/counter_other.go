//go:build !js

package main

// taken returns 0, because only the WebAssembly build counts its steps. This build is
// for "go vet" and for the test that compares the list of probes with the packages.
func taken() int64 { return 0 }
