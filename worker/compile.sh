#!/usr/bin/env bash
# Compiles the Worker's Go program, with worker/tls instead of crypto/tls (that
# package explains why).
#
#   worker/compile.sh OUT [TAG,...]
#
# VERSION names the revision. The default is the output of git describe.
set -euo pipefail
out=$(realpath "$1") tags=nethttpomithttp2${2:+,$2}
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export GOOS=js GOARCH=wasm
version=${VERSION:-$(git describe --always --dirty 2>/dev/null || echo dev)}

# Prints a JSON map of all files of crypto/tls: the first is replaced, the others are
# removed.
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
# The Worker parses files rarely, so this package is not inlined: 35 KB less with gzip.
small=-gcflags=quoteline/shared/ingest=-l
go list -f '{{range .GoFiles}}{{$.Dir}}/{{.}}{{"\n"}}{{end}}' crypto/tls | grep . | overlay >"$replaced"
go build "$small" -overlay "$replaced" -tags "$tags" -trimpath -buildvcs=false \
	-ldflags "-s -w -X main.version=$version" -o "$out" ./worker
