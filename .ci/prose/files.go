package main

import (
	"bytes"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// skipped are the folders that are not searched: packages, built files, and test data
// or content, which keep their authors' words.
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

// A passage is a piece of text that people read, with the number of its first line in
// the file. Its text has the same line breaks as the file.
type passage struct {
	line int
	text string
}

// reader returns the function that finds the passages of a file with this name, or nil
// if such files are not checked. A script without a suffix, such as .ci/check, is
// recognised by its first line.
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
