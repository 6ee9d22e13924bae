// Revokes a publisher's token, so that it cannot publish any more. What it published stays.
//
//   node worker/operate/revoke.mjs KEY --local | --remote | …
//
// KEY is the KEY part of the token "ql_KEY_SECRET", or the token's name.
import { Database, exitWith, Refusal } from "../backup/wrangler.mjs";
import { statement } from "./statement.mjs";

const [key, ...where] = process.argv.slice(2);
try {
	if (!key || key.startsWith("-")) throw new Refusal("usage: make revoke KEY=anna-desk WHERE=--remote");
	const [rows] = await new Database(where).read([statement("revoke", { key })]);
	if (rows.length === 0) {
		throw new Refusal(`no valid token has the key or the name ${key}: "make tokens" lists all of them`);
	}
	for (const row of rows) console.log(`revoked: ${row.key} ${row.name || "(no name)"}`);
} catch (error) {
	exitWith(error);
}
