#!/usr/bin/env bash
# Compiles ./wasm with TinyGo into DIR: compile.sh DIR, run from the repository's root.
set -euo pipefail
dir=$1
here=$(dirname "${BASH_SOURCE[0]}")

wasm_opt=$("$here/wasm-opt.sh")
tinygo=$("$here/toolchain.sh")

# The build uses a copy of the pinned module safejs, in which one file is replaced, and a
# copy of go.mod that refers to that copy. So the build changes nothing outside DIR.
go mod download github.com/hack-pad/safejs
cp -R "$(go list -m -f '{{.Dir}}' github.com/hack-pad/safejs)" "$dir/safejs"
chmod -R u+w "$dir/safejs" # the module cache is read-only
cp "$here/safejs/catch.go" "$dir/safejs/internal/catch/catch.go"
cp go.mod go.sum "$dir/"
go mod edit -replace "github.com/hack-pad/safejs=$dir/safejs" "$dir/go.mod"

# TinyGo looks for the command wasm-opt even if it does not run it.
export WASMOPT=$wasm_opt
# -buildmode=c-shared keeps the module alive after start returns, so that main need not
# block. wasm/entry_tinygo.go says why there is no scheduler. -panic=trap ends the program
# at a panic without a message on the console, which would add 2 KB after Brotli
# compression. The loader reports that the program has ended; a build with standard Go
# prints the message.
GOFLAGS=-modfile=$dir/go.mod "$tinygo" build -target="$here/target.json" -opt=z -no-debug -gc=precise -scheduler=none -panic=trap \
	-buildmode=c-shared -o "$dir/widget.wasm" ./wasm
# wasm-opt makes the module a few per cent smaller than TinyGo's own optimiser does.
"$wasm_opt" -Oz "$dir/widget.wasm" -o "$dir/widget.wasm"
rm -r "$dir/safejs" "$dir/go.mod" "$dir/go.sum"
cp "$("$tinygo" env TINYGOROOT)/targets/wasm_exec.js" "$dir/"
