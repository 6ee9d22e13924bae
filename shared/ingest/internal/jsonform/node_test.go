package jsonform

import (
	"strings"
	"testing"

	"quoteline/shared/ingest/internal/source"
)

func TestPointed(t *testing.T) {
	const text = `{"a/b": {"m~n": [10, {"~1": 20}]}, "turns": [30], "-1": 40}`
	src, err := source.New(text, "UTF-8", nil)
	if err != nil {
		t.Fatal(err)
	}
	root, err := parse(src)
	if err != nil {
		t.Fatal(err)
	}
	for pointer, want := range map[string]string{
		"": text[:1], "/a~1b/m~0n/0": "10", "/a~1b/m~0n/1/~01": "20", "/turns/0": "30", "/-1": "40",
		"/turns/1": "[30]", "/turns/-1": "[30]", "/turns/00": "[30]", "/turns/x/y": "[30]",
	} {
		at := int(root.pointed(pointer).start)
		if !strings.HasPrefix(text[at:], want) {
			t.Errorf("%q is at %q, want %q", pointer, text[at:], want)
		}
	}
}
