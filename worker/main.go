// The worker program is the edge endpoint on Cloudflare Workers. Built for any
// other platform it serves the same handlers on $PORT, without files and database:
// enough to debug them.
package main

import (
	"errors"
	"log"

	"quoteline/worker/shim"
	"quoteline/worker/store"
)

// version is the revision that was built; worker/build.sh sets it.
var version = "dev"

func main() {
	transcripts, err := store.Default()
	if err != nil {
		log.Fatal(err)
	}
	serve(newHandler(published(transcripts), version, logFault))
}

// logFault records a fault of the server. A request that turned out to need I/O
// is not one: it is about to be answered in the other way.
func logFault(err error) {
	if !errors.Is(err, shim.ErrNeedsIO) {
		log.Print(err)
	}
}
