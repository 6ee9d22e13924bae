#!/usr/bin/env bash
# whatsapp-chat-parser 4.0.2, which reads chats that WhatsApp exported.
#
# An interview by messenger has notices between the messages, such as that the group
# has another name now. They have no author, and the library says so, unless a colon is
# in the new name. Then the beginning of the notice becomes a person: of 'Ruth changed
# the subject from "Tides" to "Part 2: the harbour"' the author is 'Ruth changed the
# subject from "Tides" to "Part 2', who says 'the harbour"'. Quoteline does not read such
# exports: it asks the editor to put a label before the words of each speaker.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund whatsapp-chat-parser@4.0.2 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { parseString } from "whatsapp-chat-parser";

const seen = parseString(`01/02/2024, 10:00 - Ruth created group "Tides"
01/02/2024, 10:01 - Host: Did they ask you?
01/02/2024, 10:02 - Ruth changed the subject from "Tides" to "Harbour"
01/02/2024, 10:03 - Ruth: They never asked.
01/02/2024, 10:04 - Ruth changed the subject from "Harbour" to "Part 2: the harbour"
`).map(({ author, message }) => [author, message]);
console.log(seen);
assert.deepEqual(seen, [
	[null, 'Ruth created group "Tides"'],
	["Host", "Did they ask you?"],
	[null, 'Ruth changed the subject from "Tides" to "Harbour"'],
	["Ruth", "They never asked."],
	['Ruth changed the subject from "Harbour" to "Part 2', 'the harbour"\n'],
]);
JS
node run.mjs 2>/dev/null
echo 'as described: whatsapp-chat-parser 4.0.2 takes a notice with a colon for a person'
