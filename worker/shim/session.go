package shim

import (
	"context"
	"errors"
)

// ErrNeedsIO is the error of a handler that tries I/O on the path without I/O. Handlers
// may log it, but it is no fault: their answer is dropped, and the request is answered
// again on the path with I/O.
var ErrNeedsIO = errors.New("shim: no I/O on this path")

// session has the state of one attempt to answer a request on the path without I/O.
type session struct {
	results map[string]*result // of the database, by encoded query
	wanted  string             // the latest query without a result, encoded; or ""
	io      bool               // a handler needs I/O other than queries
}

type sessionKey struct{}

// sessionOf returns the session of a request on the path without I/O, or nil on the
// path with I/O.
func sessionOf(ctx context.Context) *session {
	s, _ := ctx.Value(sessionKey{}).(*session)
	return s
}

// NeedsIO returns [ErrNeedsIO] on the path without I/O; the request is then answered
// again on the path with I/O. Handlers must call it before they change anything and
// before any I/O, except for queries through a [Connector].
func NeedsIO(ctx context.Context) error {
	s := sessionOf(ctx)
	if s == nil {
		return nil
	}
	s.io = true
	return ErrNeedsIO
}

// answer returns the result of an encoded query. If there is none, it records that the
// query has to be run, and returns [ErrNeedsIO].
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
