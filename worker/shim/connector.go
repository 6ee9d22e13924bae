package shim

import (
	"context"
	"database/sql/driver"
	"encoding/json"
)

// Connector makes a database answer on both paths. Questions of a request that
// is answered at once go to worker.mjs, which asks D1 and calls again with the
// rows; all others go to the driver underneath.
type Connector struct{ driver.Connector }

// Connect returns a connection.
func (c Connector) Connect(ctx context.Context) (driver.Conn, error) {
	inner, err := c.Connector.Connect(ctx)
	return conn{inner}, err
}

type conn struct{ driver.Conn }

// QueryContext answers from the session of the request. Without one it leaves
// the question to the driver underneath.
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

// questionOf writes a statement and its values as worker.mjs reads them: as a
// JSON array.
func questionOf(query string, args []driver.NamedValue) (string, error) {
	question := make([]any, 1, 1+len(args))
	question[0] = query
	for _, arg := range args {
		question = append(question, arg.Value)
	}
	b, err := json.Marshal(question)
	return string(b), err
}
