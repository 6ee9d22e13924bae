import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root folder of the project. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The folder for the results of benchmarks. */
export const results = join(root, "dist/bench");

/**
 * The folder for generated files: transcripts to measure with, and the packages and
 * bundles of the peers (other libraries).
 */
export const scratch = join(results, "widget");
