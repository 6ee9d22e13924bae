// Command quoteline reads transcripts for newsroom scripts.
//
//	quoteline ingest [-meta FILE] [-undo ID] [-apply ID] [-report FILE] FILE|-
//	quoteline snippet [-base URL] [-lang TAG] FILE|-
//	quoteline token [-note TEXT] FILE
//	quoteline words
//
// Ingest reads a source, or standard input for "-". It prints the transcript as JSON
// on standard output, and the report as text on standard error. -report also writes
// the report as JSON to a file. The metadata file has an [ingest.Meta] as JSON. -undo
// and -apply reverse a decision of the report and may be repeated.
//
// Snippet reads such a transcript and prints the HTML that a page embeds. -base is
// the origin of the edge endpoint that serves it. -lang is the language of its links,
// by default that of the transcript.
//
// Token prints a new publisher's token. It writes an SQL statement to the file, which
// adds the token to a database.
//
// Words prints the messages of the interface for the browser program: a JSON object
// with a text for each language except English, which the program contains.
//
// The exit code is 0 for success. It is 1 if the input or the metadata is refused or
// no speaker was found, and 2 if the arguments are wrong or a file cannot be read or
// written.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// Exit codes.
const (
	exitOK      = 0
	exitRefused = 1
	exitUsage   = 2
)

const usage = `usage: quoteline ingest [-meta FILE] [-undo ID] [-apply ID] [-report FILE] FILE|-
       quoteline snippet [-base URL] [-lang TAG] FILE|-
       quoteline token [-note TEXT] FILE
       quoteline words`

// errUsage is the error for wrong arguments.
var errUsage = errors.New(usage)

// refusal is an error in the input, not in the arguments.
type refusal struct{ error }

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run runs a command and returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	command := ""
	if len(args) > 0 {
		command = args[0]
	}
	err := errUsage // for an unknown command or none
	switch command {
	case "ingest":
		err = ingestCommand(args[1:], stdin, stdout, stderr)
	case "snippet":
		err = snippetCommand(args[1:], stdin, stdout)
	case "token":
		err = tokenCommand(args[1:], stdout)
	case "words":
		err = wordsCommand(args[1:], stdout)
	}
	if err == nil {
		return exitOK
	}
	fmt.Fprintln(stderr, "quoteline:", err)
	if errors.As(err, new(refusal)) {
		return exitRefused
	}
	return exitUsage
}
