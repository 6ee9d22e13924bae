package messages

// Names that only the tests use.
const (
	Phrases = phrases
	Counts  = counts
)

func CategoryOf(t *Table, n int) int { return int(t.category(n)) }

func Forms(t *Table, c Count) string { return t.counts[c] }
