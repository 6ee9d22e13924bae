//go:build js && wasm && !faults

package main

import "net/http"

// withFaults returns h unchanged. The build for tests has the function in faults_js.go
// instead.
func withFaults(h http.Handler) http.Handler { return h }
