// Links checks the Markdown files of the repository. Every relative link has to lead to
// a file, every anchor to a heading, and every code span that looks like a path of the
// repository to a file or folder.
//
//	go run ./.ci/links
//
// Each finding is one line, "file:line: finding". The exit status is 1 if there are
// any.
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

// skipped are the folders that are not searched: they have built files, test data, or
// Markdown of other projects.
var skipped = []string{"node_modules", ".git", ".tools", ".wrangler", "dist", "testdata"}

// check returns the findings in all Markdown files below root.
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
		// A finding names the file as seen from the root: "docs/api.md:12: …".
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

// withoutCode returns the lines of a Markdown text. Lines of fenced code blocks become
// empty.
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
