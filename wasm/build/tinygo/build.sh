#!/usr/bin/env bash
# Builds the pinned TinyGo against an installed LLVM: build.sh LLVM DIR.
# DIR becomes TinyGo's root: bin, src and targets, and the libraries that
# target.json links. It appears complete or not at all.
set -euo pipefail
llvm=$1
dir=$2
cd "$(dirname "${BASH_SOURCE[0]}")"
export CGO_ENABLED=1 GOFLAGS=-mod=readonly GOWORK=off

echo "widget: building TinyGo against LLVM $llvm, once; this takes about a minute" >&2
mkdir -p "$(dirname "$dir")"
stage=$(mktemp -d "$dir.XXXXXX")
trap 'rm -rf "$stage"' EXIT

go build -tags "llvm$llvm" -trimpath -buildvcs=false -ldflags="-s -w" -o "$stage/bin/tinygo" github.com/tinygo-org/tinygo

source=$(go list -m -f '{{.Dir}}' github.com/tinygo-org/tinygo)
mkdir "$stage/lib"
cp -R "$source/src" "$source/targets" "$source/LICENSE" "$stage/"
chmod -R u+w "$stage" # the module cache is read-only
# TinyGo's net is a git submodule, which a module does not contain. The loader
# only wants the directory to exist.
mkdir -p "$stage/src/net"

# Maps are seeded at random, with numbers that exist only when the program runs. So
# the compiler could not evaluate any map that a package declares, and the tables of
# the package unicode with all that reads them stayed in the widget: a third of its
# size. A reader's page has nobody to hide a seed from: here it is a constant.
random=$stage/src/runtime/algorithm.go
sed -i -e '/^func fastrand() uint32 {$/,/^}$/c\func fastrand() uint32 { return 1 }' \
	-e '/^func initRand() {$/,/^}$/c\func initRand() {}' "$random"
(($(grep -cE '^func (fastrand\(\) uint32 \{ return 1 \}|initRand\(\) \{\})$' "$random") == 2)) || {
	echo "widget: TinyGo's $random is not as expected" >&2
	exit 1
}

cp /usr/lib/wasm32-wasi/libc.a "$stage/lib/libc.a"
cp "/usr/lib/llvm-$llvm/lib/clang/$llvm/lib/wasi/libclang_rt.builtins-wasm32.a" "$stage/lib/builtins.a"

chmod 755 "$stage"
rm -rf "$dir" # a build whose LLVM went away
mv "$stage" "$dir"
