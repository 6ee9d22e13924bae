package transcript

import "strings"

// Fault is one thing that is wrong with a transcript.
type Fault struct {
	Pointer string `json:"pointer"` // where, in the transcript's JSON (RFC 6901)
	Message string `json:"message"` // what is wrong, and what to do about it
}

// Error returns the pointer and the message.
func (f Fault) Error() string {
	if f.Pointer == "" {
		return f.Message
	}
	return f.Pointer + ": " + f.Message
}

// Faults is everything that is wrong with a transcript, in the order of its
// members. It is an error, but an empty one is not nil as an error: convert it
// with [Faults.Err].
type Faults []Fault

// Error returns the faults, one a line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i := range f {
		lines[i] = f[i].Error()
	}
	return strings.Join(lines, "\n")
}

// Err returns f, or nil if there is no fault.
func (f Faults) Err() error {
	if len(f) == 0 {
		return nil
	}
	return f
}
