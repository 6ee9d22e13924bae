// Package reply writes HTTP answers that are complete before the first byte is sent.
//
// A [Func] turns a request into an [Answer], which is in memory, or into an error.
// [Routes] is a table of Funcs by method and path. A [Handler] finds the route for a
// request and calls its Func. If the Func returns an error or panics, the Handler makes
// an answer for that. The Handler follows the same rules for all addresses: HEAD,
// OPTIONS, 405, entity tags and 304 (RFC 9110, sections 9.3, 10.2.1, 13 and 15). A
// failure never leaves half a response, because nothing is sent before the answer is
// complete.
package reply
