// Looks into a running Worker through the runtime's inspector.
import { once } from "node:events";

/**
 * @typedef {object} Live what a program holds
 * @property {Map<string, number>} objects how many there are of each kind, such as "object Promise"
 * @property {number} instances how many of them are WebAssembly instances
 */

/**
 * Connects to a Worker.
 *
 * @param {URL} inspector of Miniflare
 * @returns {Promise<{live: () => Promise<Live>, close: () => void}>} live collects
 *   garbage first
 */
export async function inspect(inspector) {
	const targets = await (await fetch(`http://${inspector.host}/json`)).json();
	const { webSocketDebuggerUrl } = targets.find(({ id }) => id === "core:user:");
	const socket = new WebSocket(webSocketDebuggerUrl);
	await once(socket, "open");
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

/** What V8 keeps for itself, such as compiled functions, comes and goes by rules of its own. */
const internal = /^(hidden|code|synthetic|object shape|native system )/;

/** Counts the nodes of a heap snapshot by kind: objects by class, strings and numbers by type alone. */
function countObjects({ snapshot, nodes, strings }) {
	const fields = snapshot.meta.node_fields;
	const [typeAt, nameAt] = ["type", "name"].map((field) => fields.indexOf(field));
	const types = snapshot.meta.node_types[typeAt];
	const counts = new Map();
	for (let at = 0; at < nodes.length; at += fields.length) {
		const type = types[nodes[at + typeAt]];
		const named = ["object", "native", "closure"].includes(type);
		const kind = named ? `${type} ${strings[nodes[at + nameAt]]}` : type;
		if (internal.test(kind)) continue;
		counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
	return counts;
}
