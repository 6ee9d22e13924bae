//go:build js && wasm

// Package catch replaces the package internal/catch of the module safejs in TinyGo's
// build; see compile.sh. On WebAssembly TinyGo does not recover: a panic ends the
// program, and the loader (web/program.js) shows the server's markup. So there is nothing
// to catch. The original package formats what it catches; without that code every call is
// a few bytes smaller.
package catch

// Try returns what fn returns. The error is always nil.
func Try[Result any](fn func() Result) (Result, error) { return fn(), nil }

// TrySideEffect calls fn. The error is always nil.
func TrySideEffect(fn func()) error {
	fn()
	return nil
}
