package cite

// AppendCSL appends the quotation as CSL-JSON, the format of the Citation Style
// Language 1.0.2: a list with one item. The quoted words are in the item's field
// "abstract".
//
// The publisher is in the field "container-title", as the site on which the interview
// is. Styles that print a site or a publisher print this field. They would print the
// name twice if it were in the field "publisher" as well.
func AppendCSL(dst []byte, q *Quote) []byte {
	dst = appendString(append(dst, `[{"id":`...), q.Key)
	dst = append(dst, `,"type":"interview"`...)
	dst = appendMember(dst, `,"title":`, q.Title, "")
	dst = appendNames(dst, `,"author":[`, q.Speakers)
	if q.Asker != "" {
		dst = appendNames(dst, `,"interviewer":[`, []string{q.Asker})
	}
	dst = appendMember(dst, `,"container-title":`, q.Publisher, "")
	if year, m, day, ok := splitDate(q.Date); ok {
		dst = append(dst, `,"issued":{"date-parts":[[`...)
		dst = append(appendNumber(dst, year), ',')
		dst = append(appendNumber(dst, string([]byte{byte('0' + m/10), byte('0' + m%10)})), ',')
		dst = append(appendNumber(dst, day), "]]}"...)
	}
	dst = appendMember(dst, `,"language":`, q.Lang, "")
	dst = appendMember(dst, `,"URL":`, q.URL, "")
	dst = appendMember(dst, `,"abstract":`, q.abstract(), "")
	return append(dst, "}]\n"...)
}

// appendNames appends a list of names. Each is {"literal":"Ada Long"}: CSL-JSON's form
// for a name that is not split into given and family name.
func appendNames(dst []byte, before string, names []string) []byte {
	for _, name := range names {
		dst = appendMember(append(dst, before...), `{"literal":`, name, "}")
		before = ","
	}
	if len(names) > 0 {
		dst = append(dst, ']')
	}
	return dst
}

// appendNumber appends digits as a JSON number, without leading zeros.
func appendNumber(dst []byte, digits string) []byte {
	for len(digits) > 1 && digits[0] == '0' {
		digits = digits[1:]
	}
	return append(dst, digits...)
}

func appendMember(dst []byte, before, value, after string) []byte {
	if value == "" {
		return dst
	}
	return append(appendString(append(dst, before...), value), after...)
}

// appendString appends s as a JSON string in quotation marks (RFC 8259, section 7).
func appendString(dst []byte, s string) []byte {
	const digits = "0123456789abcdef"
	dst = append(dst, '"')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"', c == '\\':
			dst = append(dst, '\\', c)
		case c == '\n':
			dst = append(dst, `\n`...)
		case c < ' ':
			dst = append(dst, `\u00`...)
			dst = append(dst, digits[c>>4], digits[c&15])
		default:
			dst = append(dst, c)
		}
	}
	return append(dst, '"')
}
