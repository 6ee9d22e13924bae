package shim

import (
	"context"
	"database/sql/driver"
	"encoding/json"
)

// Connector lets handlers query a database on both paths (see the package comment). On
// the path without I/O, a query ends the call. worker.mjs then runs the query on D1,
// and calls again with the rows. On the path with I/O, the wrapped driver runs the
// query.
type Connector struct{ driver.Connector }

// Connect returns a connection to the wrapped driver's database.
func (c Connector) Connect(ctx context.Context) (driver.Conn, error) {
	inner, err := c.Connector.Connect(ctx)
	return conn{inner}, err
}

type conn struct{ driver.Conn }

// QueryContext returns rows from the request's session. A request on the path with I/O
// has no session, and its queries are left to the wrapped driver.
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

// questionOf encodes a statement and its values for d1.mjs: a JSON array such as
// ["SELECT hash FROM tokens WHERE key = ?", "k1"].
func questionOf(query string, args []driver.NamedValue) (string, error) {
	question := make([]any, 1, 1+len(args))
	question[0] = query
	for _, arg := range args {
		question = append(question, arg.Value)
	}
	b, err := json.Marshal(question)
	return string(b), err
}
