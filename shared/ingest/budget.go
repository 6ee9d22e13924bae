package ingest

import "strconv"

// Limits are the maximum amounts for one [Ingest]. A field that is 0 sets no limit.
type Limits struct {
	Steps  int // units of work: one for each byte that a stage reads, and some for each object that it creates
	Lines  int // lines of a text source
	Values int // values of JSON, cells of CSV, or pieces of text on a page
	Labels int // different names that could be speakers' labels
	Cues   int
	Turns  int
	Answer int // approximate size of the result in JSON, in bytes
}

// Budget limits the work of one call of [Ingest] and counts it. The counts depend
// only on the source and the options, not on the machine. Use a new Budget for each
// call.
type Budget struct {
	Max Limits

	used Limits
	over *LimitError
}

// Used returns the counts so far. They no longer change after a limit is exceeded.
func (b *Budget) Used() Limits { return b.used }

// LimitError is the error if a source needs more than a [Budget] allows.
type LimitError struct {
	Limit string `json:"limit"` // name of the exceeded field of [Limits] in lower case: "steps", "lines", ...
	Max   int    `json:"max"`   // value of that field
}

// Error implements the error interface.
func (e *LimitError) Error() string {
	return "the source needs more than " + strconv.Itoa(e.Max) + " " + e.Limit
}

// take adds n to a count and returns whether work may continue. After any limit is
// exceeded, every call returns false, so the stages of [Ingest] stop one after the
// other and their results are dropped.
func (b *Budget) take(used *int, most int, name string, n int) bool {
	if b.over != nil {
		return false
	}
	*used += n
	if most > 0 && *used > most {
		b.over = &LimitError{name, most}
		return false
	}
	return true
}

// Each of the following methods adds n to one count and returns whether work may
// continue. A nil Budget has no limits.

// steps adds n units of work.
func (b *Budget) steps(n int) bool {
	return b == nil || b.take(&b.used.Steps, b.Max.Steps, "steps", n)
}

// lines adds n lines.
func (b *Budget) lines(n int) bool {
	return b == nil || b.take(&b.used.Lines, b.Max.Lines, "lines", n)
}

// values adds n JSON values, CSV cells or pieces of text. Each costs steps as well.
func (b *Budget) values(n int) bool {
	const each = 32
	return b == nil || b.take(&b.used.Values, b.Max.Values, "values", n) && b.steps(each*n)
}

// copies adds n values that are copied while a list grows.
func (b *Budget) copies(n int) bool {
	return b == nil || b.take(&b.used.Values, b.Max.Values, "values", n)
}

// labels counts n labels. Several stages collect the same labels, so the count is the
// greatest n, not the sum.
func (b *Budget) labels(n int) bool {
	return b == nil || b.take(&b.used.Labels, b.Max.Labels, "labels", max(0, n-b.used.Labels))
}

// cues adds n cues. Each costs steps as well.
func (b *Budget) cues(n int) bool {
	const each = 32
	return b == nil || b.take(&b.used.Cues, b.Max.Cues, "cues", n) && b.steps(each*n)
}

// turns adds n turns.
func (b *Budget) turns(n int) bool {
	return b == nil || b.take(&b.used.Turns, b.Max.Turns, "turns", n)
}

// answer adds n bytes to the size of the result. Writing them costs steps as well.
func (b *Budget) answer(n int) bool {
	return b == nil || b.take(&b.used.Answer, b.Max.Answer, "answer bytes", n) && b.steps(n)
}

// exceeded returns a [*LimitError] if a limit was reached.
func (b *Budget) exceeded() error {
	if b == nil || b.over == nil {
		return nil
	}
	return b.over
}

// jsonSize returns the length of s in bytes as a JSON string that encoding/json
// writes, without the quotation marks.
func jsonSize(s string) int {
	n := len(s)
	for i := range len(s) {
		switch b := s[i]; {
		case b == '<', b == '>', b == '&': // written as `\u003c`
			n += len(`\u003c`) - 1
		case b == '"', b == '\\', b == '\n', b == '\t', b == '\r':
			n++
		}
	}
	return n
}
