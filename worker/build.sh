#!/usr/bin/env bash
# Builds the Worker into dist/worker: the default content, which the quoteline command
# makes, the Go program, and the JavaScript that runs it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

content=worker/store/content
out=dist/worker

mkdir -p dist/content
for meta in "$content"/*.meta.json; do
	id=$(basename "$meta" .meta.json)
	go run ./worker/cmd/quoteline ingest -meta "$meta" "$content/$id.txt" >"dist/content/$id.json.new"
	mv "dist/content/$id.json.new" "dist/content/$id.json"
	# go:embed only reads files of the package's folder, and follows no links.
	cp "dist/content/$id.json" "$content/$id.json"
done

mkdir -p "$out"
rm -f "$out"/* # not the folder itself: a running server may watch it
cp worker/shim/*.mjs "$(go env GOROOT)/lib/wasm/wasm_exec.js" "$out"
worker/compile.sh "$out/app.wasm"
