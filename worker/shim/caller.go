package shim

import (
	"context"
	"net/http"

	"quoteline/worker/pace"
)

// The limits for the answers that a [Caller] remembers, in bytes. maxRemembered is the
// limit of all answers together, and maxEntry the limit of one answer. All answers
// about the built-in transcripts fit. A running copy of the Go program has about 10 MB
// of memory.
const (
	maxRemembered = 1 << 20
	maxEntry      = maxRemembered / 4
)

// Caller answers one request at a time, in a single call from JavaScript and without
// I/O.
//
// Such an answer depends only on the program, the request, and the database rows that
// came with the request. So a Caller may remember it. A Caller remembers only answers
// that have an entity tag. If JavaScript passes the same bytes again, the Caller returns
// the remembered answer without running the handlers.
type Caller struct {
	handler http.Handler
	buffer  []byte
	last    []byte // the latest block (encoded answer), kept here so that the garbage collector does not free it
	known   map[string][]byte
	size    int // size of known, in bytes
}

// NewCaller returns a Caller that answers requests with the handler h.
func NewCaller(h http.Handler) *Caller {
	return &Caller{handler: h, known: map[string][]byte{}}
}

// Buffer returns a buffer of at least n bytes. JavaScript writes the next request at
// its start. Buffer allocates memory only if n is larger than in all earlier calls.
func (c *Caller) Buffer(n int) []byte {
	if n > len(c.buffer) {
		c.buffer = make([]byte, n)
	}
	return c.buffer
}

// Call answers the request in the first n bytes of the buffer. The bytes also contain
// the results of the database queries that JavaScript has already run. The result of
// Call is a block, an encoded [Answer]. The block is valid until the next call.
//
// A handler may need the rows of a query that has not been run. Then the block has the
// status 0, and its body is the query. The result is nil if a handler needs other I/O,
// or if the request is malformed. Then JavaScript passes the request to the Go package
// syumai/workers, with which I/O is possible (see the package comment).
func (c *Caller) Call(n int) []byte {
	text := c.buffer[:n]
	if block, ok := c.known[string(text)]; ok {
		c.last = block
		return block
	}
	r, rest, err := parseRequest(text)
	if err != nil {
		return nil
	}
	results, err := parseResults(rest)
	if err != nil {
		return nil
	}
	// The session (the state of this call) has the database rows that came with the
	// request. If a handler needs another query or other I/O, the session records that.
	s := &session{results: results}
	ctx := context.WithValue(r.Context(), sessionKey{}, s)
	// While this call runs, no other request is answered. So a handler must not work for
	// long here. If its work would take long, NeedsIO makes JavaScript send the request
	// again in a way in which the work can pause.
	ctx = pace.Without(ctx, func() error { return NeedsIO(ctx) })
	a := NewAnswer()
	c.handler.ServeHTTP(a, r.WithContext(ctx))
	switch {
	case s.io:
		return nil
	case s.wanted != "":
		a = &Answer{Body: []byte(s.wanted)}
	default:
		a.Finish(r)
	}
	c.last = a.block()
	if a.header.Get("ETag") != "" {
		c.remember(string(text), c.last)
	}
	return c.last
}

// remember stores the encoded answer (block) to a request. If all stored answers
// together would exceed maxRemembered, remember first drops all of them. The answers of
// popular addresses are soon stored again.
func (c *Caller) remember(text string, block []byte) {
	size := len(text) + len(block)
	if size > maxEntry {
		return
	}
	if c.size+size > maxRemembered {
		clear(c.known)
		c.size = 0
	}
	c.known[text] = block
	c.size += size
}
