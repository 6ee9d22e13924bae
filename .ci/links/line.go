package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"
)

var (
	link     = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	codeSpan = regexp.MustCompile("`([^`]+)`")
	scheme   = regexp.MustCompile(`^[a-z]+:`)
	pathLike = regexp.MustCompile(`^[\w.*-]+(/[\w.*-]+)*/?$`)
)

// checkLine checks one line of a Markdown file. It returns a line of text for each link
// that leads nowhere, and for each path in backquotes that does not exist. Links are
// relative to the file's folder, and paths in backquotes to the repository's root.
func checkLine(root, file, line string) []string {
	var faults []string
	prose := codeSpan.ReplaceAllString(line, "")
	for _, m := range link.FindAllStringSubmatch(prose, -1) {
		if fault := checkLink(root, file, m[1]); fault != "" {
			faults = append(faults, fault)
		}
	}
	for _, m := range codeSpan.FindAllStringSubmatch(line, -1) {
		if ours(root, m[1]) && !exists(root, m[1]) {
			faults = append(faults, fmt.Sprintf("`%s` is not in the repository", m[1]))
		}
	}
	return faults
}

func checkLink(root, file, target string) string {
	if scheme.MatchString(target) {
		return "" // an address of another site, which is not fetched: a test should not depend on it
	}
	name, anchor, _ := strings.Cut(target, "#")
	if name == "" {
		name = filepath.Base(file)
	}
	full := filepath.Join(root, filepath.Dir(file), name)
	src, err := os.ReadFile(full)
	if info, statErr := os.Stat(full); statErr == nil && info.IsDir() {
		return ""
	}
	if err != nil {
		return fmt.Sprintf("the link %s leads to no file", target)
	}
	if anchor != "" && !hasHeading(string(src), anchor) {
		return fmt.Sprintf("the link %s leads to no heading", target)
	}
	return ""
}

// hasHeading reports whether a Markdown text has a heading for a link such as
// "#how-it-scales". The parameter anchor is the part after the "#".
func hasHeading(text, anchor string) bool {
	for _, line := range withoutCode(text) {
		title := strings.TrimLeft(line, "#")
		if len(title) < len(line) && strings.HasPrefix(title, " ") && slug(title) == anchor {
			return true
		}
	}
	return false
}

// slug returns the link name that GitHub gives to a heading. For the heading "How it
// scales" it is "how-it-scales".
func slug(title string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(title))
}

// ours reports whether the text between two backquotes (a span) looks like a path in
// the repository. It does if its first folder exists at the root. So `shared/render`
// looks like one, and `net/http` does not.
func ours(root, span string) bool {
	first, _, found := strings.Cut(span, "/")
	if !found || !pathLike.MatchString(span) || first == "dist" || first == "node_modules" {
		return false
	}
	info, err := os.Stat(filepath.Join(root, first))
	return err == nil && info.IsDir()
}

// exists reports whether the repository has a file or folder with the path in span. The
// path may contain a *, which matches any name.
func exists(root, span string) bool {
	names, err := filepath.Glob(filepath.Join(root, span))
	return err == nil && len(names) > 0
}
