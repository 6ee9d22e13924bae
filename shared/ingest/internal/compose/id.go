package compose

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug makes an id from a name: "Ann O’Neill" becomes "ann-o-neill". It keeps digits
// and Latin letters, in lower case and without accents. Other characters become
// hyphens. If nothing remains, the id is "speaker". Two different names may have the
// same id.
func Slug(name string) string {
	const longest = 60
	b := make([]byte, 0, len(name))
	for _, r := range norm.NFKD.String(strings.ToLower(name)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b = append(b, byte(r))
		case !unicode.IsMark(r) && len(b) > 0 && b[len(b)-1] != '-':
			b = append(b, '-')
		}
	}
	s := strings.Trim(string(b[:min(len(b), longest)]), "-")
	if s == "" {
		return "speaker"
	}
	return s
}

// unique returns id if no other speaker has it. Otherwise it returns id with a number,
// such as "host-2". The argument taken has the ids in use, and unique adds the result to
// it.
func unique(id string, taken map[string]int) string {
	for {
		taken[id]++
		n := taken[id]
		if n == 1 {
			return id
		}
		if numbered := id + "-" + strconv.Itoa(n); taken[numbered] == 0 {
			taken[numbered] = 1
			return numbered
		}
	}
}
