//go:build !js

package main

import (
	"cmp"
	"log"
	"net/http"
	"os"
)

// serve listens on $PORT, by default 8787, and does not return.
func serve(h http.Handler) {
	log.Fatal(http.ListenAndServe("localhost:"+cmp.Or(os.Getenv("PORT"), "8787"), h))
}
