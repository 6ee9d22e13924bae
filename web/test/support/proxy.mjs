// An HTTP proxy that records the addresses a browser requests. WebKitGTK, which has no
// network log, sends all requests through it, even those to this machine.
import { once } from "node:events";
import http from "node:http";

/**
 * Starts the proxy.
 *
 * @returns {Promise<{port: number, asked: string[], close: () => void}>} asked: the requested
 *   addresses, in order; for https only the origin
 */
export async function startProxy() {
	const asked = [];
	const server = http.createServer((request, response) => {
		asked.push(request.url);
		const { method, headers } = request;
		const onward = http.request(request.url, { method, headers }, (answer) => {
			response.writeHead(answer.statusCode, answer.headers);
			answer.pipe(response);
			// If the server's answer breaks off, the browser's answer has to break off
			// too.
			answer.on("error", () => response.destroy());
		});
		onward.on("error", () => response.destroy());
		response.on("close", () => onward.destroy());
		request.pipe(onward);
	});
	// No server of the tests has a certificate, so a browser that requests a tunnel
	// (CONNECT) wants an outside host. The proxy records and refuses it.
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
