// Builds the Go benchmarks of shared/ingest (the parsers of transcripts) twice: for this
// machine and for WebAssembly. Also runs the benchmarks that are built for this machine.
// Each source text is parsed in a new process. So the peak memory of a process is the
// memory that one text needs.
import { execFile } from "node:child_process";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The command-line arguments with which a benchmark program measures one source text.
 * family is its source format, such as "srt". size is its length, such as "1MB".
 */
export const argumentsFor = (family, size) => [
	"-test.run=^$",
	`-test.bench=^BenchmarkIngest$/^${family}$/^${size}$`,
	`-test.benchtime=${size === "8MB" ? "2x" : size === "1MB" ? "8x" : "400ms"}`,
];

/**
 * Builds the benchmark programs "bench" for this machine and "bench.wasm" for the
 * browser, and copies wasm_exec.js next to them.
 *
 * @param {string} out the folder for the built files
 * @param {string} [cwd] the project's folder, at this revision or an older one
 */
export async function build(out, cwd = root) {
	await mkdir(out, { recursive: true });
	const go = async (env, file) =>
		run("go", ["test", "-c", "-o", join(out, file), "./shared/ingest"], {
			cwd,
			env: { ...process.env, ...env },
		});
	await go({}, "bench");
	await go({ GOOS: "js", GOARCH: "wasm" }, "bench.wasm");
	const { stdout } = await run("go", ["env", "GOROOT"], { cwd });
	await copyFile(join(stdout.trim(), "lib/wasm/wasm_exec.js"), join(out, "wasm_exec.js"));
}

/**
 * Asks the benchmark program for the names of its families (source formats, such as
 * "srt"). The argument out is the folder of the built files.
 */
export async function families(out) {
	const { stdout } = await run(join(out, "bench"), [
		"-test.run=^$",
		"-test.bench=/.*/30turns$",
		"-test.benchtime=1x",
	]);
	return stdout.match(/(?<=^BenchmarkIngest\/)[^/]+/gm);
}

/**
 * Measures one source text with the benchmark for this machine. The result's peak is
 * the peak memory of the whole process, in bytes.
 */
export async function native(out, family, size) {
	const { stdout } = await run(join(out, "bench"), argumentsFor(family, size));
	return parse(stdout);
}

/**
 * Reads the numbers from the line that a Go benchmark prints. A number that the line
 * lacks is undefined.
 */
export function parse(output) {
	const line = output.split("\n").find((l) => l.startsWith("BenchmarkIngest/") && l.includes("ns/op"));
	if (!line) throw new Error(`no result in ${output}`);
	const of = (unit) => {
		const value = line.match(new RegExp(`([\\d.e+]+) ${unit}(\\s|$)`))?.[1];
		return value === undefined ? undefined : Number(value);
	};
	const ns = of("ns/op");
	return {
		ns,
		bytes: Math.round(of("source-bytes")),
		crc32: of("crc32"),
		allocated: of("B/op"),
		peak: of("peak-bytes"),
	};
}
