#!/usr/bin/env bash
# Three readers of robots.txt: robots-txt-parser 2.0.3, robots-txt-guard 1.0.2 (with
# robots-txt-parse 2.0.1) and robots-parser 3.0.1.
#
# Publishers keep crawlers from their interviews by a list of robots before one rule.
# RFC 9309 makes one group of such a list (section 2.2.1), combines two groups for one
# robot (the same), and lets no other record end a group, "Sitemap" for example
# (2.2.4). robots-txt-parser applies the rule to the last robot of a list only.
# robots-txt-guard reads one of two groups. robots-parser, which says that it complies
# with the specification, and robots-txt-guard end a group at "Sitemap". Quoteline
# limits what is indexed by robots meta elements in its pages.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund robots-txt-parser@2.0.3 robots-txt-guard@1.0.2 robots-txt-parse@2.0.1 \
	robots-parser@3.0.1 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import robotsParser from "robots-parser";
import guard from "robots-txt-guard";
import parse from "robots-txt-parse";
import robotsTxtParser from "robots-txt-parser";

const site = "https://news.example";
const page = "/interviews/1";
const robots = ["GPTBot", "ClaudeBot", "CCBot"];
const files = {
	list: "User-agent: GPTBot\nUser-agent: ClaudeBot\nUser-agent: CCBot\nDisallow: /interviews/\n",
	"two groups":
		"User-agent: GPTBot\nUser-agent: CCBot\nUser-agent: ClaudeBot\nDisallow: /drafts/\n\n" +
		"User-agent: GPTBot\nUser-agent: ClaudeBot\nUser-agent: CCBot\nDisallow: /interviews/\n",
	sitemap: "User-agent: GPTBot\nSitemap: https://news.example/sitemap.xml\nUser-agent: ClaudeBot\nUser-agent: CCBot\nDisallow: /interviews/\n",
};
const readers = {
	"robots-txt-parser": (file) => {
		const reader = robotsTxtParser({});
		reader.parseRobots(site, file);
		return (robot) => {
			reader.setUserAgent(robot);
			return reader.canCrawlSync(site + page);
		};
	},
	"robots-txt-guard": async (file) => {
		const reader = guard(await parse(Readable.from([file])));
		return (robot) => reader.isAllowed(robot, page);
	},
	"robots-parser": (file) => (robot) => robotsParser(`${site}/robots.txt`, file).isAllowed(site + page, robot),
};

const seen = {};
for (const [name, read] of Object.entries(readers)) {
	seen[name] = {};
	for (const [form, file] of Object.entries(files)) {
		const allows = await read(file);
		seen[name][form] = `allows ${robots.filter(allows).join(", ") || "none"}`;
	}
}
console.log(seen);
assert.deepEqual(seen, {
	"robots-txt-parser": {
		list: "allows GPTBot, ClaudeBot",
		"two groups": "allows GPTBot, ClaudeBot",
		sitemap: "allows GPTBot, ClaudeBot",
	},
	"robots-txt-guard": {
		list: "allows none",
		"two groups": "allows GPTBot, ClaudeBot, CCBot",
		sitemap: "allows GPTBot",
	},
	"robots-parser": { list: "allows none", "two groups": "allows none", sitemap: "allows GPTBot" },
});
JS
node run.mjs
echo "as described: each of the three readers allows robots that robots.txt disallows"
