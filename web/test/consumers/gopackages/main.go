// Gopackages runs Go packages of other people with this project's output as their input:
// snippets (markup that newsrooms paste) and captions. It is a separate module, so that
// the project does not depend on these packages.
//
// Usage:
//
//	go run . bluemonday < snippet.html   prints what the sanitizer leaves
//	go run . astisub srt < captions.srt  prints the captions as JSON
//	go run . gofeed < feed.xml           prints the content of the first item
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/asticode/go-astisub"
	"github.com/microcosm-cc/bluemonday"
	"github.com/mmcdole/gofeed"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run runs the package that the first argument names.
func run(args []string) error {
	switch {
	case len(args) == 1 && args[0] == "bluemonday":
		_, err := bluemonday.UGCPolicy().SanitizeReader(os.Stdin).WriteTo(os.Stdout)
		return err
	case len(args) == 1 && args[0] == "gofeed":
		return item(os.Stdin)
	case len(args) == 2 && args[0] == "astisub":
		return captions(args[1])
	}
	return errors.New("usage: gopackages bluemonday | gopackages gofeed | gopackages astisub srt | gopackages astisub vtt")
}

// item prints the content of the first item in a feed.
func item(r io.Reader) error {
	feed, err := gofeed.NewParser().Parse(r)
	if err != nil {
		return err
	}
	if len(feed.Items) == 0 {
		return errors.New("the feed has no item")
	}
	_, err = fmt.Println(feed.Items[0].Content)
	return err
}

// cue is one caption that astisub has read.
type cue struct {
	Start   int64  `json:"start"`   // in milliseconds
	Speaker string `json:"speaker"` // "" if the caption names none
	Text    string `json:"text"`    // its lines, separated by "\n"
}

// readers has the functions of astisub that read captions. The key is the format of the
// captions.
var readers = map[string]func(io.Reader) (*astisub.Subtitles, error){
	"srt": astisub.ReadFromSRT,
	"vtt": func(r io.Reader) (*astisub.Subtitles, error) { return astisub.ReadFromWebVTT(r) },
}

// captions reads captions from standard input and prints them as JSON. format is "srt" or
// "vtt".
func captions(format string) error {
	read, ok := readers[format]
	if !ok {
		return fmt.Errorf("unknown format %q", format)
	}
	subtitles, err := read(os.Stdin)
	if err != nil {
		return err
	}
	var cues []cue
	for _, item := range subtitles.Items {
		// For example, the caption "<v Ann>Yes, <b>now</b>.</v>" is one line. Its voice
		// is "Ann", and its parts are "Yes, ", "now" and ".".
		c := cue{Start: item.StartAt.Milliseconds()}
		var lines []string
		for _, line := range item.Lines {
			if line.VoiceName != "" {
				c.Speaker = line.VoiceName
			}
			var text strings.Builder
			for _, part := range line.Items {
				text.WriteString(part.Text)
			}
			lines = append(lines, text.String())
		}
		c.Text = strings.Join(lines, "\n")
		cues = append(cues, c)
	}
	return json.NewEncoder(os.Stdout).Encode(cues)
}
