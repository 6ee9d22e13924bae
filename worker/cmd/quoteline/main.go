// Command quoteline prepares transcripts for publication.
//
//	quoteline ingest [-meta FILE] [-undo ID] [-apply ID] [-take FIELD] [-report FILE] [-encoding NAME] FILE|-
//	quoteline snippet [-base URL] [-lang TAG] FILE|-
//	quoteline token [-name NAME] [-ids IDS] [-note TEXT] FILE
//	quoteline words
//
// Ingest reads a transcript in any supported format from FILE, or from standard input
// for "-". It prints the transcript as JSON on standard output. On standard error it
// prints a report as text. The report says how ingest read the file, and lists its
// decisions, such as joining two turns. Each decision has an ID. The flag -undo
// reverses a decision that ingest made. The flag -apply makes a change that ingest
// considered and did not make. Both flags name the ID of the decision, and may be
// repeated. The flag -report also writes the report as JSON to a file. The flag
// -encoding names the encoding of FILE, such as windows-1251, if it is not Unicode. With
// utf-8-twice, it repairs characters whose encoding was changed twice, such as "â€”". The
// flag -meta names a JSON file with an [ingest.Meta]. With the flag -take title, the
// transcript gets the title that ingest found in FILE; without it, ingest only reports
// that title.
//
// Snippet reads a transcript that ingest printed, and prints HTML that an editor pastes
// into a page. The flag -base is the origin of the server from which the page loads the
// transcript. The flag -lang is the language of the links in the HTML, by default that
// of the transcript.
//
// Token prints a new token for a publisher. To FILE it writes an SQL statement that adds
// the token to a database. The flag -name is a name for the log and the list of versions,
// as in "anna-desk". The flag -ids has the beginnings of the ids of transcripts that the
// token may publish, with spaces between them, as in "tv- radio-". Without it the token is
// for all transcripts. The flag -note is a text for the operator.
//
// Words prints the texts of the interface as a JSON object, with one member for each
// language. It leaves out English, which the browser program already contains.
//
// The exit code is 0 for success. It is 1 if the input or the metadata is refused or no
// speaker was found. It is 2 if the arguments are wrong, or if a file cannot be read or
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

const usage = `usage: quoteline ingest [-meta FILE] [-undo ID] [-apply ID] [-take FIELD] [-report FILE] [-encoding NAME] FILE|-
       quoteline snippet [-base URL] [-lang TAG] FILE|-
       quoteline token [-name NAME] [-ids IDS] [-note TEXT] FILE
       quoteline words`

// errUsage is the error for wrong arguments.
var errUsage = errors.New(usage)

// refusal is an error in the input. It makes the exit code 1. Other errors, such as
// wrong arguments, make it 2.
type refusal struct{ error }

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run runs the subcommand that is the first of args, such as ingest. It returns the
// exit code.
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
