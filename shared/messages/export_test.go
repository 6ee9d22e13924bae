package messages

// What only the tests look at.
const (
	Phrases = phrases
	Counts  = counts
)

func CategoryOf(t *Table, n int) int { return int(t.category(n)) }

func Forms(t *Table, c Count) string { return t.counts[c] }
