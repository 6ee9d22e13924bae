// Command quoteline reads transcripts for the scripts of a newsroom.
//
//	quoteline ingest [-meta FILE] [-undo ID] [-apply ID] [-report FILE] FILE|-
//	quoteline snippet [-base URL] [-lang TAG] FILE|-
//	quoteline token [-note TEXT] FILE
//	quoteline words
//
// Ingest reads a source from FILE, or from standard input for "-". It prints the
// transcript as JSON on standard output. On standard error it prints a report as text:
// how it read the source, and what it decided. -report also writes the report as JSON
// to a file. -meta names a file with an [ingest.Meta] as JSON. -undo and -apply reverse
// a decision of the report: ID is that of the decision. Both may be repeated.
//
// Snippet reads a transcript that ingest printed, and prints the HTML that a page
// embeds. -base is the origin of the edge endpoint that serves the transcript. -lang is
// the language of the links in the HTML, by default that of the transcript.
//
// Token prints a new publisher's token. It writes an SQL statement to FILE, which adds
// the token to a database. -note is a text that says who owns the token.
//
// Words prints the texts of the interface that the browser program needs: a JSON object
// with a text for each language except English, which the program contains.
//
// The exit code is 0 for success. It is 1 if the input or the metadata is refused or no
// speaker was found, and 2 if the arguments are wrong or a file cannot be read or
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

// refusal is an error in the input. It gives the exit code 1, and errors in arguments
// give 2.
type refusal struct{ error }

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run runs the command that args name, and returns its exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	command := ""
	if len(args) > 0 {
		command = args[0]
	}
	err := errUsage // if the command is missing or unknown
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
