#!/usr/bin/env bash
# Builds the Worker into dist/worker: the default content by the project's own
# ingest, the Go program, and the JavaScript that starts it.
#
# VERSION names the revision; without it, git is asked.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

content=worker/store/content
out=dist/worker
version=${VERSION:-$(git describe --always --dirty 2>/dev/null || echo dev)}

mkdir -p dist/content
for meta in "$content"/*.meta.json; do
	id=$(basename "$meta" .meta.json)
	go run ./worker/cmd/quoteline ingest -meta "$meta" "$content/$id.txt" >"dist/content/$id.json.new"
	mv "dist/content/$id.json.new" "dist/content/$id.json"
	# go:embed reaches files of its own package only, and no links.
	cp "dist/content/$id.json" "$content/$id.json"
done

mkdir -p "$out"
rm -f "$out"/* # the folder itself may be watched by a server
cp worker/shim/*.mjs "$(go env GOROOT)/lib/wasm/wasm_exec.js" "$out"
GOOS=js GOARCH=wasm go build -trimpath -buildvcs=false -ldflags "-s -w -X main.version=$version" -o "$out/app.wasm" ./worker
