package messages

// Some tests of this package are in the package messages_test, which cannot see
// unexported constants. So the number of phrases and the number of counts are
// exported to them here.
const (
	Phrases = phrases
	Counts  = counts
)

func CategoryOf(t *Table, n int) int { return int(t.category(n)) }

func Forms(t *Table, c Count) string { return t.counts[c] }
