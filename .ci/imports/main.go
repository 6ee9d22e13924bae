// Imports compares the direct imports of every package of the module with the import
// table in docs/architecture.md. The rules are only in that table.
//
//	go run ./.ci/imports [FILE]
//
// FILE is another file with the table. Each import that breaks a rule is one line on
// standard error. The exit status is 1 if there are any.
package main

import (
	"fmt"
	"os"
	"sort"
)

func main() {
	file := "docs/architecture.md"
	if len(os.Args) > 1 {
		file = os.Args[1]
	}
	faults, err := check(file)
	if err != nil {
		fmt.Fprintln(os.Stderr, "imports:", err)
		os.Exit(2)
	}
	for _, fault := range faults {
		fmt.Fprintln(os.Stderr, "imports:", fault)
	}
	if len(faults) > 0 {
		os.Exit(1)
	}
}

// check returns a finding for each import in the working directory's module that the
// table in a Markdown file does not allow.
func check(file string) ([]string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	rules, err := parseTable(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	module, packages, err := listPackages()
	if err != nil {
		return nil, err
	}
	faults := compare(rules, module, packages)
	sort.Strings(faults)
	return faults, nil
}
