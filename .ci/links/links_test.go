package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestCheck writes a small repository with one deliberate fault of each kind. It
// expects check to report each fault.
func TestCheck(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		"shared/a/a.go": "package a\n",
		"README.md": "# Title\n\n[ok](docs/page.md#how-it-scales), [ok](shared/a), [ok](#title), [ok](https://example.org/no)\n" +
			"[gone](docs/gone.md)\n[no heading](docs/page.md#gone)\n`shared/a/a.go`, `shared/*/a.go`, `net/http`, `shared/b`\n" +
			"```\n[in code](gone) `shared/gone`\n```\n",
		"docs/page.md":           "## How it scales?\n\n[up](../README.md), [gone](README.md) and `[code](gone)`\n",
		"node_modules/a/skip.md": "[gone](gone)\n",
	} {
		full := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := check(root)
	want := []string{
		"README.md:4: the link docs/gone.md leads to no file",
		"README.md:5: the link docs/page.md#gone leads to no heading",
		"README.md:6: `shared/b` is not in the repository",
		"docs/page.md:3: the link README.md leads to no file",
	}
	slices.Sort(got)
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %q, error %v; want %q", got, err, want)
	}
}
