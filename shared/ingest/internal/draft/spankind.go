package draft

import (
	"errors"
	"strconv"
)

// SpanKind is the kind of a [Span], which is a range of the source. In JSON it is the
// name of the kind, such as "label". It is stored as a number, because a report may have
// a million spans.
type SpanKind uint8

// The kinds of spans, which are ranges of the source.
const (
	SpanEncoding SpanKind = iota + 1 // a byte order mark
	SpanIntroduction
	SpanLabel // a label with its colon
	SpanSeparator
	SpanText    // text of a turn that is speech
	SpanNote    // text of a turn that is not speech
	SpanTime    // the time of a turn
	SpanMeta    // metadata
	SpanOmitted // left out; a remark usually says why
	SpanMarkup  // syntax and fields of the format
)

// spanNames returns the names of the kinds of spans, in the order of the constants. The
// name of 0 is "".
func spanNames() [11]string {
	return [...]string{"", "encoding", "introduction", "label", "separator", "text", "note", "time", "meta", "omitted", "markup"}
}

// String returns the name of a kind, such as "label".
func (k SpanKind) String() string { return spanNames()[k] }

// MarshalText returns the name of a kind, for JSON.
func (k SpanKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText sets k to the kind with this name. It returns an error if there is none.
func (k *SpanKind) UnmarshalText(name []byte) error {
	for i, s := range spanNames() {
		if s == string(name) {
			*k = SpanKind(i)
			return nil
		}
	}
	return errors.New("no kind of span is named " + strconv.Quote(string(name)))
}
