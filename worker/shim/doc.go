// Package shim runs HTTP handlers in one call, with bytes as input and output.
//
// It is the Go half of the Worker. The JavaScript half begins in worker.mjs. A request
// is answered on one of two paths:
//
//   - At once: [Caller.Call] runs the handlers on a copy of the request in
//     WebAssembly's memory, and leaves the answer there. The handlers cannot wait.
//     If one queries the database, the call returns the query. worker.mjs runs the
//     query and calls again with the rows, and the handlers run from the start.
//     This is cheap, because Go and JavaScript exchange only bytes.
//   - With I/O: the same handlers run through the bridge, syumai/workers, in an
//     instance that no other request uses meanwhile. All writes take this path.
//
// Handlers do not know which path they are on. A [Connector] makes the database work on
// both. Code that does any other I/O first calls [NeedsIO], which returns an error on
// the first path. The request is then answered again on the second path. So handlers
// must change nothing on the first path.
package shim
