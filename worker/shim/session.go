package shim

import (
	"context"
	"errors"
)

// ErrNeedsIO is why something failed on a request that is answered at once. It
// reaches the log of a handler whose answer will be thrown away.
var ErrNeedsIO = errors.New("shim: no I/O on this path")

// session is one attempt to answer a request at once.
type session struct {
	results map[string]*result // of the database, by question
	wanted  string             // a question without a result
	io      bool               // something else than the database is needed
}

type sessionKey struct{}

// sessionOf returns the session of a request that is answered at once, else nil.
func sessionOf(ctx context.Context) *session {
	s, _ := ctx.Value(sessionKey{}).(*session)
	return s
}

// NeedsIO has to be asked before any I/O other than that of a [Connector], and
// before anything is changed. It returns [ErrNeedsIO] when there can be none;
// the request will then be answered on the other path.
func NeedsIO(ctx context.Context) error {
	s := sessionOf(ctx)
	if s == nil {
		return nil
	}
	s.io = true
	return ErrNeedsIO
}

// answer returns the result of a question, or notes that it is wanted.
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
