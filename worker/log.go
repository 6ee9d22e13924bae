package main

import (
	"encoding/json"
	"errors"
	"os"

	"quoteline/worker/shim"
)

// logFault records a fault of the server as a line of JSON, like those of
// worker/shim/log.mjs. A request that turned out to need I/O is not one: it is
// about to be answered in another way.
func logFault(err error) {
	if errors.Is(err, shim.ErrNeedsIO) {
		return
	}
	// Strings always encode.
	line, _ := json.Marshal(struct {
		Event   string `json:"event"`
		Message string `json:"message"`
	}{"fault", err.Error()})
	os.Stderr.Write(append(line, '\n'))
}
