//go:build js && wasm

// Package dom is the browser as the widget needs it, and the only package that
// touches JavaScript values.
//
// Two rules come from the compilers. TinyGo cannot recover from a JavaScript
// exception, and a throwing getter passes through Go's frames under every
// compiler: so whatever may throw (history, clipboard, a page's Trusted Types)
// goes through functions of the loader that catch and answer [ok, value]; see
// [Host]. And what cannot throw on a node that we hold is called directly; should
// it fail all the same, the program ends, and the loader shows the server's
// markup again.
package dom
