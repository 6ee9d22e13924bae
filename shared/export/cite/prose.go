package cite

// AppendPlain appends the quotation as plain text. First come the question, the words
// and a dash. Then come speaker, title, publisher, date and link, separated by commas.
func AppendPlain(dst []byte, q *Quote) []byte {
	dst = append(append(append(dst, q.asked("\n")...), q.said()...), " — "...)
	for _, part := range []string{q.speakerAndRole(), "“" + q.Title + "”" + q.remark(), q.Publisher, longDate(q.Date)} {
		if part != "" {
			dst = append(append(dst, part...), ", "...)
		}
	}
	return append(dst, q.URL...)
}

// AppendAP appends the quotation in the style of the Associated Press: first the
// speaker and the source, then a colon and the words.
func AppendAP(dst []byte, q *Quote) []byte {
	dst = append(dst, q.asked(" ")...)
	if who := q.speakerAndRole(); who != "" {
		dst = append(append(dst, who...), ", in “"...)
	} else {
		dst = append(dst, "From “"...)
	}
	dst = append(append(append(dst, q.Title...), "”"...), q.remark()...)
	between := " ("
	for _, part := range []string{q.Publisher, apDate(q.Date)} {
		if part != "" {
			dst = append(append(dst, between...), part...)
			between = ", "
		}
	}
	if between == ", " {
		dst = append(dst, ')')
	}
	dst = append(append(append(dst, ": "...), q.said()...), ' ')
	return append(dst, q.URL...)
}

// remark returns how the words were edited, in brackets with a space before them, as in
// " (translated)". It returns "" if the words are verbatim.
func (q *Quote) remark() string {
	if q.Editing == "" {
		return ""
	}
	return " (" + q.Editing + ")"
}
