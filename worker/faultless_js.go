//go:build js && wasm && !faults

package main

import "net/http"

// withFaults adds nothing: faults are for a build of the tests.
func withFaults(h http.Handler) http.Handler { return h }
