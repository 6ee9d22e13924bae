#!/usr/bin/env bash
# Builds the widget, the package ./wasm, for the browser.
#
#   wasm/build/widget.sh COMPILER OUTDIR
#
# COMPILER is tinygo, go, or auto: TinyGo if it can be installed, else standard Go with a
# warning. The environment variable WIDGET_COMPILER overrides COMPILER.
#
# OUTDIR receives three files: widget.wasm; wasm_exec.js, which must come from the same
# version of the same compiler; and compiler, which holds the word tinygo or go.
set -euo pipefail
unset GOOS GOARCH # a caller's choice of platform must not reach the compilers

say() { echo "widget: $*" >&2; }

fail() {
	say "$*"
	exit 1
}

(($# == 2)) || fail "usage: widget.sh tinygo|go|auto OUTDIR"
choice=${WIDGET_COMPILER:-$1}
mkdir -p "$2"
out=$(cd "$2" && pwd)
build=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$build/../.."

# Files reach OUTDIR only after the whole build has succeeded.
stage=$(mktemp -d "$out/.stage.XXXXXX")
trap 'rm -rf "$stage"' EXIT

compile() { "$build/$1/compile.sh" "$stage"; }

case $choice in
tinygo | go)
	compile "$choice" || fail "the build with $choice failed"
	compiler=$choice
	;;
auto)
	compiler=tinygo
	if ! compile tinygo; then
		say "TinyGo cannot be used (see above): STANDARD GO BUILDS THE WIDGET, about six times as large"
		compile go || fail "the build with standard Go failed too"
		compiler=go
	fi
	;;
*) fail "unknown compiler \"$choice\": want tinygo, go or auto" ;;
esac

echo "$compiler" >"$stage/compiler"
chmod 644 "$stage"/*
mv -f "$stage/widget.wasm" "$stage/wasm_exec.js" "$stage/compiler" "$out"
