#!/usr/bin/env bash
# Compiles the Worker's Go program to WebAssembly. It replaces the package crypto/tls by
# worker/tls. The comment in worker/tls/tls.go says why.
#
#   worker/compile.sh OUT [TAG,...]
#
# OUT is the file to write, and each TAG is a build tag. The program reports the
# variable VERSION as its version. By default it is the output of git describe.
#
# The tag smallimport leaves out the import of documents (DOCX, ODT), 106 KB after gzip,
# and the tables of code pages, 22 KB. The studio and the command have both.
set -euo pipefail
out=$(realpath "$1") tags=nethttpomithttp2,smallimport${2:+,$2}
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export GOOS=js GOARCH=wasm
version=${VERSION:-$(git describe --always --dirty 2>/dev/null || echo dev)}

# Prints the JSON file for the option -overlay of "go build". It replaces the first file
# of crypto/tls by worker/tls/tls.go, and removes the other files.
overlay() {
	local with="$PWD/worker/tls/tls.go" comma='' file
	echo '{"Replace": {'
	while read -r file; do
		printf '%s"%s": "%s"' "$comma" "$file" "$with"
		comma=$',\n' with=
	done
	echo '}}'
}

replaced=$(mktemp)
trap 'rm -f "$replaced"' EXIT
# The compiler option -l turns off inlining in packages whose code rarely runs. They
# import files, export transcripts, write HTML snippets and normalise Unicode text. That
# makes the program 46 KB smaller after gzip.
small=()
for package in quoteline/{shared/ingest/...,shared/export,worker/snippets} golang.org/x/text/unicode/norm; do
	small+=("-gcflags=$package=-l")
done
go list -f '{{range .GoFiles}}{{$.Dir}}/{{.}}{{"\n"}}{{end}}' crypto/tls | grep . | overlay >"$replaced"
go build "${small[@]}" -overlay "$replaced" -tags "$tags" -trimpath -buildvcs=false \
	-ldflags "-s -w -X main.version=$version" -o "$out" ./worker
