package main

import (
	"bytes"
	"strings"
	"testing"
)

const oneTurn = `{"schema":"quoteline/1","id":"talk","version":1,"title":"A talk","lang":"en",
"timing":"none","editing":"verbatim","topics":[],"corrections":[],
"speakers":[{"id":"a","name":"Speaker A","kind":"guest","aliases":[],"sameAs":[]}],
"turns":[{"id":"x1","n":1,"speaker":"a","kind":"statement","topics":[],"text":"1 < 2"}]}`

func TestSnippet(t *testing.T) {
	for _, c := range []struct {
		name, input string
		args        []string
		code        int
		want        string // in standard output, or in standard error when the code is not 0
	}{
		{"same origin", oneTurn, []string{"-"}, exitOK, `<quote-timeline src="/v1/transcripts/talk">`},
		{"edge endpoint", oneTurn, []string{"-base", "https://edge.example/", "-"}, exitOK, `src="https://edge.example/quote-timeline.js"`},
		{"the text", oneTurn, []string{"-"}, exitOK, "<b>Speaker A:</b> 1 &lt; 2</p>"},
		{"no JSON", "Host: Well?", []string{"-"}, exitRefused, "quoteline: -: invalid character"},
		{"no transcript", `{"schema":"quoteline/1"}`, []string{"-"}, exitRefused, "/id"},
		{"no file", "", []string{"no-such-file"}, exitUsage, "no-such-file"},
		{"two files", "", []string{"a", "b"}, exitUsage, "usage: quoteline"},
		{"unknown flag", "", []string{"-bases", "b"}, exitUsage, "-bases"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			code := run(append([]string{"snippet"}, c.args...), strings.NewReader(c.input), &stdout, &stderr)
			got := stdout.String()
			if c.code != exitOK {
				got = stderr.String()
			}
			if code != c.code || !strings.Contains(got, c.want) {
				t.Errorf("got %d and %q, want %d and %q", code, got, c.code, c.want)
			}
		})
	}
}
