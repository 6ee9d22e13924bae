//go:build js && wasm

// Package dom is the widget's interface to the browser. It is the only package of the
// widget that uses JavaScript values.
//
// TinyGo cannot recover from a JavaScript exception, and under every compiler an
// exception passes through Go's frames if a getter throws it. So there are two ways to
// call JavaScript. A call that may throw (history, clipboard, a page's Trusted Types)
// goes through a function of the loader, web/program.js, which catches the exception and
// returns [ok, value], see [Host]. A call that cannot throw on a node that exists is made
// directly. If such a call fails all the same, the program ends, and the loader shows the
// server's markup again.
package dom
