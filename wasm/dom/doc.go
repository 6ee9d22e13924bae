//go:build js && wasm

// Package dom is the browser as the widget needs it, and the only package of the widget
// that uses JavaScript values.
//
// Two rules come from the compilers. First, TinyGo cannot recover from a JavaScript
// exception, and a getter that throws passes through Go's frames under every compiler. So
// calls that may throw (history, clipboard, a page's Trusted Types) go through functions
// of the loader that catch and answer [ok, value], see [Host]. Second, calls that cannot
// throw on a node that we hold are made directly. If one fails all the same, the program
// ends, and the loader shows the server's markup again.
package dom
