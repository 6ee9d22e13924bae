# Starts scripts, and holds no logic itself. "make" alone lists the targets.

PORT ?= 8787
# tinygo, go, or auto: TinyGo if it can be installed, else standard Go.
WIDGET_COMPILER ?= auto

# The build of the widget for benchmarks and screenshots.
WIDGET ?= tinygo

# How long to run each fuzz target.
TIME ?= 10m

# How long to soak, in seconds.
SOAK ?= 240

# How long to attack, in seconds.
ATTACK ?= 300

# How often to kill workerd.
KILLS ?= 1000

# The database of a token, a backup or a restore.
WHERE ?= --local

# The file of a backup. By default it is named after the time.
FILE ?=

export PATH := $(CURDIR)/node_modules/.bin:$(PATH)
export WRANGLER_SEND_METRICS := false

MAKEFLAGS += --no-print-directory
.DELETE_ON_ERROR:
.PRECIOUS: dist/widget/%/widget.wasm
.DEFAULT_GOAL := help

TOOLS := node_modules/.package-lock.json
WIDGET_FILES := go.mod $(shell find shared wasm -name '*.go' -o -name '*.sh')
STUDIO_FILES := go.mod wasm/build/studio.sh $(shell find shared wasm/studio -name '*.go')
CARD_FILES := go.mod $(shell find shared/card worker/draw worker/cardprogram -name '*.go' -o -name '*.sh')
WORKER_FILES := go.mod $(shell find shared worker -name '*.go' -o -name '*.sql' -o -name '*.sh' -o -name '*.txt' -o -name '*.meta.json') \
	worker/api/openapi.json worker/snippets/static.css $(wildcard worker/shim/*.mjs)

.PHONY: help dev test test-long test-corpus check build package bench bench-ingest bench-worker bench-widget screenshots soak attack kills fuzz findings size token tokens revoke undo thin backup restore deploy clean public public-%

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | sed "s,\$$(PORT),$(PORT)," | expand -t 22
	@echo "Variables: PORT=$(PORT) WIDGET_COMPILER=$(WIDGET_COMPILER) SOAK=$(SOAK) ATTACK=$(ATTACK) KILLS=$(KILLS)"

dev: build ## build, then serve on http://localhost:$(PORT)/
	node web/dev.mjs $(PORT)

test: ## install what the tests need, check, build both widgets, run every test
	.ci/setup
	.ci/test

test-long: ## what takes long: soak, attacks, Go tests as WebAssembly, the tests with the other build of the widget
	.ci/setup
	.ci/test long

test-corpus: ## read outside transcripts: SEED=FOLDER CORPUS=FOLDER
	@SEED="$(SEED)" CORPUS="$(CORPUS)" .ci/test-corpus

check: $(TOOLS) dist/worker/app.wasm ## format, vet, lint, import table, comments, links, subjects
	.ci/check

build: dist/worker/app.wasm public ## the Worker and all served files, in dist/

package: public ## the element as an npm package, in dist/
	node web/package.mjs dist/public dist/package
	cd dist && npm pack --silent ./package

bench: dist/worker/app.wasm ## benchmarks of the shared packages
	go test -run '^$$' -bench . -benchmem ./shared/...

bench-ingest: $(TOOLS) ## reading sources, natively and in Chromium, beside others; five minutes
	node bench/ingest/run.mjs

bench-worker: dist/worker/app.wasm ## the Worker against plain JavaScript, Hono and the stock shim
	node bench/worker/run.mjs

bench-widget: public-$(WIDGET) ## the widget against its peers, in Chromium; fifteen minutes
	WIDGET=$(WIDGET) node bench/widget/run.mjs

soak: dist/worker/app.wasm ## readers, publishers, aborts and faults at once; SOAK=20 is a short one
	node worker/soak/run.mjs $(SOAK)

attack: dist/worker/app.wasm ## requests that cost much, beside readers and publishers; ATTACK=60 is a short one
	node worker/attack/run.mjs $(ATTACK)

kills: dist/worker/app.wasm ## kill workerd at random moments of publishing; KILLS=20 takes a minute
	node worker/soak/run-kills.mjs $(KILLS)

fuzz: ## every fuzz target, one after another, for TIME=10m each
	@.ci/fuzz $(TIME)

findings: ## surprises about other people's libraries and tools: do they still hold?
	@.ci/findings

screenshots: public-$(WIDGET) ## every state of the widget in dist/screenshots, on a phone and a desk, light and dark
	WIDGET=$(WIDGET) node web/test/support/screenshots.mjs dist/screenshots

size: public ## raw, gzip and brotli bytes of every served file
	node web/size.mjs dist/public

token: $(TOOLS) ## a new publisher's token: NAME=anna-desk IDS="tv- radio-" WHERE=--remote
	@worker/token.sh $(WHERE)

tokens: $(TOOLS) ## list the publishers' tokens; WHERE=--remote for the deployed database, also below
	@node worker/operate/tokens.mjs $(WHERE)

revoke: $(TOOLS) ## revoke a publisher's token: KEY=anna-desk
	@node worker/operate/revoke.mjs $(KEY) $(WHERE)

undo: $(TOOLS) ## undo what a token did: KEY=anna-desk SINCE=2026-01-31T12:00Z; DRY_RUN=1 only lists it
	@DRY_RUN=$(DRY_RUN) node worker/operate/undo.mjs $(KEY) $(SINCE) $(WHERE)

thin: $(TOOLS) ## keep only changed turns in old versions: ID=tides KEEP=10
	@node worker/operate/thin.mjs $(ID) $(KEEP) $(WHERE)

backup: $(TOOLS) ## copy the local database to FILE=NAME.backup.gz; WHERE=--remote for the deployed one
	@node worker/backup/backup.mjs $(FILE) $(WHERE)

restore: $(TOOLS) ## restore FILE=NAME.backup.gz into an empty database; WHERE=--remote for the deployed one
	@node worker/backup/restore.mjs $(FILE) $(WHERE)

deploy: build ## publish to Cloudflare; needs an account
	worker/deploy.sh

clean: ## remove what was built; keeps node_modules and .tools
	rm -rf dist

$(TOOLS): package.json package-lock.json
	@.ci/need npm
	@npm ci --no-audit --no-fund --loglevel=error || { \
		echo "need: npm ci failed (see above): connect to the network for the first build" >&2; exit 1; }
	@touch $@

dist/card/card.wasm: $(CARD_FILES) $(TOOLS)
	worker/cardprogram/compile.sh auto $@

dist/worker/app.wasm: $(WORKER_FILES) dist/card/card.wasm $(TOOLS)
	@.ci/need go && .ci/need modules
	worker/build.sh

dist/widget/%/widget.wasm: $(WIDGET_FILES) $(TOOLS)
	WIDGET_COMPILER=$* wasm/build/widget.sh $* $(@D)

dist/studio/studio.wasm: $(STUDIO_FILES)
	wasm/build/studio.sh $(@D)

# Putting the served files together takes a second, so no rule guesses whether they changed.
public: dist/widget/$(WIDGET_COMPILER)/widget.wasm dist/studio/studio.wasm dist/worker/app.wasm
	node web/build.mjs $(<D) dist/studio dist/public

public-%: dist/widget/%/widget.wasm dist/studio/studio.wasm dist/worker/app.wasm
	node web/build.mjs $(<D) dist/studio dist/$@
