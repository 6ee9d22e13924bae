// Package render writes the project's markup. It is the only place that does:
// the Worker serves these bytes, and the widget writes the same ones into the
// page when a reader changes the view.
//
// Every function appends to a buffer and returns it. Words of a transcript go
// through one escape function. Positions stand in SVG attributes and everything
// else in classes, never in style attributes, so that the markup keeps its shape
// under a Content-Security-Policy that forbids inline styles.
package render
