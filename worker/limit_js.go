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

// allow counts one more request for key against the rate limit called name. It reports
// whether the limit allows the request. Cloudflare keeps the counts. Each rate limit
// has an entry of the same name in wrangler.toml. If there is no entry, every request
// is allowed.
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

// await waits until a JavaScript promise is resolved or rejected. If it is resolved,
// await returns its value. If it is rejected, await returns an error with the reason.
func await(promise js.Value) (js.Value, error) {
	type outcome struct {
		value js.Value
		err   error
	}
	done := make(chan outcome, 1)
	// These callbacks run on JavaScript's event loop, so they must not block. The
	// channel has room for one value, and only one is sent, so sending does not block.
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
