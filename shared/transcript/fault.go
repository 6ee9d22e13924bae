package transcript

import "strings"

// Fault is one thing that is wrong with a transcript.
type Fault struct {
	Pointer string `json:"pointer"` // JSON Pointer (RFC 6901) to the faulty member
	Message string `json:"message"` // what is wrong, and how to correct it
}

// Error returns the message. If the pointer is not empty, it is written before the
// message, as in "/title: is missing".
func (f Fault) Error() string {
	if f.Pointer == "" {
		return f.Message
	}
	return f.Pointer + ": " + f.Message
}

// Faults are all faults of a transcript, in the order of its members. To return Faults
// as an error, call [Faults.Err]. A nil Faults that is assigned to an error would not
// be equal to nil.
type Faults []Fault

// Error returns all faults, one on each line.
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
