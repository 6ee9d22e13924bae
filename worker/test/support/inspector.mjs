// Looks into a running Worker through the runtime's inspector.
import { once } from "node:events";

/**
 * Connects to a Worker.
 *
 * @param {URL} inspector of Miniflare
 * @returns {Promise<{live: () => Promise<{bytes: number, instances: number}>, close: () => void}>}
 *   live collects what nobody holds any more, and returns the size of the rest,
 *   WebAssembly's memory not included, and the number of WebAssembly instances
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
		await call("HeapProfiler.takeHeapSnapshot"); // collects garbage first
		const { usedSize, embedderHeapUsedSize, backingStorageSize } = await call("Runtime.getHeapUsage");
		const bytes = usedSize + embedderHeapUsedSize + backingStorageSize;
		return { bytes, instances: countObjects(JSON.parse(snapshot), "WebAssembly.Instance") };
	};
	return { live, close: () => socket.close() };
}

/** Counts the objects of a class in a heap snapshot. */
function countObjects({ snapshot, nodes, strings }, className) {
	const fields = snapshot.meta.node_fields;
	const [type, name] = ["type", "name"].map((field) => fields.indexOf(field));
	const object = snapshot.meta.node_types[type].indexOf("object");
	const wanted = strings.indexOf(className);
	let count = 0;
	for (let at = 0; at < nodes.length; at += fields.length) {
		if (nodes[at + type] === object && nodes[at + name] === wanted) count++;
	}
	return count;
}
