import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root folder of the project. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The folder for the results of benchmarks. */
export const results = join(root, "dist/bench");

/** The folder for generated input: transcripts, and the peers' packages and bundles. */
export const scratch = join(results, "widget");
