// The source texts that the parsers from npm read. Each byte must be the same as in the
// texts of the Go benchmarks. The script run.mjs checks that by comparing checksums.
import { crc32 } from "node:zlib";

const question = "A question about it, with a few more words to read?";
const answer =
	"An answer of some length, as people give it when they are asked. It has a second sentence, and a third. This is that one.";

const families = {
	webvtt: {
		head: "WEBVTT\n\n",
		turns:
			`00:00:01.000 --> 00:00:05.000\n<v Host>${question}\n\n` +
			`00:00:05.000 --> 00:00:09.000\n<v Ada Long>${answer}\n\n`,
	},
	srt: {
		head: "",
		turns:
			`1\n00:00:01,000 --> 00:00:05,000\nHost: ${question}\n\n` +
			`2\n00:00:05,000 --> 00:00:09,000\nAda Long: ${answer}\n\n`,
	},
};

const bytes = { "100KB": 100 << 10, "1MB": 1 << 20, "8MB": 8 << 20 };

/** Returns a source text of this family (source format) and size, with its CRC-32 checksum. */
export function sourceOf(family, size) {
	const { head, turns } = families[family];
	const source = head + turns.repeat(size === "30turns" ? 15 : Math.floor(bytes[size] / turns.length));
	return { source, crc32: crc32(source) };
}
