//go:build !js

package main

// taken returns 0, because only the WebAssembly build of this program counts its steps.
// The native build exists for "go vet" and for TestEveryFunctionIsProbed.
func taken() int64 { return 0 }
