package main

import (
	"bytes"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// skipped has the names of folders that are not searched. They contain packages of
// other projects, built files, or texts that were written elsewhere and must not be
// changed.
var skipped = []string{"node_modules", ".git", ".tools", ".wrangler", "dist", "testdata", "content"}

// textFiles returns the files below root, in the order of their names.
func textFiles(root string) ([]string, error) {
	var names []string
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && name != root && slices.Contains(skipped, entry.Name()) {
			return filepath.SkipDir
		}
		if entry.Type().IsRegular() {
			names = append(names, filepath.Clean(name))
		}
		return nil
	})
	return names, err
}

// A passage is a piece of text that people read, such as one comment. It has the line
// breaks of the file. The field line is the number of its first line in the file.
type passage struct {
	line int
	text string
}

// reader returns the function that finds the readable texts (passages) in a file with
// the given name. It returns nil if such files are not checked. For a script without a
// suffix, such as .ci/check, the first line of src shows its language.
func reader(name string, src []byte) func(string, []byte) ([]passage, error) {
	switch filepath.Ext(name) {
	case ".go":
		return goPassages
	case ".js", ".mjs", ".ts", ".css":
		return scriptPassages
	case ".sql":
		return sqlPassages
	case ".md":
		return markdownPassages
	case ".html":
		return htmlPassages
	case ".sh", ".toml":
		return shellPassages
	case ".json":
		return jsonPassages
	}
	if strings.HasPrefix(filepath.Base(name), "Makefile") || bytes.HasPrefix(src, []byte("#!")) {
		return shellPassages
	}
	return nil
}
