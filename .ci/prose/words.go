package main

import (
	"fmt"
	"regexp"
	"strings"
)

// A habit is a word or phrase that this project's texts used often and that outside
// readers did not understand.
type habit struct {
	pattern string // a regular expression, in lower case
	instead string // what to write
	allowed string // a regular expression of the uses that are fine, or ""
}

// habits has all words and phrases that the program reports. An underscore in a pattern
// matches spaces or a line break.
var habits = []habit{
	{`stand|stands|standing|stood`, `"is", "are", "appears"`, ``},
	{`behind`, `"after", "following"`, `behind_a_proxy`},
	{`outset`, `"start"`, ``},
	{`nobody|somebody`, `"no speaker", "no reader", "a caller"`, ``},
	{`whoever`, `"anyone who", "a caller that"`, ``},
	{`tell|tells|telling|told`, `"report", "warn", "show", "distinguish"`, ``},
	{`apart`, `"delimited", "separate", "except for"`, `(?:days?|hours?|minutes?|seconds?|ms|px|far)_apart`},
	{`(?:go|goes|going|went|gone)_(?-i:on)`, `"continues"`, ``},
	{`settle|settles|settled|settling`, `"decide", "resolve"`, `promises?(?:_is|_are|_has)?_settle[sd]?|settled_promises?`},
	{`in_the_place_of`, `"instead of"`, ``},
	{`sign|signs`, `"character", "mark"`,
		`(?:plus|minus|equals|percent|dollar|hash|section)_signs?|signs?_in|signs?_(?:out|up)|(?:a|the)_sign_of_(?:a|the)_number`},
	{`means_nothing`, `"is ignored"`, ``},
	{`(?:take|takes|taken|taking|took)(?:_\w+)?_back`, `"undo", "withdraw"`, ``},
}

// A rule is a habit (a word or phrase to report) with its regular expressions compiled.
type rule struct {
	habit
	find, allow *regexp.Regexp
}

var rules = compile(habits)

func compile(list []habit) []rule {
	out := make([]rule, len(list))
	for i, h := range list {
		out[i] = rule{habit: h, find: expression(h.pattern)}
		if h.allowed != "" {
			out[i].allow = expression(h.allowed)
		}
	}
	return out
}

func expression(pattern string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:` + strings.ReplaceAll(pattern, "_", `\s+`) + `)\b`)
}

// quoted matches an example in a text: words between backquotes, or between double
// quotes on one line.
var quoted = regexp.MustCompile("`[^`\n]*`|\"[^\"\n]*\"")

// mannerisms returns a finding (a place to correct) for each habit (a word or phrase to
// report) in the passage. Quoted examples may contain any word, so they are replaced by
// underscores before the search. The caller adds the file's name to the findings.
func mannerisms(p passage) []finding {
	text := quoted.ReplaceAllStringFunc(p.text, func(s string) string { return strings.Repeat("_", len(s)) })
	var found []finding
	for _, r := range rules {
		rest := text
		if r.allow != nil {
			rest = r.allow.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat("_", len(s)) })
		}
		for _, at := range r.find.FindAllStringIndex(rest, -1) {
			line := p.line + strings.Count(rest[:at[0]], "\n")
			words := strings.Join(strings.Fields(rest[at[0]:at[1]]), " ")
			found = append(found, finding{line: line, text: fmt.Sprintf("%q: write %s", words, r.instead)})
		}
	}
	return found
}
