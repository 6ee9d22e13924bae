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

// allow asks a rate limit of wrangler.toml, where the limits have the names that
// the API gives them. A deployment may be without.
func allow(ctx context.Context, name api.Limit, key string) (bool, error) {
	if err := shim.NeedsIO(ctx); err != nil {
		return false, err
	}
	limit := cloudflare.GetBinding(string(name))
	if limit.IsUndefined() {
		return true, nil
	}
	outcome, err := await(limit.Call("limit", map[string]any{"key": key}))
	if err != nil {
		return false, err
	}
	return outcome.Get("success").Bool(), nil
}

// await waits for a promise.
func await(promise js.Value) (js.Value, error) {
	type settled struct {
		value js.Value
		err   error
	}
	done := make(chan settled, 1)
	resolve := js.FuncOf(func(_ js.Value, args []js.Value) any {
		done <- settled{value: args[0]}
		return nil
	})
	defer resolve.Release()
	reject := js.FuncOf(func(_ js.Value, args []js.Value) any {
		done <- settled{err: errors.New(js.Global().Call("String", args[0]).String())}
		return nil
	})
	defer reject.Release()
	promise.Call("then", resolve, reject)
	s := <-done
	return s.value, s.err
}
