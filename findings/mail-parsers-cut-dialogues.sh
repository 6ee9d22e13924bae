#!/usr/bin/env bash
# node-email-reply-parser 0.1.4 and email-reply-parser 2.3.9, which find what is new in
# an answer by mail. planer 1.2.0, a third, keeps all the words that are here.
#
# An interview by mail loses many of its turns. If turns begin with a dash, the first
# library keeps only the first turn, because it takes "-No." for the start of a
# signature. It does the same at a line of underscores between two parts. If each answer
# is below its quoted question, which is usual in mails, both libraries drop every
# question and keep only the answers. Quoteline takes the text of a mail as it is, with
# its ">".
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node-email-reply-parser@0.1.4 email-reply-parser@2.3.9 planer@1.2.0 jsdom@26.1.0 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import reply from "email-reply-parser";
import nodeReply from "node-email-reply-parser";
import planer from "planer";

const mails = {
	dashes: "-Did the council ask you?\n-No.\n-Would you have said?\n-Yes. It did not ask anyone.\n",
	parts: "Host: Did the council ask?\n\nRuth: No.\n\n__________\n\nHost: Would you have said?\n\nRuth: Yes.\n",
	inline: "Dear Hanna,\n\n> Did the council ask?\n\nNo.\n\n> Would you have said?\n\nYes.\n\nRuth\n",
};
const Reply = reply.default ?? reply;
const parsers = {
	"node-email-reply-parser": (mail) => nodeReply(mail).getVisibleText(),
	"email-reply-parser": (mail) => new Reply().read(mail).getVisibleText(),
	planer: (mail) => planer.extractFrom(mail, "text/plain"),
};

const seen = {};
for (const [name, read] of Object.entries(parsers)) {
	seen[name] = {};
	for (const [form, mail] of Object.entries(mails)) {
		const text = read(mail);
		const kept = (words) => words.filter((word) => text.includes(word)).length;
		seen[name][form] = { questions: kept(["Did the council", "Would you"]), answers: kept(["No.", "Yes."]) };
	}
}
console.log(seen);
const all = { questions: 2, answers: 2 };
const answers = { questions: 0, answers: 2 };
assert.deepEqual(seen["node-email-reply-parser"], {
	dashes: { questions: 1, answers: 0 },
	parts: { questions: 1, answers: 1 },
	inline: answers,
});
assert.deepEqual(seen["email-reply-parser"], { dashes: all, parts: all, inline: answers });
assert.deepEqual(seen.planer, { dashes: all, parts: all, inline: all });
JS
node run.mjs
echo "as described: two readers of mail drop the answers after a dash, or the quoted questions"
