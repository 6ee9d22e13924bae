// The worker program is the edge endpoint on Cloudflare Workers. Built for any
// other platform it serves the same handlers on $PORT, without files and database:
// enough to debug them.
package main

import (
	"log"

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
