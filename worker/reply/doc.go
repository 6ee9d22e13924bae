// Package reply writes whole HTTP answers.
//
// A [Func] turns a request into an [Answer] that is held in memory, or into an
// error. A [Resource] knows the Funcs of one address by method. A [Handler]
// finds the resource, runs it, turns errors and panics into answers, and sends
// what results with the rules that all of them share: HEAD, OPTIONS, 405, entity
// tags and 304 (RFC 9110, sections 9.3, 10.2.1, 13 and 15). Nothing is written
// before an answer is complete, so a failure never leaves half a response.
package reply
