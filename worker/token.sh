#!/usr/bin/env bash
# Makes a new publisher's token and prints it. The token cannot be printed a second
# time, because the database has only its hash. The arguments are passed to wrangler,
# Cloudflare's command. They choose the database: --local or --remote. The variable NAME
# is a name for the log and for the list of versions, as in "anna-desk". IDS has the
# beginnings of the ids that the token may publish, as in "tv- radio-"; without it the
# token is for all transcripts. NOTE is a text for the operator.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

statement=$(mktemp)
trap 'rm -f "$statement"' EXIT
token=$(go run ./worker/cmd/quoteline token -name "${NAME:-}" -ids "${IDS:-}" -note "${NOTE:-}" "$statement")
{
	wrangler d1 migrations apply quoteline "$@"
	wrangler d1 execute quoteline "$@" --yes --file "$statement" || {
		echo "token: not stored (see above). If NAME is taken: make revoke KEY=NAME, or choose another." >&2
		exit 1
	}
} </dev/null >&2
echo "$token"
