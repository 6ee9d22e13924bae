// Package render writes all markup of the project. The Worker (the server) sends this
// markup to browsers. After a filter or a search, the widget in the browser writes the
// same kind of markup into the page.
//
// Every function appends to a buffer and returns the buffer. The words of a transcript
// reach the markup through one escape function, appendEscaped. Positions are SVG
// attributes, and all other styling uses classes. There are no style attributes, so the
// page looks the same under a Content-Security-Policy that forbids inline styles.
package render
