// Package render writes the project's markup. No other package writes any: the Worker
// serves these bytes, and the widget writes the same bytes into the page when a
// reader changes the view.
//
// Every function appends to a buffer and returns it. The words of a transcript reach
// the markup through one escape function, appendEscaped. Positions are SVG attributes
// and everything else is a class. There are no style attributes, so the page looks
// the same under a Content-Security-Policy that forbids inline styles.
package render
