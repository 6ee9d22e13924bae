package source

import "strconv"

// Limits are the greatest amounts of work and output that one call of ingest.Ingest may
// use. A field that is 0 sets no limit.
type Limits struct {
	Steps  int // units of work: one for each byte that a stage reads, and some for each object that it creates
	Lines  int // lines of a text source
	Values int // values of JSON, cells of CSV, or pieces of text on a page
	Labels int // different names that could be speakers' labels
	Cues   int
	Turns  int
	Answer int // approximate size of the result in JSON, in bytes
}

// Budget counts the work of one call of ingest.Ingest, and stops the call if the work
// exceeds a limit in Max. The counts depend only on the source and the options, not
// on the machine. Use a new Budget for each call.
type Budget struct {
	Max Limits

	// Work is called each time that steps (units of work) are counted, before these steps
	// are done. The argument is the number of steps. The function may wait before it
	// returns, so that other requests are answered meanwhile. If Work is nil, nothing is
	// called.
	Work func(steps int)

	used Limits
	over *LimitError
}

// Used returns the amounts of work that were counted until now. After a limit is
// exceeded, the amounts no longer change.
func (b *Budget) Used() Limits { return b.used }

// LimitError is the error that ingest.Ingest returns if the source needs more work than a
// limit of its [Budget] allows.
type LimitError struct {
	Limit string `json:"limit"` // name of the exceeded field of [Limits] in lower case: "steps", "lines", ...
	Max   int    `json:"max"`   // value of that field
}

// Error implements the error interface.
func (e *LimitError) Error() string {
	return "the source needs more than " + strconv.Itoa(e.Max) + " " + e.Limit
}

// take adds n to one count of work, such as the count of lines. The argument used points
// to this count. The argument most is the limit for this count (0 means no limit), and
// name is the name of the limit. The result is true if work may continue, and false if
// the count is now greater than the limit.
//
// After any limit is exceeded, every further call returns false. Then every part of
// ingest.Ingest stops early, and its result is dropped.
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

// Each of the following methods adds n to one count of the budget, and returns
// whether work may continue. A nil Budget has no limits.
//
// A method that also adds steps calls Work even after a limit is exceeded. Some loops
// then still read the rest of the source, and Work lets other requests be answered
// meanwhile.

// Steps adds n units of work to the count of steps. It returns false if a limit is
// exceeded.
func (b *Budget) Steps(n int) bool {
	if b == nil {
		return true
	}
	if b.Work != nil {
		b.Work(n)
	}
	return b.take(&b.used.Steps, b.Max.Steps, "steps", n)
}

// lines adds n to the count of lines. It returns false if a limit is exceeded.
func (b *Budget) lines(n int) bool {
	return b == nil || b.take(&b.used.Lines, b.Max.Lines, "lines", n)
}

// Values adds n to the count of values: JSON values, CSV cells or pieces of a page's
// text. It also adds 32 steps (units of work) for each value.
func (b *Budget) Values(n int) bool {
	const each = 32
	within := b == nil || b.take(&b.used.Values, b.Max.Values, "values", n)
	return b.Steps(each*n) && within
}

// Copies adds n to the count of values, for n values of a long list that are copied
// while the list grows. It adds no steps (units of work).
func (b *Budget) Copies(n int) bool {
	return b == nil || b.take(&b.used.Values, b.Max.Values, "values", n)
}

// Labels raises the count of labels (different speakers' names) to n if the count is
// lower. Several functions collect the labels of the same source, so the numbers are not
// added up.
func (b *Budget) Labels(n int) bool {
	return b == nil || b.take(&b.used.Labels, b.Max.Labels, "labels", max(0, n-b.used.Labels))
}

// Cues adds n to the count of cues (pieces of text under one label or time). It also
// adds 32 steps (units of work) for each cue.
func (b *Budget) Cues(n int) bool {
	const each = 32
	within := b == nil || b.take(&b.used.Cues, b.Max.Cues, "cues", n)
	return b.Steps(each*n) && within
}

// Turns adds n turns (one person's words until the next speaks) to the count of
// turns.
func (b *Budget) Turns(n int) bool {
	return b == nil || b.take(&b.used.Turns, b.Max.Turns, "turns", n)
}

// Answer adds n bytes to the count for the result's size. It also adds n steps (units
// of work), because writing the bytes takes time.
func (b *Budget) Answer(n int) bool {
	within := b == nil || b.take(&b.used.Answer, b.Max.Answer, "answer bytes", n)
	return b.Steps(n) && within
}

// Exceeded returns a [*LimitError] if the work has exceeded a limit, else nil.
func (b *Budget) Exceeded() error {
	if b == nil || b.over == nil {
		return nil
	}
	return b.over
}

// JSONSize returns the number of bytes that encoding/json writes for the string s,
// not counting the quotation marks around it.
func JSONSize(s string) int {
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
