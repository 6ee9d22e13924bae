package page

import "strings"

// attributesAt returns the approximate number of attributes of the tag at text[at].
// It returns 0 if there is no tag, or if the tag is shorter than 4 KiB. The budget,
// which limits the work, needs the number in advance. The tokenizer uses 100 bytes of
// memory for each attribute, and returns only after it has read all attributes of the
// tag.
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

// isTagStart reports whether the byte b, which follows "<", begins a tag such as <p
// or </p.
func isTagStart(b byte) bool {
	return b == '/' || b|0x20 >= 'a' && b|0x20 <= 'z'
}

// tagEnd returns the offset after the ">" that ends the tag at text[at]. A ">" inside
// a quoted value, as in <p title="a > b">, does not end the tag.
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

// valueEnd returns the offset after a quoted attribute value such as "a > b". The
// value is at text[i]; white space may precede it. If the value has no quotation
// marks, it returns the offset at which the value begins.
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
