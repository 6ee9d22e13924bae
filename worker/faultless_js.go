//go:build js && wasm && !faults

package main

import "net/http"

// withFaults returns the handler unchanged. In the build for tests, another function of
// this name adds addresses that cause faults: see faults_js.go.
func withFaults(h http.Handler) http.Handler { return h }
