#!/usr/bin/env bash
# Compiles ./wasm with TinyGo into DIR: compile.sh DIR, from the root.
set -euo pipefail
dir=$1
here=$(dirname "${BASH_SOURCE[0]}")

wasm_opt=$("$here/wasm-opt.sh")
toolchain=$("$here/toolchain.sh")
{ read -r tinygo && read -r target; } <<<"$toolchain"

# TinyGo runs wasm-opt itself, for asyncify: goroutines that block.
export WASMOPT=$wasm_opt
"$tinygo" build -target="$target" -opt=z -no-debug -gc=precise -scheduler=asyncify -o "$dir/widget.wasm" ./wasm
# A second pass over the asyncified code takes off a few per cent more.
"$wasm_opt" -Oz "$dir/widget.wasm" -o "$dir/widget.wasm"
cp "$("$tinygo" env TINYGOROOT)/targets/wasm_exec.js" "$dir/"
