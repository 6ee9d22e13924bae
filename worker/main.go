// The worker program is the server (the edge endpoint) that runs on Cloudflare Workers.
//
// It can also be built for other platforms, for debugging. Then it serves the same
// addresses on localhost:$PORT. That build has only the transcripts that are compiled
// in. It has no database, and no static files such as the browser program.
package main

import (
	"log"

	"quoteline/worker/store"
)

// version says from which Git revision the program was built. worker/compile.sh sets it
// with the linker option -ldflags.
var version = "dev"

func main() {
	transcripts, err := store.Default()
	if err != nil {
		log.Fatal(err)
	}
	serve(newHandler(published(transcripts), version, logFault))
}
