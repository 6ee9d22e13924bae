package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestCheck writes a Go package whose comments have deliberate faults. It expects check
// to report each fault.
func TestCheck(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.go": `// Package a has [Good], [Good.Method], [Good.Field], [strings.Cut], "[Example]" and [laughter].
package a

import "strings"

// Good begins with its name, but [Gone] does not exist.
type Good struct {
	Field int // see [strings.Gone]
}

// Method begins with its name. The next line is code, and not checked:
//
//	[Code]
func (g *Good) Method() { _ = strings.Cut }

// Does something.
func Late() {}

// A Number may have an article before its name.
type Number int

// The comment on a group need not begin with a name.
const (
	One = 1
	Two = 2
)

//go:noinline
func directive() {}

// [Inside] is not checked: the empty line below parts this comment from the function.

func plain() {
	// [this.One] is not checked inside a function.
}
`,
		"a_test.go": "package a\n\n// Any words do for a test of [Good.Gone].\nfunc TestGood() {}\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := check([]string{dir})
	for i := range got {
		got[i] = strings.TrimPrefix(got[i], dir+"/")
	}
	want := []string{
		"a.go:16: the comment on Late does not begin with its name",
		"a.go:6: [Gone] does not exist",
		"a.go:8: [strings.Gone] does not exist",
		"a_test.go:3: [Good.Gone] does not exist",
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %q, error %v; want %q", got, err, want)
	}
}
