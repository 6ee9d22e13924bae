// A Worker in plain JavaScript, for comparison. It answers with a transcript from the
// edge cache. If the cache has none, or if the request has an Authorization header, it
// reads the transcript from D1, the database.
const tag = '"0123456789abcdef01234567"';

async function read(id, origin, db) {
	const row = await db
		.prepare("SELECT body FROM versions WHERE id = ? ORDER BY version DESC LIMIT 1")
		.bind(id)
		.first();
	return new Response(row.body, {
		headers: {
			"Access-Control-Allow-Origin": "*",
			"Access-Control-Expose-Headers": "ETag, Link",
			"Cache-Control": "public, max-age=60",
			"Content-Type": "application/json",
			"Cross-Origin-Resource-Policy": "cross-origin",
			ETag: tag,
			Link: `<${origin}/t/${id}>; rel="canonical", <${origin}/v1/transcripts/${id}.json>; rel="alternate"; type="application/json"`,
			"Timing-Allow-Origin": "*",
			"X-Content-Type-Options": "nosniff",
		},
	});
}

export default {
	async fetch(request, env, ctx) {
		const { origin, pathname } = new URL(request.url);
		const id = pathname.match(/^\/v1\/transcripts\/([a-z0-9-]+)\.json$/)?.[1];
		if (!id) return new Response("Not found", { status: 404 });
		if (request.headers.has("Authorization")) return read(id, origin, env.DB);
		const copy = await caches.default.match(request.url);
		if (copy) return copy;
		const answer = await read(id, origin, env.DB);
		ctx.waitUntil(caches.default.put(request.url, answer.clone()));
		return answer;
	},
};
