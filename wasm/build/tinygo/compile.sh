#!/usr/bin/env bash
# Compiles ./wasm with TinyGo into DIR: compile.sh DIR, from the root.
set -euo pipefail
dir=$1
here=$(dirname "${BASH_SOURCE[0]}")

wasm_opt=$("$here/wasm-opt.sh")
toolchain=$("$here/toolchain.sh")
{ read -r tinygo && read -r target; } <<<"$toolchain"

# TinyGo looks for wasm-opt even where it does not need it.
export WASMOPT=$wasm_opt
# c-shared makes a module that stays alive without a main that blocks; see
# wasm/entry_tinygo.go for why there is no scheduler.
"$tinygo" build -target="$target" -opt=z -no-debug -gc=precise -scheduler=none -buildmode=c-shared \
	-o "$dir/widget.wasm" ./wasm
# TinyGo's own optimiser leaves a few per cent.
"$wasm_opt" -Oz "$dir/widget.wasm" -o "$dir/widget.wasm"
cp "$("$tinygo" env TINYGOROOT)/targets/wasm_exec.js" "$dir/"
