package transcript

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// report adds a fault. Its JSON Pointer is base followed by member: "/turns/3" and
// "/text" make "/turns/3/text".
func (c *checker) report(base, member, message string) {
	c.faults = append(c.faults, Fault{base + member, message})
}

// optional calls the function check for the value v, unless v is empty.
func (c *checker) optional(check func(base, member, v string), base, member, v string) {
	if v != "" {
		check(base, member, v)
	}
}

func (c *checker) slug(base, member, v string) {
	if !isSlug(v) {
		c.report(base, member, wrong(v, "use lower-case letters a to z, digits and single hyphens between them, at most "+strconv.Itoa(MaxSlug)+" bytes"))
	}
}

func (c *checker) lang(base, member, v string) {
	if !IsLang(v) {
		c.report(base, member, wrong(v, "write a BCP 47 language tag such as en or sr-Latn"))
	}
}

func (c *checker) url(base, member, v string) {
	if !isWebURL(v) {
		c.report(base, member, wrong(v, "write an absolute address that begins with https:// or http:// and has no user name in it"))
	}
}

func (c *checker) moment(base, member, v string) {
	if !IsDate(v) && !isDateTime(v) {
		c.report(base, member, wrong(v, "write a date as 2023-11-29, or with a time as 2023-11-29T18:30:00Z"))
	}
}

// oneOf reports a fault if v is not one of values.
func oneOf[V ~string](c *checker, base, member string, v V, values ...V) {
	var list string
	for i, value := range values {
		if v == value {
			return
		}
		if i > 0 {
			list += ", "
		}
		list += string(value)
	}
	c.report(base, member, wrong(string(v), "write one of "+list))
}

// unique reports a fault if the id is already in the map seen. If not, unique adds it.
func (c *checker) unique(base, id string, seen map[string]bool) {
	if id != "" && seen[id] {
		c.report(base, "/id", quote(id)+" is used before; give each its own id")
	}
	seen[id] = true
}

// reference reports a fault if the id is not in the map known. An empty id is a fault as
// well, unless mayBeEmpty is true.
func (c *checker) reference(base, member, id string, mayBeEmpty bool, known map[string]bool) {
	switch {
	case id == "" && mayBeEmpty:
	case id == "":
		c.report(base, member, "is missing; name an id from the list")
	case !known[id]:
		c.report(base, member, "nothing in the list has the id "+quote(id)+"; correct it, or add to the list")
	}
}

// line checks a text that must be in one line, such as a name. It reports a line break,
// and the faults that [checker.text] reports.
func (c *checker) line(base, member, v string) {
	if strings.Contains(v, "\n") {
		c.report(base, member, "has a line break; write it in one line")
		return
	}
	c.text(base, member, v)
}

// text checks a text of one or more paragraphs: its length, its characters, and that no
// paragraph is empty.
func (c *checker) text(base, member, v string) {
	if len(v) > MaxText {
		c.report(base, member, "has more than "+strconv.Itoa(MaxText)+" bytes; split it")
	}
	if i := invalidUTF8(v); i >= 0 {
		c.report(base, member, "is not valid UTF-8 after "+strconv.Itoa(i)+" bytes; convert the source to UTF-8")
	}
	if r, i := firstControl(v); i >= 0 {
		c.report(base, member, "has the control character U+"+hex4(r)+" after "+strconv.Itoa(i)+" bytes; remove it")
	}
	switch {
	case isBlank(v):
		c.report(base, member, "is missing; write it")
	case hasBlankParagraph(v):
		c.report(base, member, "has an empty paragraph; separate paragraphs by one line break, with none before the first and after the last")
	}
}

// wrong returns a message about the faulty value v, with advice how to correct it. The
// message begins with "is missing" if v is empty, and with "is" and v in quotation
// marks otherwise.
func wrong(v, advice string) string {
	if v == "" {
		return "is missing; " + advice
	}
	return "is " + quote(v) + "; " + advice
}

// quote returns v in quotation marks, with line breaks escaped. If v has more than 40
// bytes, it is cut and "…" follows.
func quote(v string) string {
	const most = 40
	if len(v) <= most {
		return strconv.Quote(v)
	}
	cut := most
	for cut > most-utf8.UTFMax && !utf8.RuneStart(v[cut]) {
		cut--
	}
	return strconv.Quote(v[:cut]) + "…"
}

func hex4(r rune) string {
	const digits = "0123456789ABCDEF"
	return string([]byte{digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15]})
}
