package propose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type person struct {
	name, reason string
	host         bool
}

// people returns the people whom fields of the head (the lines before the first turn)
// name, as in "Host: Ada Long" or "Guests: Ben Ott, Cleo Dunn and Eva Fry".
func (h *head) people() []person {
	var all []person
	for i := range h.lines {
		l := &h.lines[i]
		host := false
		switch l.key {
		case "host", "hosts", "moderator", "moderators", "interviewer", "interviewers", "presenter":
			host = true
		case "guest", "guests", "speaker", "speakers", "interviewee", "interviewees", "participants", "panelists", "panellists":
		default:
			continue
		}
		value := strings.NewReplacer(" and ", ",", " & ", ",", ";", ",", "[", "", "]", "").Replace(l.value)
		for name := range strings.SplitSeq(value, ",") {
			if name = unquoted(name); isFullName(name) {
				all = append(all, person{name, l.named("says “" + l.text + "”"), host})
			}
		}
	}
	return all
}

// isFullName reports whether a text has two to five words that each begin with a capital
// letter, or with a letter of a script without capitals.
func isFullName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsLetter(r) || unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// isPartOf reports whether name is the full name, or the first or the last words of it, in any
// case: "Ada", "LONG" and "Ada Long" are parts of "Ada Long".
func isPartOf(name, full string) bool {
	name, full = strings.ToLower(name), strings.ToLower(full)
	return name != "" && (name == full || strings.HasPrefix(full, name+" ") || strings.HasSuffix(full, " "+name))
}
