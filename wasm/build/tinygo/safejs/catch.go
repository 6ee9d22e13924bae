//go:build js && wasm

// Package catch replaces safejs's internal/catch in TinyGo's build; see compile.sh.
// On WebAssembly TinyGo does not recover: a panic ends the program, and the loader
// takes over. So there is nothing to catch. The original formats what it catches;
// without it every call is a few bytes smaller.
package catch

// Try returns what fn returns. The error is always nil.
func Try[Result any](fn func() Result) (Result, error) { return fn(), nil }

// TrySideEffect calls fn. The error is always nil.
func TrySideEffect(fn func()) error {
	fn()
	return nil
}
