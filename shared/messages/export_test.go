package messages

// These constants make two internal counts available to the tests of this package.
const (
	Phrases = phrases
	Counts  = counts
)

func CategoryOf(t *Table, n int) int { return int(t.category(n)) }

func Forms(t *Table, c Count) string { return t.counts[c] }
