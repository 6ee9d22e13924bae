// Package pace lets the long work of one request give way to other requests.
//
// An isolate (a running copy of the Worker) has one thread. While Go works there, no
// other request of the isolate is answered. So long work counts its steps, and after
// some steps it pauses until the event loop has answered the readers who are waiting.
// Steps are counted because the runtime's clock stops while Go works.
package pace

import "context"

// Between is how many steps of a long work are made between two pauses, in which requests
// of readers are answered. A step is the work on one byte, as in ingest.Limits. It takes
// some 40 ns in WebAssembly. So a reader's request waits some 4 ms for the next pause.
const Between = 100_000

// Pace counts the steps of one request. A nil Pace never pauses.
type Pace struct {
	pause func()
	steps int // since the last pause
}

type (
	key  struct{} // of a *Pace
	hold struct{} // of a function that refuses long work
)

// With returns a context for a request that can pause. If the request's work is long,
// [Pace.Steps] calls the function pause now and then. The function returns when the
// work may continue.
func With(ctx context.Context, pause func()) context.Context {
	return context.WithValue(ctx, key{}, &Pace{pause: pause})
}

// Without returns a context for a request that cannot pause. If its work would be long,
// [Long] calls the function refuse and returns the error of that function.
func Without(ctx context.Context, refuse func() error) context.Context {
	return context.WithValue(ctx, hold{}, refuse)
}

// Long has to be called before work that may be long. The argument steps is the length
// of the work. If it is [Between] or more, and the request cannot pause, Long returns
// an error. Then the Worker handles the request a second time, in a way in which it can
// pause.
func Long(ctx context.Context, steps int) error {
	refuse, _ := ctx.Value(hold{}).(func() error)
	if steps < Between || refuse == nil {
		return nil
	}
	return refuse()
}

// Of returns the [Pace] of the request with this context. It returns nil if the request
// cannot pause.
func Of(ctx context.Context) *Pace {
	p, _ := ctx.Value(key{}).(*Pace)
	return p
}

// Steps counts n steps of work. It pauses if there were [Between] steps since the last
// pause.
func (p *Pace) Steps(n int) {
	if p == nil {
		return
	}
	p.steps += n
	if p.steps >= Between {
		p.steps = 0
		p.pause()
	}
}
