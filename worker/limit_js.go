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

// allow counts a request against a rate limit of the platform. wrangler.toml has
// the limits under the names of [api.Limit]. A missing one allows everything.
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

// await returns the value of a promise, or an error with its reason.
func await(promise js.Value) (js.Value, error) {
	type outcome struct {
		value js.Value
		err   error
	}
	done := make(chan outcome, 1)
	// The callbacks run on the event loop, so they must not block: the channel has
	// room for the one value.
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
