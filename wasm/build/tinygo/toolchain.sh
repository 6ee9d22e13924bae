#!/usr/bin/env bash
# Finds or makes a TinyGo that can compile the widget, and prints two lines:
# the command and the target to compile for. In this order:
#
#   1. an installed tinygo that is new enough, with its own wasm target;
#   2. a build cached in .tools;
#   3. a build from source, once, against the distribution's LLVM.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tools=$PWD/.tools

version=$(sed -n 's|.*github.com/tinygo-org/tinygo v\([0-9.]*\).*|\1|p' "$here/go.mod")
go=$(go env GOVERSION) # TinyGo refuses a Go newer than the one that built it

found() {
	printf '%s\n' "$1" "$2"
	exit 0
}

# accepts TINYGO TARGET: it starts, and takes this Go and this target.
accepts() { "$1" info -target="$2" >/dev/null 2>&1; }

installed() {
	local have
	command -v tinygo >/dev/null || return 1
	have=$(tinygo version | sed -n 's/^tinygo version \([0-9.]*\).*/\1/p')
	[[ $(printf '%s\n' "$version" "$have" | sort -V | head -n 1) == "$version" ]] && accepts tinygo wasm
}

# A change of how it is built makes another one.
made=$(cksum <"$here/build.sh")
cache() { echo "$tools/tinygo-$version-llvm$1-$go-${made%% *}"; }

# cached LLVM: a finished build is there, and so is the LLVM that it calls.
cached() {
	type "clang-$1" "wasm-ld-$1" >/dev/null 2>&1 && accepts "$(cache "$1")/bin/tinygo" "$here/target.json"
}

if installed; then found tinygo wasm; fi
for llvm in 22 20 19; do
	if cached "$llvm"; then found "$(cache "$llvm")/bin/tinygo" "$here/target.json"; fi
done

if ! type apt-get flock >/dev/null 2>&1; then
	echo "widget: no tinygo $version or newer, and no Debian or Ubuntu to build it on" >&2
	exit 1
fi
mkdir -p "$tools"
exec 9>"$tools/tinygo.lock"
flock 9 # two builds at once would only take twice as long
llvm=$("$here/llvm.sh" 22 20 19)
if ! cached "$llvm"; then "$here/build.sh" "$llvm" "$(cache "$llvm")"; fi
found "$(cache "$llvm")/bin/tinygo" "$here/target.json"
