package ingest

import "strconv"

// Limits are the maximum amounts for one [Ingest]. A field that is 0 sets no limit.
type Limits struct {
	Steps  int // of work: one for each byte that a stage looks at, and some for each item that it makes
	Lines  int // of a source that is text
	Values int // of JSON, cells of CSV, or pieces of the text that a page shows
	Labels int // different names that could be speakers' labels
	Cues   int
	Turns  int
	Answer int // approximate size of the result in JSON, in bytes
}

// Budget bounds one [Ingest] and counts what it takes. The counts depend on the
// source and the options alone, and not on the machine. A Budget serves once.
type Budget struct {
	Max Limits

	used Limits
	over *LimitError
}

// Used returns the counts so far. Counting ends when a limit is reached.
func (b *Budget) Used() Limits { return b.used }

// LimitError reports that a source needs more than a [Budget] allows.
type LimitError struct {
	Limit string `json:"limit"` // the field of [Limits] in lower case: "steps", "lines" and so on
	Max   int    `json:"max"`   // its value
}

// Error implements the error interface.
func (e *LimitError) Error() string {
	return "the source needs more than " + strconv.Itoa(e.Max) + " " + e.Limit
}

// take adds n to a count and reports whether work may continue. Once any limit is
// reached, every call reports false: the stages end early, one by one, and their
// results are dropped.
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

// The following methods take n of one kind. A nil Budget has no limits.

// steps takes n steps of work.
func (b *Budget) steps(n int) bool {
	return b == nil || b.take(&b.used.Steps, b.Max.Steps, "steps", n)
}

// lines takes n lines.
func (b *Budget) lines(n int) bool {
	return b == nil || b.take(&b.used.Lines, b.Max.Lines, "lines", n)
}

// values takes n values, cells or tokens. Each also takes steps.
func (b *Budget) values(n int) bool {
	const each = 32
	return b == nil || b.take(&b.used.Values, b.Max.Values, "values", n) && b.steps(each*n)
}

// copies counts values that are held twice.
func (b *Budget) copies(n int) bool {
	return b == nil || b.take(&b.used.Values, b.Max.Values, "values", n)
}

// labels records that one stage has n labels. Stages share labels, so only the
// greatest number counts.
func (b *Budget) labels(n int) bool {
	return b == nil || b.take(&b.used.Labels, b.Max.Labels, "labels", max(0, n-b.used.Labels))
}

// cues takes n cues. Each also takes steps.
func (b *Budget) cues(n int) bool {
	const each = 32
	return b == nil || b.take(&b.used.Cues, b.Max.Cues, "cues", n) && b.steps(each*n)
}

// turns takes n turns.
func (b *Budget) turns(n int) bool {
	return b == nil || b.take(&b.used.Turns, b.Max.Turns, "turns", n)
}

// answer takes n bytes of the result. Writing them takes steps too.
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

// jsonSize returns the length of s as encoding/json writes it, in bytes, without
// quotation marks.
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
