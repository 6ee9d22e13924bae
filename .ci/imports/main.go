// Imports checks the direct imports of every package of the module. The table in
// docs/architecture.md says which packages each package may import. The rules are only
// in that table.
//
//	go run ./.ci/imports [FILE]
//
// FILE is another Markdown file with such a table. Each forbidden import is printed as
// one line on standard error. If there are any, the exit status is 1.
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

// check compares the module in the working directory with the import table in a
// Markdown file. It returns a line of text for each import that the table does not
// allow.
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
