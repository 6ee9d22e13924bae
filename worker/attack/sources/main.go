// The program sources writes one file for each kind of source that is meant to cause as
// much work as possible. "make attack" uploads these files to the Worker.
//
//	go run ./worker/attack/sources FOLDER BYTES
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"quoteline/shared/ingest/hostile"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "sources:", err)
		os.Exit(1)
	}
}

// run writes the files into the folder args[0]. Each has at most args[1] bytes.
func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: sources FOLDER BYTES")
	}
	size, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	for i, kind := range hostile.Kinds() {
		source := kind.Source(size)
		name := filepath.Join(args[0], fmt.Sprintf("%03d %s", i, kind.Name))
		if err := os.WriteFile(name, []byte(source[:min(size, len(source))]), 0o600); err != nil {
			return err
		}
	}
	return nil
}
