#!/usr/bin/env bash
# Makes a new publisher's token and prints it. The token cannot be printed a second
# time, because the database has only its hash. The arguments are passed to wrangler,
# Cloudflare's command. They choose the database: --local or --remote. The variable NOTE
# says who owns the token.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

statement=$(mktemp)
trap 'rm -f "$statement"' EXIT
token=$(go run ./worker/cmd/quoteline token -note "${NOTE:-}" "$statement")
{
	wrangler d1 migrations apply quoteline "$@"
	wrangler d1 execute quoteline "$@" --yes --file "$statement"
} </dev/null >&2
echo "$token"
