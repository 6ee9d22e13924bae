// Package shim connects the Go handlers of the Worker with JavaScript.
//
// This package is the Go half. The JavaScript half is in the same folder and begins in
// worker.mjs. A request is answered in one of two ways, which comments call paths:
//
//   - Without I/O: JavaScript writes the request into WebAssembly's memory and makes
//     one call. [Caller.Call] runs the handlers and leaves the answer in memory. The
//     handlers cannot wait. If one of them queries the database, the call returns the
//     query. d1.mjs runs the query and calls again with the rows, and the handlers
//     run from the start. This path is cheap, because Go and JavaScript exchange only
//     bytes.
//   - With I/O: the Go package syumai/workers (the bridge) passes the request to the
//     same handlers. They may wait for promises. An instance (a running copy of the
//     program) that answers in this way answers no other request meanwhile. All writes
//     take this path.
//
// Handlers do not know which path they are on. A [Connector] makes database queries
// work on both paths. Before any other I/O, a handler calls [NeedsIO]. On the path
// without I/O, NeedsIO returns an error, and the request is answered a second time on
// the path with I/O. So handlers must change nothing on the path without I/O.
package shim
