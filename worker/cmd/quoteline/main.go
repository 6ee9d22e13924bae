// Command quoteline reads transcripts for newsroom scripts.
//
//	quoteline ingest [-meta FILE] [-undo ID] [-apply ID] [-report FILE] FILE|-
//	quoteline snippet [-base URL] [-lang TAG] FILE|-
//	quoteline token [-note TEXT] FILE
//	quoteline words
//
// Ingest prints the transcript as JSON on standard output and the report, for
// reading, on standard error; -report writes the report as JSON to a file as
// well. With "-" it reads standard input. The metadata file holds an
// [ingest.Meta] as JSON; -undo and -apply, which may be repeated, turn the
// report's decisions round.
//
// Snippet reads such a transcript and prints what a page embeds; -base is the
// origin of the edge endpoint that serves it, -lang the language of its links, in
// the place of the transcript's own.
//
// Token prints a new publisher's token, and writes the SQL statement into the
// file that makes it known to a database.
//
// Words prints the words of the interface for the browser program: a JSON object
// with a text for each language but English, which the program holds.
//
// It exits with 0 when all is well, with 1 when the input or the metadata is
// refused or nothing in it says who speaks, and with 2 when it is called
// wrongly or a file cannot be read or written.
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

// errUsage means that the command was called wrongly.
var errUsage = errors.New(usage)

// refusal is an error of the input rather than of the call.
type refusal struct{ error }

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run carries out the command and returns its exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	command := ""
	if len(args) > 0 {
		command = args[0]
	}
	err := errUsage
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
