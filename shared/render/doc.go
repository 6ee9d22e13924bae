// Package render writes the project's markup. No other package writes any. The Worker
// serves the markup, and after a change of the view the widget writes the same markup
// into the page.
//
// Every function appends to a buffer and returns it. The words of a transcript reach
// the markup through one escape function, appendEscaped. Positions are SVG attributes,
// and all other styling uses classes. There are no style attributes, so the page looks
// the same under a Content-Security-Policy that forbids inline styles.
package render
