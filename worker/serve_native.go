//go:build !js

package main

import (
	"cmp"
	"log"
	"net/http"
	"os"
)

// serve answers requests on localhost. The port is in the variable PORT, by default
// 8787. serve does not return.
func serve(h http.Handler) {
	log.Fatal(http.ListenAndServe("localhost:"+cmp.Or(os.Getenv("PORT"), "8787"), h))
}
