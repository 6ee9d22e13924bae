#!/usr/bin/env bash
# Finds the TinyGo that compiles the widget, in .tools, or builds it from source, once,
# against the distribution's LLVM. Prints its command.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tools=$PWD/.tools

version=$(sed -n 's|.*github.com/tinygo-org/tinygo v\([0-9.]*\).*|\1|p' "$here/go.mod")
go=$(go env GOVERSION) # TinyGo refuses a Go newer than the one that built it

found() {
	echo "$1/bin/tinygo"
	exit 0
}

# A change of a build file makes another build, in a folder of another name.
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
