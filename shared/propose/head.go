package propose

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/ingest"
)

const (
	maxHead  = 16 << 10 // bytes of the head that are read
	maxLines = 60       // lines of the head that are read
	maxTitle = 150      // code points of a title
)

// head is the part of a source before its first turn, such as front matter, headings and an
// introduction.
type head struct {
	lines []line
}

// line is a line of the head (the lines before the first turn). For "title: Tides", the
// key is "title" and the value is "Tides". A list item, such as "- Ada" below "guests:",
// gets the key of the line above the list.
type line struct {
	n          int // number in the source, from 1
	text       string
	key, value string
	heading    bool // a heading of Markdown
}

// readHead reads the head (the lines before the first turn) of a source that is text or
// Markdown. Other sources have no head, because their first lines are syntax.
func readHead(text string, r *ingest.Report) *head {
	h := &head{}
	switch r.Format.Name {
	case "dialogue", "text":
	default:
		return h
	}
	end, key := headEnd(text, r), ""
	for s := range strings.Lines(text[:end]) {
		l := line{n: len(h.lines) + 1, text: strings.TrimSpace(strings.TrimPrefix(s, "\ufeff"))}
		if l.n > maxLines {
			break
		}
		l.split()
		if item, ok := strings.CutPrefix(l.text, "- "); ok && key != "" {
			l.key, l.value = key, unquoted(item)
		} else {
			key = l.key
		}
		h.lines = append(h.lines, l)
	}
	return h
}

// headEnd returns the byte offset at which the first turn begins, or maxHead if that is less.
// If no turn begins, it returns 0.
func headEnd(text string, r *ingest.Report) int {
	for _, s := range r.Spans {
		switch s.Kind {
		case ingest.SpanLabel, ingest.SpanText, ingest.SpanTime, ingest.SpanNote:
			end := min(s.Range().Start, len(text), maxHead)
			for end < len(text) && !utf8.RuneStart(text[end]) {
				end++
			}
			return end
		}
	}
	return 0
}

// split finds the key and the value of a line such as "title: Tides" or "**Date:** 3 May
// 2024". A key has at most three words.
func (l *line) split() {
	s := strings.ReplaceAll(l.text, "**", "")
	if hashes := strings.TrimLeft(s, "#"); len(hashes) < len(s) && strings.HasPrefix(hashes, " ") {
		l.heading, s = true, strings.TrimSpace(strings.TrimRight(hashes, "# "))
		l.text = s
	}
	key, value, ok := strings.Cut(s, ":")
	if ok && len(strings.Fields(key)) <= 3 && (value == "" || value[0] == ' ') {
		l.key, l.value = strings.ToLower(strings.TrimSpace(key)), unquoted(value)
	}
}

func unquoted(s string) string {
	s = strings.TrimSpace(s)
	if n := len(s); n >= 2 && (s[0] == '"' || s[0] == '\'') && s[n-1] == s[0] {
		s = strings.ReplaceAll(s[1:n-1], "''", "'")
	}
	return strings.TrimSpace(s)
}

// title returns the title that the head (the lines before the first turn) gives: a
// field "title", or else the first heading, or else the first line. The result reason
// says why this is the title, as in "line 3 says so". If the head gives no title,
// both results are "".
func (h *head) title() (value, reason string) {
	for _, l := range h.lines {
		if (l.key == "title" || l.key == "titel" || l.key == "headline") && isTitle(l.value) {
			return l.value, l.named("says so")
		}
	}
	for _, l := range h.lines {
		if l.heading && isTitle(l.text) {
			return l.text, l.named("is the first heading")
		}
	}
	for _, l := range h.lines {
		if l.text == "" || l.text == "---" {
			continue
		}
		if l.key == "" && isTitle(l.text) && !strings.HasPrefix(l.text, "WEBVTT") {
			return l.text, "it is the first line of the source"
		}
		return "", ""
	}
	return "", ""
}

// isTitle reports whether a text may be a title. It has letters, and is not too long.
func isTitle(s string) bool {
	return utf8.RuneCountInString(s) <= maxTitle && strings.ContainsFunc(s, unicode.IsLetter) &&
		!strings.HasPrefix(s, "http") && !strings.HasPrefix(s, "<")
}

// named returns a reason that names the line, as in "line 3 says so".
func (l *line) named(says string) string { return "line " + strconv.Itoa(l.n) + " " + says }
