// Links checks the Markdown files of the repository:
//
//   - Every relative link has to lead to an existing file.
//   - Every link to a heading, such as "#usage", has to lead to an existing heading.
//   - Every path in backquotes, such as `shared/render`, has to exist.
//
// Usage:
//
//	go run ./.ci/links
//
// Each fault is printed as one line, "file:line: fault". If there are any, the exit
// status is 1.
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	faults, err := check(".")
	if err != nil {
		fmt.Fprintln(os.Stderr, "links:", err)
		os.Exit(2)
	}
	for _, fault := range faults {
		fmt.Println(fault)
	}
	if len(faults) > 0 {
		os.Exit(1)
	}
}

// skipped has the names of folders that are not searched. They contain built files,
// test data, or Markdown files of other projects.
var skipped = []string{"node_modules", ".git", ".tools", ".wrangler", "dist", "testdata"}

// check checks all Markdown files below a folder, the argument root. It returns one
// line for each fault.
func check(root string) ([]string, error) {
	var faults []string
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && slices.Contains(skipped, entry.Name()) {
			return filepath.SkipDir
		}
		if !entry.Type().IsRegular() || filepath.Ext(name) != ".md" {
			return nil
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		// The printed line names the file relative to the root: "docs/api.md:12: …".
		file, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		for i, line := range withoutCode(string(src)) {
			for _, fault := range checkLine(root, file, line) {
				faults = append(faults, fmt.Sprintf("%s:%d: %s", file, i+1, fault))
			}
		}
		return nil
	})
	return faults, err
}

// withoutCode returns the lines of a Markdown text. It replaces each line of a fenced
// code block by an empty line, so that line numbers do not change.
func withoutCode(text string) []string {
	lines := strings.Split(text, "\n")
	code := false
	for i, line := range lines {
		mark := strings.HasPrefix(strings.TrimLeft(line, " "), "```")
		if mark {
			code = !code
		}
		if mark || code {
			lines[i] = ""
		}
	}
	return lines
}
