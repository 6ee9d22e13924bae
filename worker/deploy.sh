#!/usr/bin/env bash
# Deploys the folder dist to Cloudflare. The command wrangler must be logged in to an
# account. If the account is not set up for the Worker, this script prints the steps to
# set it up.
#
# SITE is the site's address, by default that of the route in wrangler.toml. For the first
# deploy it is "new". The steps have this order:
#   1. Copy the files of earlier releases from the site, so that open pages keep working.
#   2. Migrate the database. The old Worker still runs, and works with the new tables.
#   3. Deploy the new Worker and its files.
# If a step fails, the next ones are not done.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# checklist prints the steps that set up a Cloudflare account, and exits. The argument
# $1 says what is missing.
checklist() {
	cat >&2 <<-EOF
		deploy: $1. Do this once for each account:
		  1. wrangler login
		  2. wrangler d1 create quoteline
		       and copy its database_id to wrangler.toml
		  3. set namespace_id of each [[ratelimits]] in wrangler.toml to a number that no
		       other Worker of the account uses
		  4. set routes = [{ pattern = "edge.example", custom_domain = true }] in wrangler.toml;
		       without it the address ends in workers.dev, which has no edge cache
		  5. SITE=new make deploy
		       and later "make deploy", or SITE=https://… make deploy if there are no routes
		  6. make token NAME=... WHERE=--remote, for each person who publishes
		  7. optional, for faster reads far from the database: turn on read replication in
		       the database's settings, and set READ_REPLICAS = "on" in wrangler.toml
	EOF
	exit 1
}

grep -q '^database_id = "00000000-' wrangler.toml && checklist "wrangler.toml names no database"
wrangler whoami 2>&1 | grep -q 'not authenticated' && checklist "not logged in to Cloudflare"

route=$(sed -n 's/^ *routes *=.*pattern *= *"\([^"/*]*\)".*/\1/p' wrangler.toml)
site=${SITE:-${route:+https://$route}}
[[ $site ]] || checklist "the site's address is not known: set SITE or routes"

if [[ $site != new ]]; then node worker/releases.mjs "$site" dist/public; fi
wrangler d1 migrations apply quoteline --remote
wrangler deploy
cat >&2 <<-'EOF'
	deploy: now check these, at the address above:
	  /healthz            has the status "ok", this version and the store "ready"
	  /                   shows the demo
	  /v1/transcripts     lists the published transcripts
EOF
