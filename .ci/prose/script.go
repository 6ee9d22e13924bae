package main

import (
	"path/filepath"
	"regexp"
	"strings"
)

// spoken has the functions whose first argument is text that people read, as in
// test("…"). In the scripts of tests and tools, all other strings are data and are not
// checked.
var spoken = map[string]bool{
	"test": true, "suite": true, "describe": true, "it": true, "Error": true, "TypeError": true, "RangeError": true,
	"log": true, "error": true, "warn": true, "fail": true,
}

// tools matches the paths of scripts that readers' browsers never run: tests and
// developers' tools.
var tools = regexp.MustCompile(`(^|/)(test|bench|soak|\.ci)/`)

// scriptPassages returns the texts of a JavaScript, TypeScript or CSS file that people
// read. These are its comments and its strings of three words or more. In a test or a
// tool most strings are data. There it returns only comments and the first arguments of
// calls such as test("…") and new Error("…").
func scriptPassages(name string, src []byte) ([]passage, error) {
	s := scanner{src: string(src), css: strings.HasSuffix(name, ".css"), served: !tools.MatchString(filepath.ToSlash(name)), line: 1}
	for s.pos < len(s.src) {
		s.step()
	}
	return joinLines(s.found), nil
}

// A scanner reads a script from start to end. It only distinguishes comments, strings,
// template literals and regular expressions from other code. It does not parse the rest
// of the language.
type scanner struct {
	src    string
	css    bool // "//" is no comment, and "/" no regular expression
	served bool // the script runs in a reader's or editor's browser, so every string may be shown
	pos    int
	line   int
	last   string // the latest word or punctuation character
	before string // the token before last: the word test, after the "(" of test("…")
	open   []hole // the ${…} of templates that are open at pos, the innermost last
	found  []passage
}

// A hole is a ${…} of a template literal. While the scanner reads the code in a hole,
// the field braces counts the braces that were opened there and not closed yet. The
// fields before and last are the two tokens before the template literal. After the
// hole, the scanner needs them again for the rest of the literal.
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
		// This "}" ends a ${…}. After it the text of the template literal continues.
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

// punctuation skips one byte. Inside a ${…} it also counts opening and closing braces,
// so that the "}" that ends the ${…} is recognised.
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

// comment adds the text of a comment to the texts that were found, and moves the
// scanner to the end of the comment. The argument rest is the script from the start of
// the comment on. The argument end is the text that ends the comment: "*/" or a line
// break. The scanner moves past a "*/", but stops before a line break.
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

// template reads the text of a template literal. It stops after the closing backquote,
// or after the next "${".
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

// text adds the string from start to end to the texts that were found, if people may read
// the string. They read the first argument of each function in the map spoken. Then
// s.last is "(", and s.before is the function's name. In a script that runs in browsers,
// people may also read any string of three words or more.
func (s *scanner) text(start, end int) {
	text := s.src[start:end]
	if s.last == "(" && spoken[s.before] || s.served && strings.Count(text, " ") >= 2 {
		s.found = append(s.found, passage{s.line, text})
	}
	s.line += strings.Count(text, "\n")
}

// regexpFollows reports whether the "/" at the current position begins a regular
// expression. If a value comes before the "/", it is a division.
func (s *scanner) regexpFollows() bool {
	switch s.last {
	case "return", "typeof", "case", "in", "of", "await", "yield":
		return true
	case ")", "]", `"`:
		return false
	}
	return !word.MatchString(s.last)
}

// regexp moves past a regular expression. In brackets, a "/" does not end the
// expression, as in /[/]/.
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

// joinLines joins line comments on consecutive lines into one passage (a piece of text
// that people read).
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
