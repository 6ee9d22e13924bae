#!/usr/bin/env bash
# Compiles the Worker's Go program, with worker/tls instead of crypto/tls. The comment
# in worker/tls/tls.go gives the reason.
#
#   worker/compile.sh OUT [TAG,...]
#
# The variable VERSION is the revision that the program reports. By default it is the
# output of git describe.
set -euo pipefail
out=$(realpath "$1") tags=nethttpomithttp2${2:+,$2}
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export GOOS=js GOARCH=wasm
version=${VERSION:-$(git describe --always --dirty 2>/dev/null || echo dev)}

# Reads the names of all files of crypto/tls, and prints the JSON for "go build
# -overlay". It replaces the first file with worker/tls/tls.go, and removes the other
# files.
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
# -l turns off inlining in packages that are rarely needed: reading uploads, exporting,
# writing snippets, Unicode normal forms. The program is 46 KB smaller with gzip.
small=()
for package in quoteline/{shared/ingest,shared/export,worker/snippets} golang.org/x/text/unicode/norm; do
	small+=("-gcflags=$package=-l")
done
go list -f '{{range .GoFiles}}{{$.Dir}}/{{.}}{{"\n"}}{{end}}' crypto/tls | grep . | overlay >"$replaced"
go build "${small[@]}" -overlay "$replaced" -tags "$tags" -trimpath -buildvcs=false \
	-ldflags "-s -w -X main.version=$version" -o "$out" ./worker
