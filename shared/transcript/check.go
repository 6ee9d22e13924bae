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

// optional applies a check to v, unless v is empty.
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
	if !isDate(v) && !isDateTime(v) {
		c.report(base, member, wrong(v, "write a date as 2023-11-29, or with a time as 2023-11-29T18:30:00Z"))
	}
}

// oneOf reports v, unless v is one of values.
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

// unique reports an id that is already in seen, and adds it to seen.
func (c *checker) unique(base, id string, seen map[string]bool) {
	if id != "" && seen[id] {
		c.report(base, "/id", quote(id)+" is used before; give each its own id")
	}
	seen[id] = true
}

// reference reports an id that is not in known. An empty id is a fault as well, unless
// mayBeEmpty.
func (c *checker) reference(base, member, id string, mayBeEmpty bool, known map[string]bool) {
	switch {
	case id == "" && mayBeEmpty:
	case id == "":
		c.report(base, member, "is missing; name an id from the list")
	case !known[id]:
		c.report(base, member, "nothing in the list has the id "+quote(id)+"; correct it, or add to the list")
	}
}

// line reports text with a line break, and the faults that [checker.text] reports. It
// is for members such as names.
func (c *checker) line(base, member, v string) {
	if strings.Contains(v, "\n") {
		c.report(base, member, "has a line break; write it in one line")
		return
	}
	c.text(base, member, v)
}

// text reports the faults of a text of one or more paragraphs.
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

// wrong returns the message "is missing" if v is empty, or else "is" and v in quotation
// marks. Advice how to correct the fault follows.
func wrong(v, advice string) string {
	if v == "" {
		return "is missing; " + advice
	}
	return "is " + quote(v) + "; " + advice
}

// quote returns v in quotation marks, shortened, with line breaks escaped.
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
