package label

import "strings"

// wikiLink reads a link of Wikitext that begins at s[open], such as "[[Page|words]]" or
// "[https://example.org words]". It returns false if there is none.
func (f *markFinder) wikiLink(open int) bool {
	// Example: of "[[Page|words]]", "[[Page|" and "]]" are marks.
	rest := f.s[open:min(len(f.s), open+maxLink)]
	closer, words := "]", 0
	switch {
	case strings.HasPrefix(rest, "[["):
		closer, words = "]]", len("[[")
	case strings.HasPrefix(rest, "[http://"), strings.HasPrefix(rest, "[https://"):
	default:
		return false
	}
	n := strings.Index(rest, closer)
	if n < 0 || closer == "]" && strings.HasPrefix(rest[n:], "](") {
		return false
	}
	if closer == "]" {
		words = strings.IndexByte(rest[:n], ' ') + 1
	} else if bar := strings.LastIndexByte(rest[:n], '|'); bar > 0 {
		words = bar + 1
	}
	if words == 0 {
		return false
	}
	f.mark(open, open+words, MarkStyle)
	f.mark(open+n, open+n+len(closer), MarkStyle)
	f.i = open + n + len(closer)
	return true
}

// time reads a time in brackets, or between two #. A time in brackets has hours or a
// fraction, since "[10:30]" may be an editor's words. Other text is not read.
func (f *markFinder) time() {
	start := f.i
	f.i++
	if end := stampLength(f.s[start:]); end > 0 {
		f.i = start + end
		f.mark(start, f.i, MarkTime)
	}
}

// stampLength returns the length of a time such as "[00:02:15]" that s begins with, or 0
// if there is none.
func stampLength(s string) int {
	const longest = len("#00:00:00-0#") + 4
	closer := map[byte]byte{'[': ']', '#': '#', '(': ')'}[s[0]]
	n := strings.IndexByte(s[1:min(len(s), longest)], closer) + 1
	if n < len("0:00.0") {
		return 0
	}
	inner := s[1:n]
	if strings.Trim(inner, "0123456789:.,-") != "" || !strings.Contains(inner, ":") || strings.Count(inner, ":") < 2 && !strings.ContainsAny(inner, ".,-") {
		return 0
	}
	if inner[0] < '0' || inner[0] > '9' || s[0] == '(' && len(inner) != len("00:00:00") {
		return 0
	}
	return n + 1
}
