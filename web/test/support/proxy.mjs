// A proxy that notes what a browser asks of whom: the log of the network for an
// engine that has none. Every host goes through it, also this machine.
import { once } from "node:events";
import http from "node:http";

/** @returns {Promise<{port: number, asked: string[], close: () => void}>} asked: addresses, in order; of https the origin alone */
export async function startProxy() {
	const asked = [];
	const server = http.createServer((request, response) => {
		asked.push(request.url);
		const { method, headers } = request;
		const onward = http.request(request.url, { method, headers }, (answer) => {
			response.writeHead(answer.statusCode, answer.headers);
			answer.pipe(response);
			answer.on("error", () => response.destroy()); // half an answer stays half
		});
		onward.on("error", () => response.destroy());
		response.on("close", () => onward.destroy());
		request.pipe(onward);
	});
	// Nothing here has a certificate: a request for a tunnel is meant for another host.
	server.on("connect", (request, socket) => {
		asked.push(`https://${request.url}`);
		socket.destroy();
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const close = () => {
		server.closeAllConnections();
		server.close();
	};
	return { port: server.address().port, asked, close };
}
