package main

import (
	"encoding/json"
	"errors"
	"os"

	"quoteline/worker/shim"
)

// logFault writes a fault of the server as a line of JSON, like the lines of
// worker/shim/log.mjs. It skips [shim.ErrNeedsIO]: after that error the request is
// answered again, on the path with I/O.
func logFault(err error) {
	if errors.Is(err, shim.ErrNeedsIO) {
		return
	}
	// Marshal cannot fail: the struct has only strings.
	line, _ := json.Marshal(struct {
		Event   string `json:"event"`
		Message string `json:"message"`
	}{"fault", err.Error()})
	os.Stderr.Write(append(line, '\n'))
}
