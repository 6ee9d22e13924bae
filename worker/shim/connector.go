package shim

import (
	"context"
	"database/sql/driver"
	"encoding/json"
)

// Connector makes a database work on both paths. A query of a request that is
// answered at once goes to worker.mjs, which runs it on D1 and calls again with the
// rows. Any other query goes to the wrapped driver.
type Connector struct{ driver.Connector }

// Connect returns a connection.
func (c Connector) Connect(ctx context.Context) (driver.Conn, error) {
	inner, err := c.Connector.Connect(ctx)
	return conn{inner}, err
}

type conn struct{ driver.Conn }

// QueryContext returns rows from the request's session. Without a session it leaves
// the query to the wrapped driver.
func (conn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	s := sessionOf(ctx)
	if s == nil {
		return nil, driver.ErrSkip
	}
	question, err := questionOf(query, args)
	if err != nil {
		return nil, err
	}
	r, err := s.answer(question)
	if err != nil {
		return nil, err
	}
	return r.open(), nil
}

// questionOf encodes a statement and its values as d1.mjs reads them: a JSON array
// such as ["SELECT hash FROM tokens WHERE key = ?", "k1"].
func questionOf(query string, args []driver.NamedValue) (string, error) {
	question := make([]any, 1, 1+len(args))
	question[0] = query
	for _, arg := range args {
		question = append(question, arg.Value)
	}
	b, err := json.Marshal(question)
	return string(b), err
}
