#!/usr/bin/env bash
# Builds the probe for WebAssembly, adds the counter of steps to it, and runs it.
#
#   .ci/steps/run.sh [FACTOR] [WORD]
#
# FACTOR multiplies the sizes of all inputs; 1 by default. WORD chooses the probes with
# this word in their name.
#
# binaryen's pass log-execution counts calls of functions and turns of loops, also those
# of the standard library. The pass llvm-memory-copy-fill-lowering makes a loop of each
# copy of memory, so that copies count too. The garbage collector is off, because it
# would count as well.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export PATH=$PWD/node_modules/.bin:$PATH

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# What Go's compiler uses beyond the first version of WebAssembly.
features=(--enable-bulk-memory --enable-bulk-memory-opt --enable-sign-ext
	--enable-nontrapping-float-to-int --enable-mutable-globals)

GOOS=js GOARCH=wasm go build -o "$folder/program.wasm" ./.ci/steps
wasm-as .ci/steps/counter.wat -o "$folder/counter.wasm"
wasm-opt "${features[@]}" --llvm-memory-copy-fill-lowering --log-execution=steps \
	"$folder/program.wasm" -o "$folder/counted.wasm"
wasm-merge "${features[@]}" "$folder/counted.wasm" program "$folder/counter.wasm" steps -o "$folder/linked.wasm"
GOGC=off node "$(go env GOROOT)/lib/wasm/wasm_exec_node.js" "$folder/linked.wasm" "$@"
