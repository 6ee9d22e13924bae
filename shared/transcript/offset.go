package transcript

import (
	"errors"
	"strconv"
)

// Offset is a time in a recording, in whole milliseconds. It is unset if the time is
// unknown, as in the zero value. In JSON a set Offset is an integer, and an unset one
// is absent. So an unknown time is never written as 0.
type Offset struct {
	ms  int64
	set bool
}

// At returns the Offset that is ms milliseconds after the beginning of the recording.
func At(ms int64) Offset { return Offset{ms: ms, set: true} }

// Millis returns the offset in milliseconds, and whether it is set.
func (o Offset) Millis() (ms int64, ok bool) { return o.ms, o.set }

// IsZero reports whether o is unset. encoding/json calls it to omit unset members
// (omitzero). It returns false for an Offset that is set to 0 ms.
func (o Offset) IsZero() bool { return !o.set }

// MarshalJSON writes the milliseconds as an integer, or null if o is unset.
func (o Offset) MarshalJSON() ([]byte, error) {
	if !o.set {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, o.ms, 10), nil
}

// UnmarshalJSON reads an integer of milliseconds. A null makes the Offset unset.
func (o *Offset) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*o = Offset{}
		return nil
	}
	ms, err := strconv.ParseInt(string(b), 10, 64)
	if err != nil {
		return errors.New("a time must be a whole number of milliseconds")
	}
	*o = At(ms)
	return nil
}
