// Package reply writes whole HTTP answers.
//
// A [Func] turns a request into an [Answer] that is held in memory, or into an error.
// [Routes] is a table of Funcs by method and path. A [Handler] finds the route and runs
// its Func. It turns errors and panics into answers. It sends the answer by the rules
// that all addresses share: HEAD, OPTIONS, 405, entity tags and 304 (RFC 9110, sections
// 9.3, 10.2.1, 13 and 15). It sends nothing before an answer is complete, so a failure
// never leaves half a response.
package reply
