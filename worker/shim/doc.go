// Package shim runs HTTP handlers in one call, bytes in and bytes out.
//
// It is the Go half of the program in worker.mjs, which answers a request on one
// of two paths:
//
//   - At once: [Caller.Call] runs the handlers on a copy of the request that lies
//     in WebAssembly's memory, and leaves the answer there. Nothing can be waited
//     for, so that this is for answers that need no I/O. No value crosses over
//     to JavaScript, which is what makes it cheap.
//   - With I/O: the same handlers run in an instance that the request has for
//     itself, through the bridge of syumai/workers.
//
// Which one it is, the handlers decide and do not know: at once, the request's
// context is over from the start, as if the client had gone. Whatever does I/O
// looks at its context first, database/sql included, and gives up. The Caller
// notices that somebody looked, throws the answer away, and the request takes the
// other path. Handlers must therefore ask the context before they do I/O, and
// change nothing before that.
package shim
