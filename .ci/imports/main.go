// Imports compares the direct imports of every package of the module with the
// table in the README's section "How the parts fit", which is the only place
// where the rules stand.
//
//	go run ./.ci/imports README.md
//
// Each break of a rule is one line on standard error; any makes the exit status 1.
package main

import (
	"fmt"
	"os"
	"sort"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: imports README.md")
		os.Exit(2)
	}
	faults, err := check(os.Args[1])
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

// check compares the module in the working directory with the table in the
// Markdown file readme.
func check(readme string) ([]string, error) {
	text, err := os.ReadFile(readme)
	if err != nil {
		return nil, err
	}
	rules, err := parseTable(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", readme, err)
	}
	module, packages, err := listPackages()
	if err != nil {
		return nil, err
	}
	faults := compare(rules, module, packages)
	sort.Strings(faults)
	return faults, nil
}
