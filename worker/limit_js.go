//go:build js && wasm

package main

import (
	"context"
	"errors"
	"syscall/js"

	"github.com/syumai/workers/cloudflare"

	"quoteline/worker/api"
	"quoteline/worker/shim"
)

// allow counts a request under key against a rate limit, and reports whether the limit
// allows it. Cloudflare keeps the counts. The limits are in wrangler.toml, each under
// the name of its [api.Limit]. If a limit is missing there, every request is allowed.
func allow(ctx context.Context, name api.Limit, key string) (bool, error) {
	if err := shim.NeedsIO(ctx); err != nil {
		return false, err
	}
	limit := cloudflare.GetBinding(string(name))
	if limit.IsUndefined() {
		return true, nil
	}
	answer, err := await(limit.Call("limit", map[string]any{"key": key}))
	if err != nil {
		return false, err
	}
	return answer.Get("success").Bool(), nil
}

// await waits for a promise. It returns the promise's value, or an error with the
// reason for which it was rejected.
func await(promise js.Value) (js.Value, error) {
	type outcome struct {
		value js.Value
		err   error
	}
	done := make(chan outcome, 1)
	// Callbacks run on JavaScript's event loop and must not block. The channel has room
	// for the only value, so sending it does not block.
	resolve := js.FuncOf(func(_ js.Value, args []js.Value) any {
		done <- outcome{value: args[0]}
		return nil
	})
	defer resolve.Release()
	reject := js.FuncOf(func(_ js.Value, args []js.Value) any {
		done <- outcome{err: errors.New(js.Global().Call("String", args[0]).String())}
		return nil
	})
	defer reject.Release()
	promise.Call("then", resolve, reject)
	s := <-done
	return s.value, s.err
}
