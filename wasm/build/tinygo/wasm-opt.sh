#!/usr/bin/env bash
# Prints the wasm-opt to use: npm's pinned one, else the one on PATH.
set -euo pipefail

pinned=$PWD/node_modules/.bin/wasm-opt
if [[ -x $pinned ]]; then
	echo "$pinned"
elif ! command -v wasm-opt; then
	echo "widget: TinyGo needs wasm-opt: run \"npm ci\" first" >&2
	exit 1
fi
