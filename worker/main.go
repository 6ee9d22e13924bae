// The worker program is the edge endpoint on Cloudflare Workers. Built for any other
// platform, it serves the same handlers on $PORT for debugging. Then it has only the
// compiled-in transcripts: no database, and no files such as the widget.
package main

import (
	"log"

	"quoteline/worker/store"
)

// version is the revision that was built; worker/compile.sh sets it.
var version = "dev"

func main() {
	transcripts, err := store.Default()
	if err != nil {
		log.Fatal(err)
	}
	serve(newHandler(published(transcripts), version, logFault))
}
