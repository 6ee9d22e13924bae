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

go mod download github.com/tinygo-org/tinygo
source=$(go list -m -f '{{.Dir}}' github.com/tinygo-org/tinygo)

# The module as it was published, with our changes: each patch says why.
cp -R "$source" "$stage/tinygo"
chmod -R u+w "$stage/tinygo" # the module cache is read-only
for patch in "$PWD"/patches/*.patch; do
	(cd "$stage/tinygo" && git apply --whitespace=nowarn "$patch") || {
		echo "widget: $(basename "$patch") does not fit TinyGo in ${source##*/}: write it anew for that version" >&2
		exit 1
	}
done
cp runtime/between.go "$stage/tinygo/src/runtime/"

cp go.mod go.sum "$stage/"
go mod edit -replace "github.com/tinygo-org/tinygo=$stage/tinygo" "$stage/go.mod"
go build -modfile "$stage/go.mod" -tags "llvm$llvm" -trimpath -buildvcs=false -ldflags="-s -w" \
	-o "$stage/bin/tinygo" github.com/tinygo-org/tinygo

mv "$stage/tinygo/"{src,targets,LICENSE} "$stage/"
rm -r "$stage/tinygo" "$stage/go.mod" "$stage/go.sum"
# TinyGo's net is a git submodule, which a module does not contain. The loader
# only wants the directory to exist.
mkdir -p "$stage/src/net" "$stage/lib"
cp /usr/lib/wasm32-wasi/libc.a "$stage/lib/libc.a"
cp "/usr/lib/llvm-$llvm/lib/clang/$llvm/lib/wasi/libclang_rt.builtins-wasm32.a" "$stage/lib/builtins.a"

chmod 755 "$stage"
rm -rf "$dir" # an older build, whose LLVM was removed
mv "$stage" "$dir"
