package shim

import (
	"database/sql/driver"
	"encoding/binary"
	"errors"
	"io"
	"strconv"
)

var errMalformedRows = errors.New("shim: malformed rows")

// The kinds of pieces in which d1.mjs writes the results of questions. After
// the kind stand the length, as four bytes, the lowest first, and the text.
const (
	pieceQuestion = 'q' // begins a result
	pieceFailure  = 'f' // the database's message
	pieceRow      = 'r' // begins a row
	pieceString   = 's'
	pieceNumber   = 'd' // in decimal
	pieceNull     = 'n'
)

// result is what the database answered to a question.
type result struct {
	failure string
	rows    [][]driver.Value
}

// parseResults reads the results by their questions. Strings are copied: the
// bytes belong to the next request.
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

// open returns the rows from the first one.
func (r *result) open() driver.Rows { return &cursor{r.rows, r.rows} }

// cursor goes through rows. The names of columns are not known; nothing asks
// for them but their number.
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
