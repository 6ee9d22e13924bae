package main

import (
	"path/filepath"
	"regexp"
	"strings"
)

// spoken are the calls in tests and tools whose first argument people read. Other
// strings there are data.
var spoken = map[string]bool{
	"test": true, "suite": true, "describe": true, "it": true, "Error": true, "TypeError": true, "RangeError": true,
	"log": true, "error": true, "warn": true, "fail": true,
}

// tools are the folders whose scripts no reader or editor runs.
var tools = regexp.MustCompile(`(^|/)(test|bench|soak|\.ci)/`)

// scriptPassages returns the comments of a JavaScript, TypeScript or CSS file, and
// its strings of three words or more. In tests and tools it returns instead the first
// string of calls such as test("…") and new Error("…").
func scriptPassages(name string, src []byte) ([]passage, error) {
	s := scanner{src: string(src), css: strings.HasSuffix(name, ".css"), served: !tools.MatchString(filepath.ToSlash(name)), line: 1}
	for s.pos < len(s.src) {
		s.step()
	}
	return joinLines(s.found), nil
}

// A scanner goes through a script once. It knows as much of the language as it
// takes to keep comments, strings and regular expressions from being mixed up.
type scanner struct {
	src    string
	css    bool // "//" is no comment, and "/" no regular expression
	served bool // every string may be shown
	pos    int
	line   int
	last   string // the latest word or punctuation character
	before string // the one before last: the name in test("…")
	open   []hole // the ${…} of templates that are open here
	found  []passage
}

// A hole is a ${…} of a template, with its count of open braces and the words
// before the template, which are those before its next part too.
type hole struct {
	braces       int
	before, last string
}

var word = regexp.MustCompile(`^[\p{L}\p{N}_$]+`)

func (s *scanner) step() {
	rest := s.src[s.pos:]
	switch c := rest[0]; {
	case strings.HasPrefix(rest, "/*"):
		s.comment(rest, "*/")
	case strings.HasPrefix(rest, "//") && !s.css:
		s.comment(rest, "\n")
	case c == '"' || c == '\'':
		s.quoted(c)
	case c == '`' && !s.css:
		s.template()
	case c == '}' && len(s.open) > 0 && s.open[len(s.open)-1].braces == 0:
		// the end of ${…}: the template's text follows
		h := s.open[len(s.open)-1]
		s.open = s.open[:len(s.open)-1]
		s.before, s.last = h.before, h.last
		s.template()
	case c == '/' && !s.css && s.regexpFollows():
		s.regexp()
	case word.MatchString(rest):
		w := word.FindString(rest)
		s.token(w)
		s.pos += len(w)
	default:
		s.punctuation(c)
	}
}

func (s *scanner) token(t string) { s.before, s.last = s.last, t }

// punctuation passes one byte, and counts the braces inside ${…}.
func (s *scanner) punctuation(c byte) {
	if n := len(s.open); n > 0 && c == '{' {
		s.open[n-1].braces++
	} else if n > 0 && c == '}' {
		s.open[n-1].braces--
	}
	if c == '\n' {
		s.line++
	} else if c != ' ' && c != '\t' {
		s.token(string(c))
	}
	s.pos++
}

// comment notes the text up to end, which it leaves in place if it is a line's.
func (s *scanner) comment(rest, end string) {
	text, _, closed := strings.Cut(rest[2:], end)
	s.found = append(s.found, passage{s.line, text})
	s.line += strings.Count(text, "\n")
	s.pos += 2 + len(text)
	if closed && end != "\n" {
		s.pos += len(end)
	}
}

func (s *scanner) quoted(quote byte) {
	end := s.pos + 1
	for end < len(s.src) && s.src[end] != quote && s.src[end] != '\n' {
		if s.src[end] == '\\' {
			end++
		}
		end++
	}
	s.text(s.pos+1, min(end, len(s.src)))
	s.pos = min(end+1, len(s.src))
	s.token(`"`)
}

// template passes the text of a template up to its end or to the next ${.
func (s *scanner) template() {
	start := s.pos + 1
	for end := start; end < len(s.src); end++ {
		switch {
		case s.src[end] == '\\':
			end++
		case s.src[end] == '`':
			s.text(start, end)
			s.pos = end + 1
			s.token(`"`)
			return
		case strings.HasPrefix(s.src[end:], "${"):
			s.text(start, end)
			s.pos = end + 2
			s.open = append(s.open, hole{before: s.before, last: s.last})
			s.token("{")
			return
		}
	}
	s.pos = len(s.src)
}

// text notes a string if people read it.
func (s *scanner) text(start, end int) {
	text := s.src[start:end]
	if s.last == "(" && spoken[s.before] || s.served && strings.Count(text, " ") >= 2 {
		s.found = append(s.found, passage{s.line, text})
	}
	s.line += strings.Count(text, "\n")
}

// regexpFollows reports whether "/" begins a regular expression: after a value
// it divides.
func (s *scanner) regexpFollows() bool {
	switch s.last {
	case "return", "typeof", "case", "in", "of", "await", "yield":
		return true
	case ")", "]", `"`:
		return false
	}
	return !word.MatchString(s.last)
}

// regexp passes a regular expression, in whose classes "/" may appear: /[/]/.
func (s *scanner) regexp() {
	class := false
	for s.pos++; s.pos < len(s.src) && s.src[s.pos] != '\n'; s.pos++ {
		switch c := s.src[s.pos]; {
		case c == '\\':
			s.pos++
		case c == '[':
			class = true
		case c == ']':
			class = false
		case c == '/' && !class:
			s.pos++
			s.token(`"`)
			return
		}
	}
}

// joinLines makes one passage of line comments on consecutive lines.
func joinLines(list []passage) []passage {
	var out []passage
	for _, p := range list {
		if n := len(out); n > 0 {
			if last := &out[n-1]; last.line+strings.Count(last.text, "\n")+1 == p.line {
				last.text += "\n" + p.text
				continue
			}
		}
		out = append(out, p)
	}
	return out
}
