package shim

import (
	"context"
	"net/http"
)

// The answers that a [Caller] remembers, in bytes: all of them, and the longest. All
// answers about the default content fit. An instance of the Worker has some 10 MB.
const (
	maxRemembered = 1 << 20
	maxEntry      = maxRemembered / 4
)

// Caller answers requests at once, one at a time.
//
// Such an answer depends only on the program, the request and the rows that came
// with it. So a Caller remembers answers with an entity tag, and gives the same
// answer to the same bytes without running the handlers.
type Caller struct {
	handler http.Handler
	buffer  []byte
	last    []byte // the latest block; the reference protects it from the garbage collector
	known   map[string][]byte
	size    int // of known, in bytes
}

// NewCaller returns a Caller that runs h.
func NewCaller(h http.Handler) *Caller {
	return &Caller{handler: h, known: map[string][]byte{}}
}

// Buffer returns a buffer of at least n bytes. The next request is written at its
// start. It returns the same buffer as before unless n has grown.
func (c *Caller) Buffer(n int) []byte {
	if n > len(c.buffer) {
		c.buffer = make([]byte, n)
	}
	return c.buffer
}

// Call answers the request in the first n bytes of the buffer. The formats are those
// of parseRequest, parseResults and [Answer]. The block is valid until the next call.
//
// If a handler made a query that came without rows, the block has the status 0 and
// the query as its body. If a handler needs other I/O, or the request is malformed,
// Call returns nil, and the request takes the other path.
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
	// The session has the rows, and learns from the handlers what is missing.
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

// remember stores a block. When there are too many bytes, it drops all earlier
// ones: popular addresses are soon remembered again.
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
