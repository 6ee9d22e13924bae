package draft

import (
	"strings"
	"testing"
)

// TestInTime calls InTime with pieces of a transcript, and compares the order of their
// words. Each piece is given as the row of its file, its start in seconds (-1: no time),
// and its word.
func TestInTime(t *testing.T) {
	type piece struct {
		row  int
		at   float64
		word string
	}
	for _, tt := range []struct {
		name, want string
		list       []piece
	}{
		{"two rows", "a b c", []piece{{0, 0, "a"}, {0, 4, "c"}, {1, 2, "b"}}},
		{"a row that goes back", "b a c", []piece{{0, 4, "a"}, {0, 0, "c"}, {1, 2, "b"}}},
		{"a piece without a time", "a b c d", []piece{{0, 1, "a"}, {0, -1, "b"}, {0, 5, "d"}, {1, 2, "c"}}},
		{"a row without times", "b c a", []piece{{0, 1, "a"}, {1, -1, "b"}, {1, -1, "c"}}},
		{"the same time", "a b", []piece{{1, 1, "a"}, {0, 1, "b"}}},
		{"nothing", "", nil},
	} {
		var words []string
		for _, p := range InTime(tt.list, func(p *piece) int { return p.row }, func(p *piece) float64 { return p.at }) {
			words = append(words, p.word)
		}
		if got := strings.Join(words, " "); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
