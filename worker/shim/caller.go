package shim

import (
	"context"
	"net/http"
)

// Limits of what a [Caller] remembers, in bytes. The default content and what is
// commonly asked of it fit; one instance of the Worker has some 10 MB.
const (
	maxRemembered = 1 << 20
	maxEntry      = maxRemembered / 4
)

// Caller answers requests at once, one at a time.
//
// An answer at once depends on nothing but the request, the rows that came with
// it, and the program. So the ones that carry an entity tag are remembered: the
// same bytes in give the same bytes out, without the handlers.
type Caller struct {
	handler http.Handler
	buffer  []byte
	last    []byte // keeps the latest block alive while it is being read
	known   map[string][]byte
	size    int // of known, in bytes
}

// NewCaller returns a Caller of the handlers h.
func NewCaller(h http.Handler) *Caller {
	return &Caller{handler: h, known: map[string][]byte{}}
}

// Buffer returns at least n bytes, at the start of which the next request is to
// be written. They stay the same while n does not grow.
func (c *Caller) Buffer(n int) []byte {
	if n > len(c.buffer) {
		c.buffer = make([]byte, n)
	}
	return c.buffer
}

// Call answers the request that stands in the first n bytes of the buffer; see
// parseRequest, parseResults and [Answer] for the formats. Where the handlers
// asked the database something that came without a result, the block has the
// status 0 and the question as its body. Call returns nil when they need other
// I/O, or when they have to be asked in another way because the request is
// malformed. The block stays as it is until the next call.
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

// remember forgets everything when there is too much: the few addresses that
// matter are back at once.
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
