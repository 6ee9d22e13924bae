package reply

import (
	"errors"
	"net/http"
)

// Code is a kind of failure, such as "not found". The zero Code is [Internal].
type Code int

// The kinds of failures.
const (
	Internal           Code = iota // a fault of the server
	BadParameter                   // a parameter of the query is malformed or out of range
	NotFound                       // nothing is at the address
	MethodNotAllowed               // the address does not answer the method
	NotAcceptable                  // no representation fits the Accept header
	NoTimecodes                    // the representation needs times that the transcript does not have
	Gone                           // the transcript was withdrawn or the turn was removed
	BuiltIn                        // the transcript is compiled in and cannot be published
	MalformedJSON                  // the body is not JSON
	InvalidTranscript              // the body is JSON, but not of a transcript
	Unauthorized                   // no token, or an unknown one
	Forbidden                      // the token is not for this transcript
	TooLarge                       // the body is longer than the limit
	UnsupportedType                // the body has another media type
	PreconditionFailed             // If-Match or If-None-Match does not hold
	TooManyRequests                // the client has to wait
	Unavailable                    // the same request may succeed in a moment
	NotImplemented                 // the answer has no such format
)

// kinds has the name, the English title and the HTTP status of each Code. Clients see
// all three in the answer for an error.
var kinds = [...]struct {
	name   string
	title  string
	status int
}{
	Internal:           {"internal", "Internal error", http.StatusInternalServerError},
	BadParameter:       {"bad-parameter", "Bad parameter", http.StatusBadRequest},
	NotFound:           {"not-found", "Not found", http.StatusNotFound},
	MethodNotAllowed:   {"method-not-allowed", "Method not allowed", http.StatusMethodNotAllowed},
	NotAcceptable:      {"not-acceptable", "Not acceptable", http.StatusNotAcceptable},
	NoTimecodes:        {"no-timecodes", "No timecodes", http.StatusConflict},
	Gone:               {"gone", "Gone", http.StatusGone},
	BuiltIn:            {"built-in", "Built in", http.StatusConflict},
	MalformedJSON:      {"malformed-json", "Malformed JSON", http.StatusBadRequest},
	InvalidTranscript:  {"invalid-transcript", "Invalid transcript", http.StatusUnprocessableEntity},
	Unauthorized:       {"unauthorized", "Unauthorized", http.StatusUnauthorized},
	Forbidden:          {"forbidden", "Forbidden", http.StatusForbidden},
	TooLarge:           {"too-large", "Too large", http.StatusRequestEntityTooLarge},
	UnsupportedType:    {"unsupported-type", "Unsupported media type", http.StatusUnsupportedMediaType},
	PreconditionFailed: {"precondition-failed", "Precondition failed", http.StatusPreconditionFailed},
	TooManyRequests:    {"too-many-requests", "Too many requests", http.StatusTooManyRequests},
	Unavailable:        {"unavailable", "Unavailable", http.StatusServiceUnavailable},
	NotImplemented:     {"not-implemented", "Not implemented", http.StatusNotImplemented},
}

// Status returns the HTTP status of the failure, such as 404.
func (c Code) Status() int { return kinds[c].status }

// String returns the name of the failure, such as "not-found". Programs distinguish
// failures by this name.
func (c Code) String() string { return kinds[c].name }

// Title returns a short English name of the failure, for people.
func (c Code) Title() string { return kinds[c].title }

// Error is a failure that the client may know about. Other errors are server errors,
// whose details are only logged.
type Error struct {
	Code      Code
	Detail    string      // an English sentence about this occurrence
	Parameter string      // the name of the wrong parameter; may be empty
	Members   any         // further members of the problem, a struct or map; may be nil (RFC 9457, section 3.2)
	Header    http.Header // further headers of the answer, such as Allow; may be nil
}

// Error returns the name of the failure and a sentence about it.
func (e *Error) Error() string { return e.Code.String() + ": " + e.Detail }

// asError returns the error that the client sees. If err is an [*Error], asError
// returns err itself. For any other error it returns an Error with a fixed sentence and
// no details.
func asError(err error) *Error {
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	return &Error{Code: Internal, Detail: "The server could not answer. The fault has been recorded."}
}
