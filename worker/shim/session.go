package shim

import (
	"context"
	"errors"
)

// ErrNeedsIO is the error of I/O on the path without I/O. Handlers may log it, but it
// is no fault: the answer is dropped, and the request takes the other path.
var ErrNeedsIO = errors.New("shim: no I/O on this path")

// session has the state of one attempt to answer a request at once.
type session struct {
	results map[string]*result // of the database, by query
	wanted  string             // a query without a result
	io      bool               // other I/O than queries is needed
}

type sessionKey struct{}

// sessionOf returns the session of a request that is answered at once. It is nil on
// the path with I/O.
func sessionOf(ctx context.Context) *session {
	s, _ := ctx.Value(sessionKey{}).(*session)
	return s
}

// NeedsIO must be called before any I/O except that of a [Connector], and before
// anything is changed. It returns [ErrNeedsIO] on the path without I/O. The request
// is then answered again on the other path.
func NeedsIO(ctx context.Context) error {
	s := sessionOf(ctx)
	if s == nil {
		return nil
	}
	s.io = true
	return ErrNeedsIO
}

// answer returns the rows of a query, or records that the query has to be run.
func (s *session) answer(question string) (*result, error) {
	r, ok := s.results[question]
	switch {
	case !ok:
		s.wanted = question
		return nil, ErrNeedsIO
	case r.failure != "":
		return nil, errors.New(r.failure)
	}
	return r, nil
}
