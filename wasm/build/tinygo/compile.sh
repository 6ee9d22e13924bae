#!/usr/bin/env bash
# Compiles ./wasm with TinyGo into DIR: compile.sh DIR, from the root.
set -euo pipefail
dir=$1
here=$(dirname "${BASH_SOURCE[0]}")

wasm_opt=$("$here/wasm-opt.sh")
tinygo=$("$here/toolchain.sh")

# The build uses a copy of the pinned safejs in which one file is replaced, and a copy
# of go.mod that points to it, so that nothing outside DIR changes.
go mod download github.com/hack-pad/safejs
cp -R "$(go list -m -f '{{.Dir}}' github.com/hack-pad/safejs)" "$dir/safejs"
chmod -R u+w "$dir/safejs" # the module cache is read-only
cp "$here/safejs/catch.go" "$dir/safejs/internal/catch/catch.go"
cp go.mod go.sum "$dir/"
go mod edit -replace "github.com/hack-pad/safejs=$dir/safejs" "$dir/go.mod"

# TinyGo looks for wasm-opt even if it does not need it.
export WASMOPT=$wasm_opt
# c-shared makes a module that stays alive without a main that blocks; see
# wasm/entry_tinygo.go for why there is no scheduler. A panic ends the program without a
# message on the console, which would take 2 KB brotli. The loader reports the end, and
# standard Go's build shows the message.
GOFLAGS=-modfile=$dir/go.mod "$tinygo" build -target="$here/target.json" -opt=z -no-debug -gc=precise -scheduler=none -panic=trap \
	-buildmode=c-shared -o "$dir/widget.wasm" ./wasm
# wasm-opt removes a few per cent that TinyGo's own optimiser leaves.
"$wasm_opt" -Oz "$dir/widget.wasm" -o "$dir/widget.wasm"
rm -r "$dir/safejs" "$dir/go.mod" "$dir/go.sum"
cp "$("$tinygo" env TINYGOROOT)/targets/wasm_exec.js" "$dir/"
