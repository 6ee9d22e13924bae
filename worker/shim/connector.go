package shim

import (
	"context"
	"database/sql/driver"
	"encoding/json"
)

// Connector connects handlers to a database. It wraps a database driver. The package
// comment describes the two ways in which a request is answered. During an answer
// without I/O, a handler's query gets the rows that came with the request. If the rows
// did not come, the query fails. Then JavaScript (d1.mjs) runs the query on the
// database D1, and passes the request again with the rows. During an answer with I/O,
// the wrapped driver runs the query.
type Connector struct{ driver.Connector }

// Connect returns a connection to the database of the wrapped driver.
func (c Connector) Connect(ctx context.Context) (driver.Conn, error) {
	inner, err := c.Connector.Connect(ctx)
	return conn{inner}, err
}

type conn struct{ driver.Conn }

// QueryContext returns the rows that came with the request. The rows are in the request's
// session, the state of a call without I/O. A request with I/O has no session: then the
// wrapped driver runs the query.
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

// questionOf encodes an SQL statement and its values for d1.mjs. The result is a JSON
// array such as ["SELECT hash FROM tokens WHERE key = ?", "k1"].
func questionOf(query string, args []driver.NamedValue) (string, error) {
	question := make([]any, 1, 1+len(args))
	question[0] = query
	for _, arg := range args {
		question = append(question, arg.Value)
	}
	b, err := json.Marshal(question)
	return string(b), err
}
