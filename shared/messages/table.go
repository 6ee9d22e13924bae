package messages

import (
	"errors"
	"strings"
)

// Table holds the texts of the interface in one language.
type Table struct {
	phrases [phrases]string
	counts  [counts]string
}

// Say returns the text of phrase p in the table's language. The caller has to replace
// its placeholders (holes), such as {1}.
func (t *Table) Say(p Phrase) string { return t.phrases[p] }

// Count returns the text c in the table's language, in the form for the number n. The
// caller has to replace its placeholders (holes), such as {1}.
func (t *Table) Count(c Count, n int) string {
	form := int(t.category(n))
	rest := t.counts[c]
	for range form {
		_, after, ok := strings.Cut(rest, "|")
		if !ok {
			break
		}
		rest = after
	}
	wording, _, _ := strings.Cut(rest, "|")
	return wording
}

// Hole cuts a text of the interface at its first hole, which is a placeholder such as
// {1}. It returns the text before the hole, the number in the hole (1 or more), and the
// text after the hole. If there is no hole, number is 0 and before is the whole text.
func Hole(wording string) (before string, number int, after string) {
	i := strings.IndexByte(wording, '{')
	if i < 0 || i+2 >= len(wording) || wording[i+2] != '}' {
		return wording, 0, ""
	}
	return wording[:i], int(wording[i+1] - '0'), wording[i+3:]
}

// Text returns all texts of the table as one string, a line for each text. [Parse]
// reads this form.
func (t *Table) Text() string {
	return strings.Join(append(t.phrases[:], t.counts[:]...), "\n")
}

// Parse reads a table from the string that [Table.Text] returned. It fails if the
// string has more or fewer texts than this program expects. For example, the server
// that made the string may be newer than this program.
func Parse(text string) (*Table, error) {
	lines := strings.Split(text, "\n")
	if len(lines) != int(phrases)+int(counts) {
		return nil, errors.New("the words of the interface are those of another build")
	}
	t := &Table{}
	copy(t.phrases[:], lines)
	copy(t.counts[:], lines[phrases:])
	return t, nil
}
