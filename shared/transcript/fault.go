package transcript

import "strings"

// Fault is one thing that is wrong with a transcript.
type Fault struct {
	Pointer string `json:"pointer"` // JSON Pointer (RFC 6901) to the faulty member
	Message string `json:"message"` // what is wrong, and how to correct it
}

// Error returns the message, after the pointer if there is one.
func (f Fault) Error() string {
	if f.Pointer == "" {
		return f.Message
	}
	return f.Pointer + ": " + f.Message
}

// Faults are all faults of a transcript, in the order of its members. An empty Faults
// that is assigned to an error is not nil, so use [Faults.Err].
type Faults []Fault

// Error returns the faults, each on a line.
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
