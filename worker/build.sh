#!/usr/bin/env bash
# Builds the Worker into the folder dist/worker. It consists of app.wasm, which is the
# compiled Go program, of the JavaScript that runs it, and of card.wasm, the program that
# draws cards. worker/cardprogram/compile.sh has built card.wasm before.
#
# Before that, the command quoteline generates the JSON of the built-in transcripts,
# which are compiled into the program. Git ignores the generated files.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

content=worker/store/content
out=dist/worker

mkdir -p dist/content
for meta in "$content"/*.meta.json; do
	id=$(basename "$meta" .meta.json)
	go run ./worker/cmd/quoteline ingest -meta "$meta" "$content/$id.txt" >"dist/content/$id.json.new"
	mv "dist/content/$id.json.new" "dist/content/$id.json"
	# The file is copied, because go:embed only reads files in the package's folder and
	# does not follow links.
	cp "dist/content/$id.json" "$content/$id.json"
done

mkdir -p "$out"
rm -f "$out"/* # removes the files but not the folder, which a running server may watch
cp worker/shim/*.mjs "$(go env GOROOT)/lib/wasm/wasm_exec.js" "$out"
cp dist/card/card.wasm "$out"
worker/compile.sh "$out/app.wasm"
