package messages

import (
	"errors"
	"strings"
)

// Table is a language of the interface.
type Table struct {
	phrases [phrases]string
	counts  [counts]string
}

// Say returns the wording of a phrase, with its holes.
func (t *Table) Say(p Phrase) string { return t.phrases[p] }

// Count returns the wording that goes with n, with its holes.
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

// Hole cuts a wording at its first hole. It returns the text before the hole, the
// hole's number from 1, and the text after it. Without a hole the number is 0 and
// before is the whole wording.
func Hole(wording string) (before string, number int, after string) {
	i := strings.IndexByte(wording, '{')
	if i < 0 || i+2 >= len(wording) || wording[i+2] != '}' {
		return wording, 0, ""
	}
	return wording[:i], int(wording[i+1] - '0'), wording[i+3:]
}

// Text returns the table as [Parse] reads it: a line for each wording.
func (t *Table) Text() string {
	return strings.Join(append(t.phrases[:], t.counts[:]...), "\n")
}

// Parse reads what [Table.Text] wrote. It refuses the text of another build,
// which may have other phrases.
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
