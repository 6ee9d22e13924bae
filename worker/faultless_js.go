//go:build js && wasm && !faults

package main

import "net/http"

// withFaults adds nothing. The build for tests has another one.
func withFaults(h http.Handler) http.Handler { return h }
