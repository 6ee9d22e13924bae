package main

import (
	"encoding/json"
	"io"

	"quoteline/shared/messages"
)

// wordsCommand prints the texts of the interface in every language except English, as
// JSON.
func wordsCommand(args []string, stdout io.Writer) error {
	if len(args) != 0 {
		return errUsage
	}
	texts := make(map[string]string)
	for _, t := range messages.All() {
		if t != messages.English() {
			texts[t.Say(messages.Lang)] = t.Text()
		}
	}
	return json.NewEncoder(stdout).Encode(texts)
}
