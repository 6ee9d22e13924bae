// A Worker in plain JavaScript, for comparison. Its answers have the same body and
// header fields as those of this project's Worker. If the If-None-Match field of a
// request equals the ETag, the answer has status 304.
import content from "./content.json";

const body = new TextEncoder().encode(content);
const tag = '"0123456789abcdef01234567"';

export default {
	async fetch(request) {
		const { origin, pathname } = new URL(request.url);
		const id = pathname.match(/^\/v1\/transcripts\/([a-z0-9-]+)\.json$/)?.[1];
		if (id !== "altman-murati-2023") return new Response("Not found", { status: 404 });
		const headers = {
			"Access-Control-Allow-Origin": "*",
			"Access-Control-Expose-Headers": "ETag, Link",
			"Cache-Control": "public, no-cache",
			"Content-Length": String(body.length),
			"Content-Type": "application/json",
			"Cross-Origin-Resource-Policy": "cross-origin",
			ETag: tag,
			Link: `<${origin}/t/${id}>; rel="canonical", <${origin}/v1/transcripts/${id}.json>; rel="alternate"; type="application/json"`,
			"Timing-Allow-Origin": "*",
			"X-Content-Type-Options": "nosniff",
		};
		if (request.headers.get("If-None-Match") === tag) return new Response(null, { status: 304, headers });
		return new Response(body, { headers });
	},
};
