package shim

import (
	"context"
	"net/http"
)

// The limits of the answers that a [Caller] remembers, in bytes: maxRemembered is for
// all of them together, maxEntry for each. All answers about the built-in transcripts
// fit. An instance of the Worker has some 10 MB of memory.
const (
	maxRemembered = 1 << 20
	maxEntry      = maxRemembered / 4
)

// Caller answers requests without I/O, one at a time.
//
// Such an answer depends only on the program, the request and the database rows that
// came with the request. So a Caller remembers answers with an entity tag. If the same
// bytes come again, it returns the same answer without running the handlers.
type Caller struct {
	handler http.Handler
	buffer  []byte
	last    []byte // the latest block (encoded answer), kept here so that the garbage collector does not free it
	known   map[string][]byte
	size    int // size of known, in bytes
}

// NewCaller returns a Caller that runs h.
func NewCaller(h http.Handler) *Caller {
	return &Caller{handler: h, known: map[string][]byte{}}
}

// Buffer returns a buffer of at least n bytes. The next request is written at its
// start. Buffer makes a new one only if n is larger than ever before.
func (c *Caller) Buffer(n int) []byte {
	if n > len(c.buffer) {
		c.buffer = make([]byte, n)
	}
	return c.buffer
}

// Call answers the request in the first n bytes of the buffer, which the functions
// parseRequest and parseResults decode. It returns a block, which [Answer] encodes and
// which is valid until the next call.
//
// If a handler made a query whose rows are not in the buffer, the block has the status
// 0 and the query as its body. If a handler needs other I/O, or the request is
// malformed, Call returns nil. The request is then answered on the path with I/O.
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
	// The session has the rows that came with the request. It records which query or
	// other I/O the handlers still need.
	s := &session{results: results}
	a := NewAnswer()
	c.handler.ServeHTTP(a, r.WithContext(context.WithValue(r.Context(), sessionKey{}, s)))
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

// remember stores the block (encoded answer) for a request. If all blocks together
// would exceed maxRemembered, it first drops all stored blocks. Those of popular
// addresses are soon stored again.
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
