// Thins the old versions of a transcript: they keep only the turns whose words the next
// version changed. No link breaks, and links to old words still find these words.
//
//   node worker/operate/thin.mjs ID KEEP --local | --remote | …
//
// ID is the id of the transcript. KEEP is how many of the newest versions stay whole.
import { Database, exitWith, Refusal } from "../backup/wrangler.mjs";
import { statement } from "./statement.mjs";

/**
 * How many versions one batch of statements thins. A batch of D1 (the database) has a time
 * limit.
 */
const batch = 20;

const [id, keep, ...where] = process.argv.slice(2);
try {
	if (!id || id.startsWith("-") || !/^[1-9]\d{0,6}$/.test(keep)) {
		throw new Refusal(
			"usage: make thin ID=tides KEEP=10 WHERE=--remote; KEEP is how many of the newest versions stay whole",
		);
	}
	const db = new Database(where);
	const [versions] = await db.read([statement("thinnable", { id, keep: Number(keep) })]);
	let before = 0;
	let after = 0;
	for (let i = 0; i < versions.length; i += batch) {
		const slice = versions.slice(i, i + batch);
		const answers = await db.read(
			slice.map(({ version }) => statement("thin", { id, version: Number(version) })),
		);
		for (const { bytes } of slice) before += Number(bytes);
		for (const [row] of answers) after += Number(row?.bytes ?? 0);
	}
	console.log(
		versions.length > 0
			? `thinned ${versions.length} versions of ${id}: ${before} bytes, now ${after}`
			: `${id} has no version to thin, because at most ${keep} are whole or no transcript has this id`,
	);
} catch (error) {
	exitWith(error);
}
