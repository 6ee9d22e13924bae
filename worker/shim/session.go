package shim

import (
	"context"
	"errors"
)

// ErrNeedsIO is the error that a handler gets if it tries I/O during a call in which no
// I/O is possible. A handler may log it, but it is no fault. The handler's answer is
// dropped, and the request is answered a second time in a way that allows I/O.
var ErrNeedsIO = errors.New("shim: no I/O on this path")

// session is the state of one call that answers a request without I/O.
type session struct {
	results map[string]*result // of the database, by encoded query
	wanted  string             // the latest query without a result, encoded; or ""
	io      bool               // a handler needs I/O other than queries
}

type sessionKey struct{}

// sessionOf returns the session of a request: the state of a call without I/O. For a
// request with I/O it returns nil.
func sessionOf(ctx context.Context) *session {
	s, _ := ctx.Value(sessionKey{}).(*session)
	return s
}

// NeedsIO returns [ErrNeedsIO] if the request is being answered without I/O. Then it is
// answered a second time, with I/O. A handler must call NeedsIO before it changes
// anything, and before any I/O. It need not do so before database queries through a
// [Connector].
func NeedsIO(ctx context.Context) error {
	s := sessionOf(ctx)
	if s == nil {
		return nil
	}
	s.io = true
	return ErrNeedsIO
}

// answer returns the result of an encoded database query, if the result came with the
// request. Otherwise it records that the query has to be run, and returns [ErrNeedsIO].
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
