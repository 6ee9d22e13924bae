#!/usr/bin/env bash
# Builds the studio's program, the package ./wasm/studio, with standard Go.
#
#   wasm/build/studio.sh OUTDIR
#
# OUTDIR receives studio.wasm and wasm_exec.js, which must come from the same
# version of the compiler.
set -euo pipefail
unset GOOS GOARCH # a caller's choice of platform must not reach the compiler

(($# == 1)) || {
	echo "usage: studio.sh OUTDIR" >&2
	exit 1
}
mkdir -p "$1"
out=$(cd "$1" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# -trimpath and -buildvcs=false keep the bytes the same in every checkout.
GOOS=js GOARCH=wasm go build -trimpath -buildvcs=false -ldflags="-s -w" -o "$out/studio.wasm.new" ./wasm/studio
cp "$(go env GOROOT)/lib/wasm/wasm_exec.js" "$out/"
mv "$out/studio.wasm.new" "$out/studio.wasm"
