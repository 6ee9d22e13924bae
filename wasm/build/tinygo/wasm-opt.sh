#!/usr/bin/env bash
# Prints the path of wasm-opt: the version that package.json pins, else the one on PATH.
set -euo pipefail

pinned=$PWD/node_modules/.bin/wasm-opt
if [[ -x $pinned ]]; then
	echo "$pinned"
elif ! command -v wasm-opt; then
	echo "widget: TinyGo needs wasm-opt: run \"npm ci\" first" >&2
	exit 1
fi
