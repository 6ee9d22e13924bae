package cite

// AppendPlain appends the question and the words, then who said them where and
// when, and the link.
func AppendPlain(dst []byte, q *Quote) []byte {
	dst = append(append(append(dst, q.asked("\n")...), q.said()...), " — "...)
	for _, part := range []string{q.speakerAndRole(), "“" + q.Title + "”" + q.remark(), q.Publisher, longDate(q.Date)} {
		if part != "" {
			dst = append(append(dst, part...), ", "...)
		}
	}
	return append(dst, q.URL...)
}

// AppendAP appends the quotation in the manner of the Associated Press: who
// before what, the words after a colon.
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

// remark returns what readers have to know of the words, as in " (translated)".
func (q *Quote) remark() string {
	if q.Editing == "" {
		return ""
	}
	return " (" + q.Editing + ")"
}
