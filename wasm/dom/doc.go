//go:build js && wasm

// Package dom is the widget's interface to the browser. The other packages of the
// widget do not use JavaScript values.
//
// TinyGo cannot recover from a JavaScript exception. Under every compiler, an exception
// from a JavaScript getter passes through the running Go functions, which cannot catch
// it. So there are two ways to call JavaScript. A call that may throw (history,
// clipboard, a page's Trusted Types) uses a function of the loader, web/program.js.
// That function catches the exception and returns [ok, value], see [Host].
//
// A call that cannot throw on an existing node is made directly. If it fails all the
// same, the program ends, and the loader (web/program.js) shows the server's markup
// again.
package dom
