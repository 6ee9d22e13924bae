// Package reply writes whole HTTP answers.
//
// A [Func] turns a request into an [Answer] that is held in memory, or into an
// error. [Routes] is a table of Funcs by method and path. A [Handler] finds the
// route, runs its Func, turns errors and panics into answers, and sends the
// result with the rules that all addresses share: HEAD, OPTIONS, 405, entity tags
// and 304 (RFC 9110, sections 9.3, 10.2.1, 13 and 15). It writes nothing before
// an answer is complete, so a failure never leaves half a response.
package reply
