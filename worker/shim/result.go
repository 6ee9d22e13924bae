package shim

import (
	"database/sql/driver"
	"encoding/binary"
	"errors"
	"io"
	"strconv"
)

var errMalformedRows = errors.New("shim: malformed rows")

// The kinds of pieces in the encoded result of a database query. d1.mjs encodes them. A
// piece has a kind, the length of its text in four bytes (little-endian), and the text.
const (
	pieceQuestion = 'q' // the query; the first piece of a result
	pieceFailure  = 'f' // the database's error message
	pieceRow      = 'r' // has no text; the values of the row follow
	pieceString   = 's'
	pieceNumber   = 'd' // in decimal
	pieceNull     = 'n'
)

// result is the result of one database query: the rows, or the error message of the
// database.
type result struct {
	failure string
	rows    [][]driver.Value
}

// parseResults decodes the results of database queries. It returns a map from each
// encoded query to its result. It copies the strings, because the next request
// overwrites the bytes in b.
func parseResults(b []byte) (map[string]*result, error) {
	results := map[string]*result{}
	latest := new(result)
	for len(b) > 0 {
		if len(b) < 5 {
			return nil, errMalformedRows
		}
		kind, size := b[0], uint64(binary.LittleEndian.Uint32(b[1:]))
		if b = b[5:]; size > uint64(len(b)) {
			return nil, errMalformedRows
		}
		text := string(b[:size])
		b = b[size:]
		if kind == pieceQuestion {
			latest = new(result)
			results[text] = latest
		} else if err := latest.add(kind, text); err != nil {
			return nil, err
		}
	}
	return results, nil
}

// add adds one piece to the result. The piece is an error message, the start of a new
// row, or the next value of the last row.
func (r *result) add(kind byte, text string) error {
	last := len(r.rows) - 1
	switch {
	case kind == pieceFailure:
		r.failure = text
		return nil
	case kind == pieceRow:
		r.rows = append(r.rows, nil)
		return nil
	case last < 0:
		return errMalformedRows
	}
	value, err := valueOf(kind, text)
	r.rows[last] = append(r.rows[last], value)
	return err
}

// valueOf decodes one value of a row. It is a string, an int64, a float64, or nil for
// NULL.
func valueOf(kind byte, text string) (driver.Value, error) {
	switch kind {
	case pieceString:
		return text, nil
	case pieceNull:
		return nil, nil
	case pieceNumber:
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			return n, nil
		}
		return strconv.ParseFloat(text, 64)
	}
	return nil, errMalformedRows
}

// open returns a new iterator over the rows of the result. It starts at the first row.
func (r *result) open() driver.Rows { return &cursor{r.rows, r.rows} }

// cursor iterates over the rows of a result. The encoded result has no column names,
// and none are needed: package database/sql only needs to know how many columns there
// are.
type cursor struct{ all, rest [][]driver.Value }

func (c *cursor) Columns() []string {
	if len(c.all) == 0 {
		return nil
	}
	return make([]string, len(c.all[0]))
}

func (c *cursor) Close() error { return nil }

func (c *cursor) Next(dest []driver.Value) error {
	if len(c.rest) == 0 {
		return io.EOF
	}
	copy(dest, c.rest[0])
	c.rest = c.rest[1:]
	return nil
}
