package ingest

import "strings"

// attributesAt returns about how many attributes the tag at text[at] has, 0 for a tag
// of ordinary length and for other text. The tokenizer takes 100 bytes of memory for
// each, and shows none before it has read all of them.
func attributesAt(text string, at int) int {
	const longTag = 4 << 10
	if len(text) < at+longTag || text[at] != '<' || !isTagStart(text[at+1]) {
		return 0
	}
	tag := text[at:tagEnd(text, at)]
	if len(tag) < longTag {
		return 0
	}
	n := 0
	for _, delimiter := range []string{" ", "\t", "\n", "\f", "\r", "/", "="} {
		n += strings.Count(tag, delimiter)
	}
	return n
}

// isTagStart reports whether b after < begins a tag: <p and </p.
func isTagStart(b byte) bool {
	return b == '/' || b|0x20 >= 'a' && b|0x20 <= 'z'
}

// tagEnd returns the offset after the > that ends the tag at text[at]. A > in a quoted
// value, as in <p title="a > b">, does not end it.
func tagEnd(text string, at int) int {
	for i := at + 1; i < len(text); i++ {
		switch text[i] {
		case '>':
			return i + 1
		case '=':
			i = valueEnd(text, i+1) - 1
		}
	}
	return len(text)
}

// valueEnd returns the offset after the quoted value that begins at text[i], perhaps
// after white space. If the value has no quotation marks, it returns where that begins.
func valueEnd(text string, i int) int {
	i = len(text) - len(strings.TrimLeft(text[i:], " \t\n\f\r"))
	if i == len(text) || text[i] != '"' && text[i] != '\'' {
		return i
	}
	n := strings.IndexByte(text[i+1:], text[i])
	if n < 0 {
		return len(text)
	}
	return i + 1 + n + 1
}
