package main

import (
	"bytes"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// skipped are folders that hold nothing written for this project's readers:
// packages, built files, and test data, which keeps its authors' words.
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

// A passage is text that people read, with the line of the file it begins at.
// Line breaks in text are those of the file.
type passage struct {
	line int
	text string
}

// reader returns the function that finds the passages of a file of this name,
// or nil if the file is not one to be checked. A script without a suffix
// (.ci/check) is known by its first line.
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
