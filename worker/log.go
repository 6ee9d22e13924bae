package main

import (
	"encoding/json"
	"errors"
	"os"

	"quoteline/worker/shim"
)

// logFault writes a server error as a line of JSON. The line has the same form as the
// lines that worker/shim/log.mjs writes. logFault ignores [shim.ErrNeedsIO]: that error
// only causes the request to be answered a second time, in a mode in which I/O is
// possible.
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
