// Programs that read captions and podcast transcripts. For each one there is a function
// that reads a file and returns its cues.
import { parse as plussub } from "@plussub/srt-vtt-parser";
import { parseText } from "media-captions";
import nodeWebVTT from "node-webvtt";
import SrtParser from "srt-parser-2";
import subsrt from "subsrt-ts";
import { parseSync } from "subtitle";
import { convertFile } from "transcriptator";
import vtt from "vtt.js";
import webvtt from "webvtt-parser";
import { astisub } from "./gopackages.mjs";

/**
 * A cue as a program returns it. If the program has no notion of speakers, speaker is
 * undefined.
 *
 * @typedef {{start: number, text: string, speaker?: string | null}} Cue start: in milliseconds
 */

const ms = (seconds) => Math.round(seconds * 1000);

/** Reads WebVTT with vtt.js, which Video.js uses. */
function vttjs(file) {
	const cues = [];
	const parser = new vtt.WebVTT.Parser({ VTTCue: vtt.VTTCue }, vtt.WebVTT.StringDecoder());
	parser.oncue = ({ startTime, text }) => cues.push({ start: ms(startTime), text });
	parser.onparsingerror = (error) => {
		throw error;
	};
	parser.parse(file);
	parser.flush();
	return cues;
}

/** Reads WebVTT with webvtt-parser, which reports each departure from the standard. */
function webvttParser(file) {
	const { cues, errors } = new webvtt.WebVTTParser().parse(file, "metadata");
	if (errors.length > 0) throw new Error(errors[0].message);
	return cues.map(({ startTime, text }) => ({ start: ms(startTime), text }));
}

/** Reads captions with media-captions, which Vidstack uses. */
async function mediaCaptions(file, type) {
	const { cues, errors } = await parseText(file, { type, strict: true });
	if (errors.length > 0) throw errors[0];
	return cues.map(({ startTime, text }) => ({ start: ms(startTime), text }));
}

const subtitle = (file) =>
	parseSync(file)
		.filter(({ type }) => type === "cue")
		.map(({ data }) => ({ start: data.start, text: data.text }));

const podcast = (file) =>
	convertFile(file).map(({ startTime, speaker, body }) => ({
		start: ms(startTime),
		speaker: speaker ?? "",
		text: body,
	}));

/**
 * For each package, the formats that it reads, and the function that reads a file. The
 * second argument of the function is the file's format: "vtt", "srt", "podcast.json" or
 * "podcast.html".
 *
 * @type {Record<string, {reads: string[], read: (file: string, format: string) => Cue[] | Promise<Cue[]>}>}
 */
export const captionReaders = {
	transcriptator: { reads: ["podcast.json", "podcast.html", "srt", "vtt"], read: podcast },
	subtitle: { reads: ["srt", "vtt"], read: subtitle },
	"media-captions": { reads: ["srt", "vtt"], read: mediaCaptions },
	"@plussub/srt-vtt-parser": {
		reads: ["srt", "vtt"],
		read: (file) => plussub(file).entries.map(({ from, text }) => ({ start: from, text })),
	},
	"subsrt-ts": {
		reads: ["srt", "vtt"],
		read: (file, format) =>
			subsrt
				.parse(file, { format })
				.filter(({ type }) => type === "caption")
				.map(({ start, content }) => ({ start, text: content.replaceAll("\r\n", "\n").trimEnd() })),
	},
	"srt-parser-2": {
		reads: ["srt", "vtt"],
		read: (file) =>
			new SrtParser().fromSrt(file).map(({ startSeconds, text }) => ({ start: ms(startSeconds), text })),
	},
	"vtt.js": { reads: ["vtt"], read: vttjs },
	"webvtt-parser": { reads: ["vtt"], read: webvttParser },
	"github.com/asticode/go-astisub": {
		reads: ["srt", "vtt"],
		read: (file, format) =>
			astisub(file, format).map((cue) => (format === "srt" ? { ...cue, speaker: undefined } : cue)),
	},
	"node-webvtt": {
		reads: ["vtt"],
		read: (file) => nodeWebVTT.parse(file).cues.map(({ start, text }) => ({ start: ms(start), text })),
	},
};
