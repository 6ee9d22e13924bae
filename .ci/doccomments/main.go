// Doccomments checks the doc comments of the module's Go files:
//
//   - A comment on a function, a type, or a single constant or variable begins with its
//     name, or with "A", "An" or "The" and its name.
//   - A name in brackets exists: "[Name]", "[Type.Method]", "[package.Name]".
//
// Usage:
//
//	go run ./.ci/doccomments [DIR...]
//
// DIR is a folder with one package. Without DIR, all packages of the module are
// checked. Each fault is printed as one line, "file:line: fault". If there are any, the
// exit status is 1.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	dirs, err := folders(os.Args[1:])
	if err == nil {
		var faults []string
		faults, err = check(dirs)
		for _, fault := range faults {
			fmt.Println(fault)
		}
		if err == nil && len(faults) > 0 {
			os.Exit(1)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "doccomments:", err)
		os.Exit(2)
	}
}

// folders returns the folders to check: those that the user has named, or all folders
// of the module that have a Go file if the user has named none. The command "go list"
// omits the folders below .ci, so this function adds them.
func folders(named []string) ([]string, error) {
	if len(named) > 0 {
		return named, nil
	}
	files, err := filepath.Glob(".ci/*/*.go")
	if err != nil {
		return nil, err
	}
	out, err := exec.Command("go", "list", "-e", "-f", "{{.Dir}}", "./...").Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	// go list prints absolute paths. The code below makes them relative to the working
	// directory, so that the printed faults have short paths.
	root, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	dirs := make([]string, 0, len(files))
	for dir := range strings.FieldsSeq(string(out)) {
		name, err := filepath.Rel(root, dir)
		if err != nil {
			return nil, err
		}
		dirs = append(dirs, name)
	}
	for _, file := range files {
		dirs = append(dirs, filepath.Dir(file))
	}
	slices.Sort(dirs)
	return slices.Compact(dirs), nil
}

// check checks the packages in some folders. It returns one line for each fault.
func check(dirs []string) ([]string, error) {
	var faults []string
	known := newIndex()
	for _, dir := range dirs {
		p, err := known.parse(dir)
		if err != nil {
			return nil, err
		}
		for _, f := range p.files {
			faults = append(faults, p.firstWords(f)...)
			faults = append(faults, p.brokenLinks(f, known)...)
		}
	}
	slices.Sort(faults)
	return faults, nil
}
