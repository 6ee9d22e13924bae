package main

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A rule is one row of the import table. It says which packages may be imported by the
// packages in the row's first cell.
type rule struct {
	packages []string // paths in the module, as in "shared/render"
	ours     []string // paths in the module, or patterns as in "shared/*"
	others   []string // "syscall/js", or modules outside the standard library
	banned   []string // packages of the standard library; a ban includes all packages below them
}

const (
	section = "## Import table"
	nothing = "nothing" // the content of a cell without a ban
)

var (
	errNoTable = errors.New(`no table with the column "Package" in the section "Import table"`)
	codeSpan   = regexp.MustCompile("`([^`]+)`")
)

// parseTable reads the two tables of the section "Import table". In the first table, each
// row defines a ban: its name, and a list of packages of the standard library. In the
// second table, each row names packages, the packages that they may import, and the bans
// that apply to them. Names of packages are in backquotes, and names of bans are not. In
// cells with packages, words without backquotes are ignored.
func parseTable(markdown string) ([]rule, error) {
	_, body, _ := strings.Cut(markdown, section)
	bans := map[string][]string{nothing: nil}
	for _, cells := range rows(body, "| Ban |") {
		if len(cells) < 2 {
			return nil, fmt.Errorf("want a ban and its packages: %s", strings.Join(cells, "|"))
		}
		bans[cells[0]] = spans(cells[1])
	}
	var rules []rule
	for _, cells := range rows(body, "| Package |") {
		row, err := parseRow(cells, bans)
		if err != nil {
			return nil, err
		}
		rules = append(rules, row)
	}
	if rules == nil {
		return nil, errNoTable
	}
	return rules, nil
}

// rows finds the Markdown table whose header line begins with the argument head. It
// returns the table's rows, each as a list of cells.
func rows(markdown, head string) [][]string {
	lines := strings.Split(markdown, "\n")
	first := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, head) })
	if first < 0 {
		return nil
	}
	var found [][]string
	for _, line := range lines[min(first+2, len(lines)):] {
		if !strings.HasPrefix(line, "|") {
			break
		}
		cells := strings.Split(strings.Trim(line, "| "), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		found = append(found, cells)
	}
	return found
}

func parseRow(cells []string, bans map[string][]string) (rule, error) {
	line := strings.Join(cells, " | ")
	if len(cells) != 4 {
		return rule{}, fmt.Errorf("want 4 cells, not %d: %s", len(cells), line)
	}
	row := rule{packages: spans(cells[0]), ours: spans(cells[1]), others: spans(cells[2])}
	if row.packages == nil {
		return rule{}, fmt.Errorf("no package in the first cell: %s", line)
	}
	for name := range strings.SplitSeq(cells[3], ", ") {
		banned, ok := bans[name]
		if !ok {
			return rule{}, fmt.Errorf("no ban has the name %q: %s", name, line)
		}
		row.banned = append(row.banned, banned...)
	}
	return row, nil
}

func spans(cell string) []string {
	var found []string
	for _, match := range codeSpan.FindAllStringSubmatch(cell, -1) {
		found = append(found, match[1])
	}
	return found
}
