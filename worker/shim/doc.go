// Package shim runs HTTP handlers in one call, bytes in and bytes out.
//
// It is the Go half of the program in worker.mjs, which answers a request on one
// of two paths:
//
//   - At once: [Caller.Call] runs the handlers on a copy of the request that lies
//     in WebAssembly's memory, and leaves the answer there. Nothing can be waited
//     for. A question to the database ends the call instead, is asked by
//     worker.mjs, and comes back with its rows in the next call, which runs the
//     handlers anew. No value crosses over to JavaScript, which is what makes it
//     cheap; a read is a function of the request and the rows.
//   - With I/O: the same handlers run in an instance that the request has for
//     itself, through the bridge of syumai/workers. All writes come this way.
//
// Which one it is, the handlers do not know. The database is behind a [Connector],
// which does the right thing on both; whatever else does I/O asks [NeedsIO] before,
// and a request for which somebody did takes the other path. On the first one
// handlers must therefore change nothing.
package shim
