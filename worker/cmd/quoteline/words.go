package main

import (
	"encoding/json"
	"io"

	"quoteline/shared/words"
)

// wordsCommand prints the words of the interface in every language but English.
func wordsCommand(args []string, stdout io.Writer) error {
	if len(args) != 0 {
		return errUsage
	}
	texts := make(map[string]string)
	for _, t := range words.All() {
		if t != words.English() {
			texts[t.Say(words.Lang)] = t.Text()
		}
	}
	return json.NewEncoder(stdout).Encode(texts)
}
