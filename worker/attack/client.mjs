// The requests of an attacker. Attackers have many addresses, so most requests come from
// a new one. Locally the Worker takes the address from the request's header field
// CF-Connecting-IP. In production Cloudflare sets this field.
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { random } from "../test/support/client.mjs";
import { tokens } from "./server.mjs";

const patience = 60_000; // ms after which an attacker gives up

/**
 * The result of an attacker's request. The member status is 0 if there was no answer, and
 * -1 if the attacker did not wait for the answer.
 *
 * @typedef {{status: number, ms: number, body?: Buffer, headers?: import("node:http").IncomingHttpHeaders}} Outcome
 */

export class Client {
	dice = random(11);
	#agent = new Agent({ keepAlive: true, maxSockets: 256 });
	#port;
	#sent = 0;

	/** @param {string} origin on 127.0.0.1 */
	constructor(origin) {
		this.#port = Number(new URL(origin).port);
	}

	/**
	 * The header fields of a request. The request comes from a client address that was not
	 * used before.
	 */
	get stranger() {
		const n = this.#sent++;
		return { "CF-Connecting-IP": `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}` };
	}

	/** The header fields of a request with the token of a publisher. */
	get publisher() {
		const token = tokens[this.#sent++ % tokens.length];
		return { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
	}

	/** Publishes a transcript. */
	put = (id, transcript) =>
		this.send("PUT", `/v1/transcripts/${id}`, this.publisher, JSON.stringify(transcript));

	/** Reads an address. */
	get = (path) => this.send("GET", path, this.stranger);

	/**
	 * Sends a request, and reads the answer.
	 *
	 * @param {string} method
	 * @param {string} path
	 * @param {Record<string, string>} headers
	 * @param {string | Buffer} [body]
	 * @param {number} [wait] ms after which the client disconnects
	 * @returns {Promise<Outcome>}
	 */
	send(method, path, headers, body, wait = patience) {
		const start = performance.now();
		const signal = AbortSignal.timeout(wait);
		const options = {
			agent: this.#agent,
			port: this.#port,
			host: "127.0.0.1",
			method,
			path,
			headers,
			signal,
		};
		return new Promise((resolve) => {
			const end = (status, more) => resolve({ status, ms: performance.now() - start, ...more });
			const fail = () => end(signal.aborted && wait < patience ? -1 : 0);
			request(options, (answer) => {
				const chunks = [];
				answer.on("data", (chunk) => chunks.push(chunk)).on("error", fail);
				answer.on("end", () =>
					end(answer.statusCode, { body: Buffer.concat(chunks), headers: answer.headers }),
				);
			})
				.on("error", fail)
				.end(body);
		});
	}

	/**
	 * Sends a request line with any target, which need not be a valid address. Closes the
	 * connection after the first bytes of the answer.
	 *
	 * @returns {Promise<Outcome>}
	 */
	target(target) {
		const start = performance.now();
		return new Promise((resolve) => {
			const socket = connect(this.#port, "127.0.0.1");
			const end = (status) => {
				socket.destroy();
				resolve({ status, ms: performance.now() - start });
			};
			socket
				.setTimeout(patience, () => end(0))
				.on("error", () => end(0))
				.on("close", () => end(0));
			socket.once("data", (data) => end(Number(data.toString("latin1").split(" ")[1])));
			socket.write(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
		});
	}

	/**
	 * Begins the upload of a body of a million bytes. Sends about a hundred bytes each
	 * second, and disconnects after some seconds.
	 *
	 * @returns {Promise<Outcome>}
	 */
	async slowBody(seconds) {
		const start = performance.now();
		const headers = { ...this.stranger, "Content-Length": "1000000" };
		const options = { port: this.#port, host: "127.0.0.1", method: "POST", path: "/v1/ingest", headers };
		let status = -1;
		const outgoing = request(options, (answer) => {
			status = answer.statusCode ?? 0;
			answer.resume();
		}).on("error", () => {}); // the Worker may close the connection
		for (let i = 0; i < seconds && status === -1; i++) {
			outgoing.write("A: some words\n".repeat(7));
			await sleep(1000);
		}
		outgoing.destroy();
		return { status, ms: performance.now() - start };
	}
}
