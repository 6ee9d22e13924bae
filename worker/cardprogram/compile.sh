#!/usr/bin/env bash
# Compiles the program that draws cards to WebAssembly.
#
#   worker/cardprogram/compile.sh tinygo|go|auto OUT
#
# auto is TinyGo if it can be installed, else standard Go with a warning. The environment
# variable WIDGET_COMPILER overrides the first argument. With standard Go the Worker is
# 1.4 MB larger after gzip, so it fits only into Cloudflare's paid plan.
set -euo pipefail
unset GOOS GOARCH # a caller's choice of platform must not reach the compilers
choice=${WIDGET_COMPILER:-$1}
mkdir -p "$(dirname "$2")"
out=$(realpath "$2")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# -scheduler=none and -panic=trap: see wasm/build/tinygo/compile.sh. The program never runs
# the garbage collector.
with_tinygo() {
	local here=wasm/build/tinygo tinygo wasm_opt
	wasm_opt=$(WASMOPT='' $here/wasm-opt.sh)
	tinygo=$($here/toolchain.sh)
	WASMOPT=$wasm_opt "$tinygo" build -target=$here/target.json -opt=z -no-debug -gc=precise -scheduler=none \
		-panic=trap -buildmode=c-shared -o "$out" ./worker/cardprogram
	"$wasm_opt" -Oz "$out" -o "$out"
}

with_go() {
	GOOS=wasip1 GOARCH=wasm go build -buildmode=c-shared -trimpath -buildvcs=false -ldflags "-s -w" \
		-o "$out" ./worker/cardprogram
}

case $choice in
tinygo) with_tinygo ;;
go) with_go ;;
auto)
	if ! with_tinygo; then
		echo "card: TinyGo cannot be used (see above): STANDARD GO BUILDS THE CARDS, five times as large" >&2
		with_go
	fi
	;;
*)
	echo "card: unknown compiler \"$choice\": want tinygo, go or auto" >&2
	exit 1
	;;
esac
