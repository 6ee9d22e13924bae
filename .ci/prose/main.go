// Prose searches texts for two things: words and phrases that outside readers did not
// understand (see words.go), and long functions without a comment in their body.
//
//	go run ./.ci/prose [-count] [PATH...]
//
// PATH is a file or a folder. Without PATH, the working directory is searched. Each
// place to correct is printed as one line, "file:line: what to correct". If there are
// any, the exit status is 1. With -count, only their number in each folder is printed.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A finding is one place in a file to correct.
type finding struct {
	file string
	line int
	text string
}

func main() {
	count := flag.Bool("count", false, "count the findings by folder")
	flag.Parse()
	roots := flag.Args()
	if len(roots) == 0 {
		roots = []string{"."}
	}
	found, err := search(roots)
	if err != nil {
		fmt.Fprintln(os.Stderr, "prose:", err)
		os.Exit(2)
	}
	if *count {
		printCounts(found)
	} else {
		for _, f := range found {
			fmt.Printf("%s:%d: %s\n", f.file, f.line, f.text)
		}
	}
	if len(found) > 0 {
		os.Exit(1)
	}
}

// search searches all files below the given files and folders, and returns the places
// to correct.
func search(roots []string) ([]finding, error) {
	var found []finding
	for _, root := range roots {
		names, err := textFiles(root)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			more, err := searchFile(name)
			if err != nil {
				return nil, err
			}
			found = append(found, more...)
		}
	}
	return found, nil
}

// searchFile searches one file. It returns the places to correct, in the order of their
// lines.
func searchFile(name string) ([]finding, error) {
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	read := reader(name, src)
	if read == nil {
		return nil, nil
	}
	passages, err := read(name, src)
	if err != nil {
		return nil, err
	}
	var found []finding
	// This loop finds words to correct. The code after it finds long functions without
	// a comment. At the end, both kinds of findings are sorted by line.
	for _, p := range passages {
		for _, m := range mannerisms(p) {
			found = append(found, finding{name, m.line, m.text})
		}
	}
	if strings.HasSuffix(name, ".go") {
		long, err := silentFunctions(name, src)
		if err != nil {
			return nil, err
		}
		found = append(found, long...)
	}
	slices.SortStableFunc(found, func(a, b finding) int { return a.line - b.line })
	return found, nil
}

func printCounts(found []finding) {
	folders := map[string]int{}
	for _, f := range found {
		folders[filepath.Dir(f.file)]++
	}
	names := make([]string, 0, len(folders))
	for name := range folders {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Printf("%5d  %s\n", folders[name], name)
	}
	fmt.Printf("%5d  in all\n", len(found))
}
