// Lists the publishers' tokens and how many versions each of them stored.
//
//   node worker/operate/tokens.mjs --local | --remote | …
import { Database, exitWith } from "../backup/wrangler.mjs";
import { statement } from "./statement.mjs";

try {
	const [rows] = await new Database(process.argv.slice(2)).read([statement("tokens", {})]);
	if (rows.length === 0) console.log("There are no tokens. Make one: make token NAME=anna-desk");
	for (const { key, name, ids, note, made, revoked, versions, last } of rows) {
		const facts = [
			`${key} ${name || "(no name)"}: ${ids ? `ids that begin with ${String(ids).split(" ").join(" or ")}` : "all ids"}`,
			`made ${made}`,
			`${versions} versions${last ? `, the last ${last}` : ""}`,
		];
		if (revoked) facts.push(`revoked ${revoked}`);
		if (note) facts.push(String(note));
		console.log(facts.join("; "));
	}
} catch (error) {
	exitWith(error);
}
