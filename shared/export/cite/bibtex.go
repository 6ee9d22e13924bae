package cite

import "strings"

// AppendBibTeX appends a bibliography entry for BibTeX and biblatex.
//
// The title and each author are in braces of their own, as in {{Host} and {Ada Long}}.
// With these, BibTeX neither splits a name nor changes upper and lower case. BibTeX
// reads the fields year and month. biblatex reads the field date, which also has the
// day (biblatex manual, section 2.2.2). Neither program has a field for the name of the
// person who asked the question, so this name is only in the abstract.
func AppendBibTeX(dst []byte, q *Quote) []byte {
	dst = append(append(append(dst, "@misc{"...), q.Key...), ",\n"...)
	dst = appendAuthors(dst, q.Speakers)
	dst = appendEntry(dst, "title", q.Title, "{{", "}}")
	dst = appendEntry(dst, "howpublished", q.Publisher, "{", "}")
	if year, m, _, ok := splitDate(q.Date); ok {
		full, _ := month(m)
		dst = appendEntry(dst, "date", q.Date, "{", "}")
		dst = appendEntry(dst, "year", year, "{", "}")
		// The month is a BibTeX macro, such as jan or feb. A macro has no braces.
		dst = appendEntry(dst, "month", string([]byte{full[0] | 0x20, full[1], full[2]}), "", "")
	}
	dst = appendEntry(dst, "langid", langID(q.Lang), "{", "}")
	dst = append(appendURL(append(dst, "  url = {"...), q.URL), "},\n"...)
	return append(appendEntry(dst, "abstract", q.abstract(), "{", "}"), "}\n"...)
}

// appendAuthors appends the field author, with the word "and" between the names.
func appendAuthors(dst []byte, names []string) []byte {
	before := "  author = {{"
	for _, name := range names {
		dst = appendTeX(append(dst, before...), oneLine(name))
		before = "} and {"
	}
	if len(names) > 0 {
		dst = append(dst, "}},\n"...)
	}
	return dst
}

func appendEntry(dst []byte, name, value, open, end string) []byte {
	if value == "" {
		return dst
	}
	dst = append(append(append(append(dst, "  "...), name...), " = "...), open...)
	return append(append(appendTeX(dst, oneLine(value)), end...), ",\n"...)
}

// appendTeX appends s as LaTeX text.
func appendTeX(dst []byte, s string) []byte {
	// All programs understand the braces \{ and \}. But BibTeX counts them, so it
	// would end the field too early or too late at a brace without a partner. If a
	// text has such a brace, all its braces are written as \textbraceleft{} and
	// \textbraceright{}. Some programs do not know these two commands and show no
	// brace.
	open, end := `\{`, `\}`
	if !balanced(s) {
		open, end = `\textbraceleft{}`, `\textbraceright{}`
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '\\':
			dst = append(dst, `\textbackslash{}`...)
		case '{':
			dst = append(dst, open...)
		case '}':
			dst = append(dst, end...)
		case '~':
			dst = append(dst, `\textasciitilde{}`...)
		case '^':
			dst = append(dst, `\textasciicircum{}`...)
		case '$', '&', '#', '_', '%':
			dst = append(dst, '\\', c)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// balanced reports whether the braces of s are in pairs: each "{" has a "}" after it, and
// each "}" has a "{" before it.
func balanced(s string) bool {
	depth := 0
	for i := 0; i < len(s) && depth >= 0; i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
	}
	return depth == 0
}

// languages has the codes of languages (ISO 639-1), each with the name that the LaTeX
// packages babel and polyglossia use. biblatex's field langid needs that name (biblatex
// manual, section 2.2.3).
const languages = " ar:arabic cs:czech da:danish de:german el:greek en:english es:spanish" +
	" fa:persian fi:finnish fr:french he:hebrew hi:hindi hu:hungarian it:italian" +
	" ja:japanese ko:korean nl:dutch pl:polish pt:portuguese ro:romanian ru:russian" +
	" sv:swedish tr:turkish uk:ukrainian zh:chinese "

// langID returns babel's name of a language, as in "english" for "en-GB". It returns ""
// for a language that is not in the constant languages.
func langID(tag string) string {
	code, _, _ := strings.Cut(tag, "-")
	_, after, found := strings.Cut(languages, " "+lower(code)+":")
	if !found {
		return ""
	}
	name, _, _ := strings.Cut(after, " ")
	return name
}

// lower returns s with a lower-case letter for each letter from A to Z. A language tag
// has no other letters. The function replaces strings.ToLower, whose tables of Unicode
// would make the WebAssembly program 2 KB larger after Brotli compression.
func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
