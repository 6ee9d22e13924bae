// A Worker that uses the framework Hono, for comparison. Its answers equal those of
// plain.mjs.
import { Hono } from "hono";
import content from "./content.json";

const body = new TextEncoder().encode(content);
const tag = '"0123456789abcdef01234567"';
const app = new Hono();

app.get("/v1/transcripts/:file", (c) => {
	const id = c.req.param("file").replace(/\.json$/, "");
	if (id !== "altman-murati-2023") return c.notFound();
	const { origin } = new URL(c.req.url);
	c.header("Access-Control-Allow-Origin", "*");
	c.header("Access-Control-Expose-Headers", "ETag, Link");
	c.header("Cache-Control", "public, no-cache");
	c.header("Content-Length", String(body.length));
	c.header("Content-Type", "application/json");
	c.header("Cross-Origin-Resource-Policy", "cross-origin");
	c.header("ETag", tag);
	c.header(
		"Link",
		`<${origin}/t/${id}>; rel="canonical", <${origin}/v1/transcripts/${id}.json>; rel="alternate"; type="application/json"`,
	);
	c.header("Timing-Allow-Origin", "*");
	c.header("X-Content-Type-Options", "nosniff");
	if (c.req.header("If-None-Match") === tag) return c.body(null, 304);
	return c.body(body);
});

export default app;
