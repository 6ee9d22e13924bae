// An audio recording for tests. It is a tone that is computed when needed. A separate
// server serves it and supports range requests.
import { createServer } from "node:http";

const rate = 8000;

/**
 * Returns a WAV file that contains a tone of this duration. It has 8 bits per sample
 * and one channel (RIFF/WAVE, PCM).
 */
function tone(seconds) {
	const samples = rate * seconds;
	const file = Buffer.alloc(44 + samples);
	file.write("RIFF", 0);
	file.writeUInt32LE(36 + samples, 4);
	file.write("WAVEfmt ", 8);
	file.writeUInt32LE(16, 16);
	file.writeUInt16LE(1, 20); // the format PCM
	file.writeUInt16LE(1, 22); // one channel
	file.writeUInt32LE(rate, 24);
	file.writeUInt32LE(rate, 28); // bytes a second
	file.writeUInt16LE(1, 32); // bytes a sample
	file.writeUInt16LE(8, 34); // bits a sample
	file.write("data", 36);
	file.writeUInt32LE(samples, 40);
	for (let i = 0; i < samples; i++)
		file[44 + i] = 128 + Math.round(40 * Math.sin((i * 440 * 2 * Math.PI) / rate));
	return file;
}

/**
 * Starts a server for the recording.
 *
 * @param {number} seconds how long the recording is
 * @returns {Promise<{url: string, requests: string[], stop: () => Promise<void>}>} url: of the
 *   recording; requests: the paths of all requests up to now
 */
export async function serveRecording(seconds) {
	const file = tone(seconds);
	const requests = [];
	const server = createServer((request, response) => {
		requests.push(request.url);
		// A browser requests ranges of bytes, as in "Range: bytes=4096-". With them it
		// can start playing in the middle of the recording.
		const [, from = "0", to = ""] = /bytes=(\d+)-(\d*)/.exec(request.headers.range) ?? [];
		const [start, end] = [Number(from), to === "" ? file.length - 1 : Number(to)];
		response.writeHead(206, {
			"Content-Type": "audio/wav",
			"Accept-Ranges": "bytes",
			"Content-Range": `bytes ${start}-${end}/${file.length}`,
			"Content-Length": end - start + 1,
		});
		response.end(file.subarray(start, end + 1));
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}/a.wav`,
		requests,
		stop: () => {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(resolve));
		},
	};
}
