package reply_test

import (
	"testing"

	"quoteline/worker/reply"
)

func TestAllowMedia(t *testing.T) {
	for address, want := range map[string]string{
		"":                                  "default-src 'none'",
		"https://media.example/a.mp3":       "default-src 'none'; media-src https:",
		"http://media.example/a.mp3":        "default-src 'none'; media-src http:",
		"javascript:alert(1)":               "default-src 'none'",
		"x; script-src *://media.example/a": "default-src 'none'",
	} {
		if got := reply.AllowMedia("default-src 'none'", address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}
