package cite

import (
	"strings"
	"unicode/utf8"
)

// AppendRIS appends the quotation as a record in the bibliography format RIS. Each line
// has a tag of two letters and a value, as in "TY  - ELEC", and ends in CR and LF. The
// quoted words are in the abstract, whose tag is AB.
//
// The publisher is written twice, since EndNote reads it from PB, and Zotero reads the
// name of a site from T2.
func AppendRIS(dst []byte, q *Quote) []byte {
	dst = appendTag(dst, "TY", "ELEC")
	dst = appendTag(dst, "ID", q.Key)
	for _, name := range q.Speakers {
		dst = appendTag(dst, "AU", author(name))
	}
	dst = appendTag(dst, "TI", q.Title)
	dst = appendTag(dst, "T2", q.Publisher)
	dst = appendTag(dst, "PB", q.Publisher)
	if year, _, _, ok := splitDate(q.Date); ok {
		dst = appendTag(dst, "PY", year)
		dst = appendTag(dst, "DA", year+"/"+q.Date[5:7]+"/"+q.Date[8:]+"/")
	}
	dst = appendTag(dst, "LA", q.Lang)
	dst = appendTag(dst, "UR", q.URL)
	dst = appendTag(dst, "AB", q.abstract())
	return append(dst, "ER  - \r\n"...)
}

// author returns a name as the value of the tag AU (author). That value has the form
// "family, given, suffix". If the name has a comma, two commas replace the first one, as
// in "Sammy Davis,, Jr.". So the given name is empty, and the part before the commas is
// not split. EndNote's manual gives the same form for the names of organizations.
func author(name string) string { return strings.Replace(name, ",", ",,", 1) }

// appendTag appends one line of a RIS record. If the value is empty, it appends
// nothing. A line break in the value becomes a space, because a value must be on one
// line. Some programs that read RIS end a line at any of Unicode's line breaks.
func appendTag(dst []byte, tag, value string) []byte {
	if value == "" {
		return dst
	}
	dst = append(append(dst, tag...), "  - "...)
	return append(append(dst, oneLine(value)...), "\r\n"...)
}

// oneLine returns s with a space for each character that ends a line: LF, VT, FF, CR,
// NEL, and the separators of lines and paragraphs (Unicode Standard, section 5.8).
func oneLine(s string) string {
	line := make([]byte, 0, len(s))
	for _, r := range s {
		switch r {
		case '\n', '\v', '\f', '\r', 0x85, 0x2028, 0x2029:
			r = ' '
		}
		line = utf8.AppendRune(line, r)
	}
	return string(line)
}
