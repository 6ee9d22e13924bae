package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"strings"

	"quoteline/shared/messages"
	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// snippetCommand prints the HTML that embeds a transcript in a page. Without the flag
// -base the addresses in the HTML begin with "/". Such HTML works only in pages of the
// server itself.
func snippetCommand(args []string, stdin io.Reader, stdout io.Writer) error {
	flags := flag.NewFlagSet("snippet", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	base := flags.String("base", "", "")
	lang := flags.String("lang", "", "")
	if err := flags.Parse(args); err != nil {
		return fmt.Errorf("%w\n%w", err, errUsage)
	}
	if flags.NArg() != 1 {
		return errUsage
	}
	name := flags.Arg(0)
	src, err := read(name, stdin)
	if err != nil {
		return err
	}
	var t transcript.Transcript
	if err := json.Unmarshal(src, &t); err != nil {
		return refusal{fmt.Errorf("%s: %w", name, err)}
	}
	// The transcript was checked when it was made. It is checked a second time, because
	// an editor may have changed the file by hand.
	if err := t.Validate().Err(); err != nil {
		return refusal{fmt.Errorf("%s: %w", name, err)}
	}
	l := timeline.Lay(&t, &timeline.View{})
	o := render.Options{Base: strings.TrimSuffix(*base, "/"), Words: messages.Choose(*lang, t.Lang)}
	_, err = stdout.Write(render.AppendScript(nil, &t, l, o, &render.Embed{}))
	return err
}
