#!/usr/bin/env bash
# Publishes what dist/ holds to the Cloudflare account that wrangler is logged in
# to. What has to be made once by hand, it lists.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

checklist() {
	cat >&2 <<-EOF
		deploy: $1. Once for each account:
		  1. wrangler login
		  2. wrangler d1 create quoteline
		       and its database_id goes into wrangler.toml
		  3. namespace_id of each [[ratelimits]] in wrangler.toml: any numbers that no
		       other Worker of the account has
		  4. routes = [{ pattern = "edge.example", custom_domain = true }] in wrangler.toml;
		       without it the address ends in workers.dev, where there is no edge cache
		  5. make deploy
		  6. make token WHERE=--remote, for everyone who publishes
		  7. to read near the reader: read replication in the settings of the database, and
		       READ_REPLICAS = "on" in wrangler.toml
	EOF
	exit 1
}

grep -q '^database_id = "00000000-' wrangler.toml && checklist "wrangler.toml names no database"
wrangler whoami 2>&1 | grep -q 'not authenticated' && checklist "not logged in to Cloudflare"

wrangler d1 migrations apply quoteline --remote
wrangler deploy
cat >&2 <<-'EOF'
	deploy: now look at these, at the address above:
	  /healthz            says "ok", this version and the store "ready"
	  /                   shows the demo
	  /v1/transcripts     lists what is published
EOF
