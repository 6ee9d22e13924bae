#!/usr/bin/env bash
# Compiles ./wasm with standard Go into DIR: compile.sh DIR, run from the repository's root.
set -euo pipefail
dir=$1

# -trimpath and -buildvcs=false keep the bytes the same in every checkout.
GOOS=js GOARCH=wasm go build -trimpath -buildvcs=false -ldflags="-s -w" -o "$dir/widget.wasm" ./wasm
cp "$(go env GOROOT)/lib/wasm/wasm_exec.js" "$dir/"
