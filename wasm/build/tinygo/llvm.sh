#!/usr/bin/env bash
# Makes sure that an LLVM which TinyGo can be built against is installed: llvm.sh
# VERSION..., in order of preference. Prints the version that is installed.
set -euo pipefail
log=$PWD/.tools/apt.log

packages() {
	echo g++ "llvm-$1-dev" "libclang-$1-dev" "clang-$1" "lld-$1" "libclang-rt-$1-dev-wasm32" wasi-libc
}

installed() {
	local package
	for package in $(packages "$1"); do
		[[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || return 1
	done
}

# apt ARGUMENT...: runs apt-get as root, and answers its questions with the defaults.
apt() {
	local sudo=()
	if ((EUID != 0)) && command -v sudo >/dev/null; then sudo=(sudo); fi
	${sudo[@]+"${sudo[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get "$@" >>"$log" 2>&1
}

install() {
	# shellcheck disable=SC2046 # a list of words
	apt install -y --no-install-recommends $(packages "$1")
}

# offered VERSION...: prints the first version that the distribution can install.
offered() {
	local llvm
	for llvm; do
		# shellcheck disable=SC2046 # a list of words
		if apt-get install --simulate -qq $(packages "$llvm") >>"$log" 2>&1; then
			echo "$llvm"
			return
		fi
	done
	return 1
}

fail() {
	echo "widget: TinyGo needs LLVM: $*" >&2
	exit 1
}

for llvm; do
	if installed "$llvm"; then
		echo "$llvm"
		exit
	fi
done

: >"$log"
# A bare image has no package lists, and an old image has stale ones, so a failed search
# is repeated after "apt-get update".
llvm=$(offered "$@") || { apt update && llvm=$(offered "$@"); } ||
	fail "apt-get offers none of the versions $* (see $log)"
echo "widget: installing LLVM $llvm with apt-get, once" >&2
install "$llvm" || { apt update && install "$llvm"; } || fail "apt-get failed: $(tail -n 1 "$log") (see $log)"
echo "$llvm"
