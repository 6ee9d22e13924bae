package cite

import (
	"strings"

	"quoteline/shared/export/internal/escape"
)

// AppendMarkdown appends the quotation with its source in Markdown, as a CommonMark
// block quotation.
func AppendMarkdown(dst []byte, q *Quote) []byte {
	for paragraph := range strings.SplitSeq(q.paragraphs(), "\n") {
		dst = escape.AppendMarkdown(append(dst, "> "...), strings.Trim(paragraph, " \t"))
		dst = append(dst, "\n>\n"...)
	}
	dst = append(dst, "> — "...)
	if who := q.speakerAndRole(); who != "" {
		dst = append(escape.AppendMarkdown(dst, who), ", "...)
	}
	dst = append(escape.AppendMarkdown(append(dst, '['), q.Title), "](<"...)
	dst = append(appendURL(dst, q.URL), ">)"...)
	for _, part := range q.source() {
		dst = escape.AppendMarkdown(append(dst, ", "...), part)
	}
	return append(dst, '\n')
}

// AppendHTML appends the quotation as a blockquote element, and then its source as a
// paragraph. HTML does not allow the source inside the blockquote, because the source
// is not quoted (HTML Living Standard, section 4.4.4).
func AppendHTML(dst []byte, q *Quote) []byte {
	dst = escape.AppendAttribute(append(dst, `<blockquote cite="`...), q.URL)
	dst = escape.AppendAttribute(append(dst, `" lang="`...), q.Lang)
	dst = append(dst, "\">\n"...)
	for paragraph := range strings.SplitSeq(q.paragraphs(), "\n") {
		dst = append(escape.AppendText(append(dst, "<p>"...), paragraph), "</p>\n"...)
	}
	dst = append(dst, "</blockquote>\n<p>— "...)
	if who := q.speakerAndRole(); who != "" {
		dst = append(escape.AppendText(dst, who), ", "...)
	}
	dst = escape.AppendAttribute(append(dst, `<cite><a href="`...), q.URL)
	dst = append(escape.AppendText(append(dst, `">`...), q.Title), "</a></cite>"...)
	for _, part := range q.source() {
		dst = escape.AppendText(append(dst, ", "...), part)
	}
	return append(dst, "</p>\n"...)
}

// paragraphs returns the text of a block quotation: first the question, with the name
// of the person who asked it, then the words. Line breaks separate the paragraphs. If
// there is no question, it returns only the words.
func (q *Quote) paragraphs() string {
	if q.Question == "" {
		return q.Words
	}
	return q.asker() + q.Question + "\n" + q.Words
}

// source returns the facts that are written after the title: how the words were edited,
// the publisher, and the date. Unknown facts are left out.
func (q *Quote) source() []string {
	var parts []string
	for _, part := range []string{q.Editing, q.Publisher, longDate(q.Date)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// appendURL appends a URL. It percent-encodes the characters that would end the URL in
// Markdown's angle brackets or in BibTeX's braces (RFC 3986, section 2.1).
func appendURL(dst []byte, url string) []byte {
	const digits = "0123456789ABCDEF"
	for i := 0; i < len(url); i++ {
		if c := url[i]; c <= ' ' || strings.IndexByte("<>{}\\", c) >= 0 {
			dst = append(dst, '%', digits[c>>4], digits[c&15])
		} else {
			dst = append(dst, c)
		}
	}
	return dst
}
