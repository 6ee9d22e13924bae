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

// Say returns the wording of phrase p. Its holes, such as {1}, are not filled.
func (t *Table) Say(p Phrase) string { return t.phrases[p] }

// Count returns the wording of phrase c for the number n. Its holes, such as {1}, are
// not filled.
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

// Hole cuts a wording at its first hole, such as {1}. It returns the text before the
// hole, the number in the hole (1 or more), and the text after it. If there is no hole,
// number is 0 and before is the whole wording.
func Hole(wording string) (before string, number int, after string) {
	i := strings.IndexByte(wording, '{')
	if i < 0 || i+2 >= len(wording) || wording[i+2] != '}' {
		return wording, 0, ""
	}
	return wording[:i], int(wording[i+1] - '0'), wording[i+3:]
}

// Text returns the table in the form that [Parse] reads, with a line for each wording.
func (t *Table) Text() string {
	return strings.Join(append(t.phrases[:], t.counts[:]...), "\n")
}

// Parse reads the text of a table that [Table.Text] returned. It rejects a text that
// another build of the program wrote and that has another number of phrases.
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
