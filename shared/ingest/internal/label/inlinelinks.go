package label

import "strings"

// wikiLink reads a link of Wikitext that begins at s[open], such as "[[Page|words]]" or
// "[https://example.org words]". It returns false if there is none.
func (f *markFinder) wikiLink(open int) bool {
	// Example: "[[Page|words]]" has two marks, "[[Page|" and "]]". The rest is words.
	rest := f.s[open:min(len(f.s), open+maxLink)]
	closer, words := "]", 0
	switch {
	case strings.HasPrefix(rest, "[["):
		if n := wikiImageLength(rest); n > 0 {
			f.mark(open, open+n, MarkImage)
			f.i = open + n
			return true
		}
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

// image reads an image of Markdown (CommonMark 0.31, section 6.4) whose bracket is
// s[open], such as "![words](address)". The words describe the image, so they are not
// spoken. A link around the image is part of it: "[![words](address)](address)". The
// result is false if there is no image.
func (f *markFinder) image(open int) bool {
	linked := strings.HasPrefix(f.s[open:], "[![")
	if !linked && (open == 0 || f.s[open-1] != '!') {
		return false
	}
	// Example: in "[![a](b)](c)", the image begins at the first bracket. The bracket
	// before the words "a" is two bytes later.
	start, bracket := open-1, open
	if linked {
		start, bracket = open, open+len("[!")
	}
	n := bracketsLength(f.s[bracket:])
	end := bracket + n
	if n == 0 || !f.markdown && !isFile(f.s[bracket:end]) {
		return false
	}
	if linked {
		address := strings.IndexByte(f.s[end:min(len(f.s), end+maxLink)], ')') + 1
		if address == 0 || !strings.HasPrefix(f.s[end:], "](") {
			return false
		}
		end += address
	}
	f.mark(start, end, MarkImage)
	f.i = end
	return true
}

// bracketsLength returns the length of the link or image at the start of s, as in
// "[words](address)" or "[words][name]". It returns 0 if there is none.
func bracketsLength(s string) int {
	s = s[:min(len(s), maxLink)]
	n := strings.IndexByte(s, ']') + 1
	if n == 0 || n == len(s) {
		return 0
	}
	if s[n] != '(' && s[n] != '[' {
		return 0
	}
	if end := strings.IndexByte(s[n+1:], closerOf(s[n])); end >= 0 {
		return n + end + 2
	}
	return 0
}

// closerOf returns the character that ends what b begins, such as ')' for '('. It returns
// 0 if b begins nothing. It is called for each bracket of a text. A switch takes less
// time than a new map for each call.
func closerOf(b byte) byte {
	switch b {
	case '(':
		return ')'
	case '[':
		return ']'
	case '#':
		return '#'
	}
	return 0
}

// isFile reports whether the address in "[words](address)" looks like a file, because it
// has a dot and no space. In a text that is not Markdown, only such a link is an image:
// "No![laughs](sighs)" is not.
func isFile(link string) bool {
	_, address, _ := strings.Cut(link, "](")
	return strings.Contains(address, ".") && !strings.Contains(address, " ")
}

// wikiImageLength returns the length of the Wikitext image at the start of s, such as
// "[[File:A.png|thumb|The [[harbour]]]]". It returns 0 if there is none.
func wikiImageLength(s string) int {
	name, _, ok := strings.Cut(s[len("[["):], ":")
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "file", "image", "datei", "bild", "fichier", "archivo", "ficheiro", "imagem", "immagine", "bestand", "файл", "ファイル", "文件":
	default:
		ok = false
	}
	depth := 0
	for i := 0; ok && i+1 < len(s); i++ {
		switch s[i : i+2] {
		case "[[":
			depth++
			i++
		case "]]":
			i++
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// time reads a time between brackets or between two "#". The time must have hours or a
// fraction, because a shorter one such as "[10:30]" may be an editor's words. If there is
// no such time, it skips only one character.
func (f *markFinder) time() {
	start := f.i
	f.i++
	if end := stampLength(f.s[start:]); end > 0 {
		f.i = start + end
		f.mark(start, f.i, MarkTime)
	}
}

// stampLength returns the length of the time at the start of s, such as "[00:02:15]". It
// returns 0 if there is none.
func stampLength(s string) int {
	const longest = len("#00:00:00-0#") + 4
	n := strings.IndexByte(s[1:min(len(s), longest)], closerOf(s[0])) + 1
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
