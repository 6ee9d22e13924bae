package cite

// AppendBibTeX appends a bibliography entry for BibTeX and biblatex. Author and title
// are in double braces, as in {{Ada Long}}. With these, BibTeX neither splits the name
// nor changes upper and lower case.
func AppendBibTeX(dst []byte, q *Quote) []byte {
	dst = append(append(append(dst, "@misc{"...), q.Key...), ",\n"...)
	dst = appendEntry(dst, "author", q.Speaker, "{{", "}}")
	dst = appendEntry(dst, "title", q.Title, "{{", "}}")
	dst = appendEntry(dst, "howpublished", q.Publisher, "{", "}")
	if year, m, _, ok := splitDate(q.Date); ok {
		full, _ := month(m)
		dst = appendEntry(dst, "year", year, "{", "}")
		// The month is a BibTeX macro, such as jan or feb. A macro has no braces.
		dst = appendEntry(dst, "month", string([]byte{full[0] | 0x20, full[1], full[2]}), "", "")
	}
	dst = appendEntry(dst, "language", q.Lang, "{", "}")
	dst = append(appendURL(append(dst, "  url = {"...), q.URL), "},\n"...)
	return append(appendEntry(dst, "note", q.note(), "{", "}"), "}\n"...)
}

func appendEntry(dst []byte, name, value, open, end string) []byte {
	if value == "" {
		return dst
	}
	dst = append(append(append(append(dst, "  "...), name...), " = "...), open...)
	return append(append(appendTeX(dst, oneLine(value)), end...), ",\n"...)
}

// appendTeX appends s as LaTeX text. It writes a brace as a command such as
// \textbraceleft{}. A backslash before the brace is not enough, because BibTeX counts
// that brace as well.
func appendTeX(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '\\':
			dst = append(dst, `\textbackslash{}`...)
		case '{':
			dst = append(dst, `\textbraceleft{}`...)
		case '}':
			dst = append(dst, `\textbraceright{}`...)
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
