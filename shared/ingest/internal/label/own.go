package label

import (
	"strings"
	"unicode"
)

// OwnLabel returns the length in bytes of the label at the start of a text, if the label
// names the speaker. The argument name is the speaker's name in a separate field of the
// source. The length includes the colon and the white space after it. It is 0 if there is
// no such label. A surname is enough if it is in capitals or after a title: "MR. SHORT:"
// is a label of Ben Short.
func OwnLabel(name, text string) int {
	// Example: "Ben: look at this" may be words of Ben Short to another Ben. So a first
	// name without the surname is not a label.
	head, _, ok := strings.Cut(text[:min(len(text), MaxNameBytes)], ":")
	if !ok {
		return 0
	}
	own := strings.Fields(Fold(strings.Trim(head, " []()*")))
	full := strings.Fields(Fold(name))
	if len(own) == 0 || len(full) == 0 {
		return 0
	}
	same := strings.Join(own, " ") == strings.Join(full, " ")
	capitals := strings.ToUpper(head) == head && strings.ContainsFunc(head, unicode.IsUpper)
	surname := own[len(own)-1] == full[len(full)-1] && len(full) > 1 && (capitals || len(own) == 2 && isTitle(own[0]))
	if !same && !surname {
		return 0
	}
	rest := text[len(head)+1:]
	return len(text) - len(strings.TrimLeftFunc(rest, unicode.IsSpace))
}

// isTitle reports whether a word in lower case is a title before a surname.
func isTitle(word string) bool {
	switch strings.TrimSuffix(word, ".") {
	case "mr", "mrs", "ms", "miss", "dr", "prof", "justice", "judge", "senator", "sen", "rep", "sir", "herr", "frau", "m", "mme":
		return true
	}
	return false
}
