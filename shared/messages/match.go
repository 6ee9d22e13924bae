package messages

import "strings"

// All returns the languages of the interface, English first.
func All() []*Table {
	return []*Table{&english, &spanish, &french, &german, &portuguese, &arabic, &hebrew, &chinese, &japanese}
}

// English returns the table of English, which is used if the reader's language is
// missing.
func English() *Table { return &english }

// For returns the table for a BCP 47 tag, and whether there is one. There is none for a
// tag of traditional Chinese (by its script or its region), because the Chinese texts
// are in simplified characters.
func For(tag string) (*Table, bool) {
	language, rest, _ := strings.Cut(strings.ToLower(tag), "-")
	if language == "iw" { // the tag of Hebrew until 1989, which some systems still use
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

// Choose returns the table for asked, the language that a reader's page requests, or
// English if there is no such table. If asked is empty, the transcript's language (own)
// is used instead.
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
