// The worker program is the edge endpoint on Cloudflare Workers.
//
// A build for any other platform serves the same handlers on localhost:$PORT, for
// debugging. It has only the compiled-in transcripts: no database, and no files such as
// the widget.
package main

import (
	"log"

	"quoteline/worker/store"
)

// version is the revision from which the program was built. worker/compile.sh sets it
// with -ldflags.
var version = "dev"

func main() {
	transcripts, err := store.Default()
	if err != nil {
		log.Fatal(err)
	}
	serve(newHandler(published(transcripts), version, logFault))
}
