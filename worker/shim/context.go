package shim

import (
	"context"
	"errors"
)

// ErrNeedsIO is why the context of a request that is answered at once is over.
// It reaches the log of a handler whose answer will be thrown away.
var ErrNeedsIO = errors.New("shim: no I/O on this path")

// overContext is done from the start and remembers whether somebody looked.
type overContext struct {
	context.Context
	over   <-chan struct{}
	looked bool
}

func newOverContext(over <-chan struct{}) *overContext {
	return &overContext{Context: context.Background(), over: over}
}

// Done returns a closed channel.
func (c *overContext) Done() <-chan struct{} {
	c.looked = true
	return c.over
}

// Err returns [ErrNeedsIO].
func (c *overContext) Err() error {
	c.looked = true
	return ErrNeedsIO
}
