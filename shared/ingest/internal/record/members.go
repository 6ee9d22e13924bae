package record

import (
	"strings"
	"unicode"

	"quoteline/shared/ingest/internal/label"
)

// beginsWithTitle reports whether s begins with a title or words for a member, such as
// "Mr. " or "Several ". The Record describes the actions of members in such sentences.
func beginsWithTitle(s string) bool {
	for _, title := range []string{"Mr. ", "Mrs. ", "Ms. ", "Miss ", "Dr. ", "Senator ", "Several ", "Many ", "The "} {
		if strings.HasPrefix(s, title) {
			return true
		}
	}
	return false
}

// recordOffices lists words in the names of offices, such as OFFICER in "The PRESIDING
// OFFICER". After "The", only a name with one of these words is a speaker: "The U.S.
// fleet" is not.
const recordOffices = " OFFICER SPEAKER CHAIR CHAIRMAN CHAIRWOMAN CHAIRPERSON PRESIDENT VICE-PRESIDENT CLERK JUSTICE SERGEANT " +
	"SECRETARY CHAPLAIN WITNESS COURT DELEGATE COMMISSIONER DEAN MODERATOR PRESIDING "

// namesOffice reports whether one of the words in name is an office, such as OFFICER in
// "PRESIDING OFFICER (Mr. Talent)".
func namesOffice(name string) bool {
	for word := range strings.FieldsSeq(name) {
		if strings.Contains(recordOffices, " "+strings.Trim(word, "(),.")+" ") {
			return true
		}
	}
	return false
}

// recordLabelAt returns the length in bytes of the speaker's name that s begins with,
// not counting the full stop after it. Examples are "Mr. REID", "Mrs. McCARTHY of New
// York" and "The PRESIDING OFFICER (Mr. Talent)". The result is false if s does not
// begin with such a name.
func recordLabelAt(s string) (int, bool) {
	n, ok := titledNameAt(s)
	if ok && strings.HasPrefix(s, "The ") && !namesOffice(s[:n]) {
		return 0, false
	}
	return n, ok
}

// titledNameAt returns the length of the speaker's name at the start of s, like
// recordLabelAt. But after "The", it accepts any words in capitals as a name.
func titledNameAt(s string) (int, bool) {
	// After a title such as "Mr.", the first word of the name is in capitals. Small
	// words and names may follow, as in "REED of Rhode Island". A full stop after an
	// initial, as in "JOHN F. KERRY", does not end the name. See
	// testdata/congress.txtar.
	const longest = 80
	for _, title := range []string{
		"Mr. Manager ", "Mr. Counsel ", "Mrs. Manager ", "Ms. Manager ", "Mr. ", "Mrs. ", "Ms. ", "Miss ", "Dr. ", "Senator ", "Chairman ",
		"Chairwoman ", "The Acting ", "The ",
	} {
		rest, ok := strings.CutPrefix(s, title)
		if !ok {
			continue
		}
		n, capitals := 0, false
		for n < len(rest) && n < longest {
			word := rest[n : n+wordLength(rest[n:])]
			core := strings.TrimSuffix(word, ".")
			switch {
			case mostlyCapitals(core):
				capitals = true
			case !capitals || !continuesLabel(core):
				return 0, false
			}
			n += len(word)
			if core != word && !isInitial(core) {
				return len(title) + n - 1, true
			}
			if open := strings.HasPrefix(rest[n:], " ("); open {
				if end := strings.Index(rest[n:min(len(rest), n+longest)], ")."); end > 0 {
					return len(title) + n + end + 1, true
				}
			}
			if n >= len(rest) || rest[n] != ' ' {
				return 0, false
			}
			n++
		}
	}
	return 0, false
}

// wordLength returns the length in bytes of the word that s begins with.
func wordLength(s string) int {
	if i := strings.IndexAny(s, " \t"); i >= 0 {
		return i
	}
	return len(s)
}

// mostlyCapitals reports whether word is in capitals. Up to three small letters are
// allowed, as in McCONNELL and deGRASSE.
func mostlyCapitals(word string) bool {
	small, capitals := 0, 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r):
			small++
		case !strings.ContainsRune("'’-.,", r):
			return false
		}
	}
	return capitals > 0 && (small == 0 || small <= 3 && capitals >= small+1)
}

// isInitial reports whether word is a single letter, such as the F in "JOHN F.
// KERRY".
func isInitial(word string) bool { return len(word) == 1 }

// continuesLabel reports whether a word can be part of a speaker's name after a word
// in capitals, such as "of" or "Island" in "REED of Rhode Island".
func continuesLabel(word string) bool {
	r := []rune(word)
	return len(r) > 0 && (label.IsParticle(word) || word == "pro" || word == "tempore" || word == "and" || unicode.IsUpper(r[0]))
}
