#!/usr/bin/env bash
# Publishes what dist/ holds to the Cloudflare account that wrangler is logged in
# to. The first deployment needs three steps by hand, which it prints.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if wrangler whoami 2>&1 | grep -q 'not authenticated'; then
	cat >&2 <<-'EOF'
		deploy: not logged in to Cloudflare. Once for each account:
		  1. npx wrangler login
		  2. npx wrangler d1 create quoteline      and put the database_id into wrangler.toml
		  3. set the route or the custom domain in wrangler.toml
	EOF
	exit 1
fi
wrangler d1 migrations apply quoteline --remote
wrangler deploy
echo "deploy: now look at /healthz, at / and at /v1/transcripts of the address above" >&2
