package messages

import "strings"

// All returns the languages of the interface, English first.
func All() []*Table {
	return []*Table{&english, &spanish, &french, &german, &portuguese, &arabic, &hebrew, &chinese, &japanese}
}

// English returns the language that replaces missing ones.
func English() *Table { return &english }

// For returns the language of a BCP 47 tag, and whether there is one. Chinese is
// in simplified characters, so that a tag that asks for traditional ones, by
// script or by region, finds none.
func For(tag string) (*Table, bool) {
	language, rest, _ := strings.Cut(strings.ToLower(tag), "-")
	if language == "iw" { // Hebrew's tag until 1989, which some systems still write
		language = "he"
	}
	if language == "zh" && asksTraditional(rest) {
		return nil, false
	}
	for _, t := range All() {
		if t.phrases[Lang] == language {
			return t, true
		}
	}
	return nil, false
}

// Choose returns the language that a reader's page asks for, or English if there is
// no table for it. If the page names no language, the transcript's own is used.
func Choose(asked, own string) *Table {
	if asked == "" {
		asked = own
	}
	if t, ok := For(asked); ok {
		return t
	}
	return English()
}

func asksTraditional(subtags string) bool {
	for subtag := range strings.SplitSeq(subtags, "-") {
		switch subtag {
		case "hans":
			return false
		case "hant", "tw", "hk", "mo":
			return true
		}
	}
	return false
}
