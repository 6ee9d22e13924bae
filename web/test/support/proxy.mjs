// An HTTP proxy that records which URLs a browser requests, and which answers it gets.
// WebKitGTK has no network log, so it sends all requests through this proxy, even requests
// to this machine.
import { once } from "node:events";
import http from "node:http";

/**
 * Starts the HTTP proxy, which records what a browser requests.
 *
 * @param {string} [origin] of a server that gets all requests. If origin is missing, the browser
 *   uses the proxy for all servers, and each request contains the address of its server.
 * @returns {Promise<{port: number, asked: string[], answers: string[], close: () => void}>} asked:
 *   the requested addresses, in order; for https only the origin. answers: the addresses without
 *   their queries, each with the status of its answer, such as "/t/tides 304"
 */
export async function startProxy(origin = "") {
	const asked = [];
	const answers = [];
	const server = http.createServer((request, response) => {
		asked.push(request.url);
		const { method, headers } = request;
		const onward = http.request(origin + request.url, { method, headers }, (answer) => {
			answers.push(`${request.url.split("?")[0]} ${answer.statusCode}`);
			response.writeHead(answer.statusCode, answer.headers);
			answer.pipe(response);
			// If the server's answer ends too early, the browser's answer must end early
			// too.
			answer.on("error", () => response.destroy());
		});
		onward.on("error", () => response.destroy());
		response.on("close", () => onward.destroy());
		request.pipe(onward);
	});
	// A browser sends CONNECT only for https, and no server of the tests uses https. So
	// such a request is for a host outside the tests. The proxy records the request and
	// refuses it.
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
	return { port: server.address().port, asked, answers, close };
}
