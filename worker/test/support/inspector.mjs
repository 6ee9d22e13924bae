// Counts the objects in a running Worker. It uses the debugging protocol (inspector) of
// the Worker's runtime.
import { once } from "node:events";
import { countObjects } from "./heap.mjs";

/**
 * What is in the memory of a running Worker.
 *
 * @typedef {object} Live
 * @property {Map<string, number>} objects how many there are of each kind, such as "object Promise"
 * @property {number} instances how many of the objects are WebAssembly instances
 */

/**
 * Connects to the debugging protocol (inspector) of a running Worker.
 *
 * @param {URL} inspector the address of Miniflare's inspector
 * @returns {Promise<{live: () => Promise<Live>, close: () => void}>} live counts
 *   the objects after a garbage collection
 */
export async function inspect(inspector) {
	const targets = await (await fetch(`http://${inspector.host}/json`)).json();
	const { webSocketDebuggerUrl } = targets.find(({ id }) => id === "core:user:");
	const socket = new WebSocket(webSocketDebuggerUrl);
	await once(socket, "open");
	// The snapshot arrives in pieces. The answer to takeHeapSnapshot comes after the
	// last piece.
	const waiting = new Map();
	let snapshot = "";
	socket.addEventListener("message", ({ data }) => {
		const { id, method, params, result } = JSON.parse(data);
		if (method === "HeapProfiler.addHeapSnapshotChunk") snapshot += params.chunk;
		waiting.get(id)?.(result);
	});
	const call = (method) =>
		new Promise((resolve) => {
			const id = waiting.size + 1;
			waiting.set(id, resolve);
			socket.send(JSON.stringify({ id, method, params: {} }));
		});
	const live = async () => {
		snapshot = "";
		await call("HeapProfiler.takeHeapSnapshot");
		const objects = countObjects(JSON.parse(snapshot));
		return { objects, instances: objects.get("object WebAssembly.Instance") ?? 0 };
	};
	return { live, close: () => socket.close() };
}
