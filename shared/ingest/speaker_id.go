package ingest

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug makes an id from a name. It keeps Latin letters, without diacritics and in
// lower case, and digits. Hyphens are between words. If nothing remains, the id is
// "speaker". Two different names may have the same id.
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

// unique returns id if it is not taken, else id with a number: "host-2". The map
// taken is updated.
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
