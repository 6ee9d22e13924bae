package main

import (
	"regexp"
	"strings"
)

// sqlPassages returns the comments of an SQL file.
func sqlPassages(_ string, src []byte) ([]passage, error) {
	return lineComments(string(src), sqlComment), nil
}

// shellPassages returns the texts that people read in a shell script, a Makefile or a
// TOML file. These are its comments, and the texts that the commands "echo" and "say"
// print.
func shellPassages(_ string, src []byte) ([]passage, error) {
	return lineComments(string(src), shellComment), nil
}

var (
	sqlComment   = regexp.MustCompile(`--(.*)$`)
	shellComment = regexp.MustCompile(`(?:^|\s)#+\s(.*)$|(?:^|\s)(?:echo|say|fail) "([^"]*)"`)
)

// lineComments searches each line of src with a regular expression, and returns the
// text that the groups of the expression match. If consecutive lines match, their texts
// are joined into one passage.
func lineComments(src string, pattern *regexp.Regexp) []passage {
	var found []passage
	for i, line := range strings.Split(src, "\n") {
		var texts []string
		for _, m := range pattern.FindAllStringSubmatch(line, -1) {
			texts = append(texts, m[1:]...)
		}
		if texts != nil {
			found = append(found, passage{i + 1, strings.Join(texts, " ")})
		}
	}
	return joinLines(found)
}

var fence = regexp.MustCompile("^ *(```|~~~)")

// markdownPassages returns the text of a Markdown file, without its blocks of code.
func markdownPassages(_ string, src []byte) ([]passage, error) {
	lines := strings.Split(string(src), "\n")
	code := false
	for i, line := range lines {
		mark := fence.MatchString(line)
		if mark {
			code = !code
		}
		if mark || code {
			lines[i] = ""
		}
	}
	return []passage{{1, strings.Join(lines, "\n")}}, nil
}

var markup = regexp.MustCompile(`(?is)<(?:script|style)\b.*?</(?:script|style)>|<[a-z/!?][^>]*>`)

// htmlPassages returns the text that an HTML page shows, and the comments in the HTML.
func htmlPassages(_ string, src []byte) ([]passage, error) {
	text := markup.ReplaceAllStringFunc(string(src), func(tag string) string {
		if strings.HasPrefix(tag, "<!--") {
			return tag
		}
		return strings.Repeat("\n", strings.Count(tag, "\n"))
	})
	return []passage{{1, text}}, nil
}

var description = regexp.MustCompile(`"(?:description|summary|title)": *"((?:[^"\\]|\\.)*)"`)

// jsonPassages returns the descriptions, summaries and titles in a JSON file, such as
// the OpenAPI document.
func jsonPassages(_ string, src []byte) ([]passage, error) {
	return lineComments(string(src), description), nil
}
