package main

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A rule is one row of the table: what the packages in its first cell may import.
type rule struct {
	packages []string // paths in the module, as in "shared/render"
	ours     []string // paths in the module, or patterns as in "shared/*"
	others   []string // "syscall/js", or modules from outside the standard library
}

const section = "## How the parts fit"

var (
	errNoTable = errors.New(`no table with the columns "Package", "of ours", "of others" in the section "How the parts fit"`)
	codeSpan   = regexp.MustCompile("`([^`]+)`")
)

// parseTable reads the first table below the section's heading. In a cell only
// the code spans count, so that words may explain them.
func parseTable(markdown string) ([]rule, error) {
	_, body, _ := strings.Cut(markdown, section)
	lines := strings.Split(body, "\n")
	head := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, "| Package |") })
	if head < 0 {
		return nil, errNoTable
	}
	var rules []rule
	for _, line := range lines[min(head+2, len(lines)):] {
		if !strings.HasPrefix(line, "|") {
			break
		}
		row, err := parseRow(line)
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

func parseRow(line string) (rule, error) {
	cells := strings.Split(strings.Trim(line, "| "), "|")
	if len(cells) != 3 {
		return rule{}, fmt.Errorf("want 3 cells, not %d: %s", len(cells), line)
	}
	row := rule{spans(cells[0]), spans(cells[1]), spans(cells[2])}
	if row.packages == nil {
		return rule{}, fmt.Errorf("no package in the first cell: %s", line)
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
