import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where the results stay. */
export const results = join(root, "dist/bench");

/** What is made for a run: transcripts, the peers' packages and bundles. */
export const scratch = join(results, "widget");
