#!/usr/bin/env bash
# Prints the path of the TinyGo command that compiles the widget. The first run builds it
# from source, in .tools, against the distribution's LLVM.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tools=$PWD/.tools

version=$(sed -n 's|.*github.com/tinygo-org/tinygo v\([0-9.]*\).*|\1|p' "$here/go.mod")
go=$(go env GOVERSION) # TinyGo refuses a Go newer than the one that built it

found() {
	echo "$1/bin/tinygo"
	exit 0
}

# The folder's name contains a checksum of the files that change the build. So a change of
# one of these files leads to a new build in a new folder.
made=$(cat "$here/build.sh" "$here"/runtime/* "$here"/patches/* | cksum)
cache() { echo "$tools/tinygo-$version-llvm$1-$go-${made%% *}"; }

# cached LLVM: reports whether a finished build accepts this Go, and its LLVM is installed.
cached() {
	type "clang-$1" "wasm-ld-$1" >/dev/null 2>&1 &&
		"$(cache "$1")/bin/tinygo" info -target="$here/target.json" >/dev/null 2>&1
}

for llvm in 22 20 19; do
	if cached "$llvm"; then found "$(cache "$llvm")"; fi
done

if ! type apt-get flock >/dev/null 2>&1; then
	echo "widget: no Debian or Ubuntu to build TinyGo on" >&2
	exit 1
fi
mkdir -p "$tools"
exec 9>"$tools/tinygo.lock"
flock 9 # two builds at once would take twice as long each
llvm=$("$here/llvm.sh" 22 20 19)
if ! cached "$llvm"; then "$here/build.sh" "$llvm" "$(cache "$llvm")"; fi
found "$(cache "$llvm")"
