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

# change FILE SCRIPT LINES: edits a file with sed, which must write this many new lines.
change() {
	local lines
	sed -i.before "$2" "$1"
	lines=$(diff "$1.before" "$1" | grep -c '^>' || true)
	if ((lines != $3)) || cmp -s "$1.before" "$1"; then
		echo "widget: TinyGo's $1 is not as expected" >&2
		exit 1
	fi
	rm "$1.before"
}

# The compiler as its module has it, with one change: since the widget's memory is
# collected only when no function is running (see runtime/between.go), functions do not
# list the pointers that they hold. That was a quarter of the program.
cp -R "$source" "$stage/tinygo"
chmod -R u+w "$stage/tinygo" # the module cache is read-only
change "$stage/tinygo/compileopts/config.go" \
	'/^func (c \*Config) NeedsStackObjects/,/^}/s/return slices/return false \&\& slices/' 1
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

runtime=$stage/src/runtime
cp runtime/between.go "$runtime/"
change "$runtime/gc_stack_portable.go" '/^\tmarkStack()$/d' 0
change "$runtime/gc_blocks.go" '/^func GC()/,/^}/s/runGC()/collectIfWorth()/
	/^func alloc(/,/^}/{
		s/var ranGC bool/ranGC := true/
		s/gcTotalAlloc += uint64(rawSize)/gcTotalAlloc += uint64(size)/
		s/^\t\tif growHeap() {/\t\tif growHeapFor(size) {/
	}' 4

# Maps are seeded at random, with numbers that exist only when the program runs. So
# the compiler could not evaluate any map that a package declares, and the tables of
# the package unicode with all that reads them stayed in the widget: a third of its
# size. A reader's page has nobody to hide a seed from: here it is a constant.
change "$runtime/algorithm.go" '/^func fastrand() uint32 {$/,/^}$/c\func fastrand() uint32 { return 1 }
	/^func initRand() {$/,/^}$/c\func initRand() {}' 2

chmod 755 "$stage"
rm -rf "$dir" # a build whose LLVM went away
mv "$stage" "$dir"
