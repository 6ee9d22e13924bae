package messages

import "strings"

// All returns the tables of texts for all languages of the interface, English first.
func All() []*Table {
	return []*Table{&english, &spanish, &french, &german, &portuguese, &arabic, &hebrew, &chinese, &japanese}
}

// English returns the table of English texts. It is used if there is no table for the
// reader's language.
func English() *Table { return &english }

// For returns the table for a BCP 47 language tag. It returns false if there is no
// table for the tag. For a tag of traditional Chinese (by its script or its region)
// there is none, because the Chinese texts use simplified characters.
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

// Choose returns the table in which a reader sees the interface. asked is the language
// tag that the reader's page requests. If asked is "", own is used: the language tag of
// the transcript. If there is no table for the tag, Choose returns English.
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
