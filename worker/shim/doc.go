// Package shim runs HTTP handlers in one call, bytes in and bytes out.
//
// It is the Go half of the program in worker.mjs, which answers a request on one
// of two paths:
//
//   - At once: [Caller.Call] runs the handlers on a copy of the request in
//     WebAssembly's memory, and leaves the answer there. It cannot wait. If a
//     handler queries the database, the call ends with that query; worker.mjs runs
//     it and calls again with the rows, and the handlers run from the start. This
//     is cheap, because Go and JavaScript exchange bytes and no other values. A
//     read is a function of the request and the rows.
//   - With I/O: the same handlers run through the bridge of syumai/workers, in an
//     instance that no other request uses meanwhile. All writes take this path.
//
// Handlers do not know which path they are on. A [Connector] makes the database
// work on both. Code that does any other I/O calls [NeedsIO] first; a request that
// called it on the first path is answered again on the second. So handlers must
// change nothing on the first path.
package shim
