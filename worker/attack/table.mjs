// Judges the results of an attack, and writes them as Markdown.
import { quiet } from "./attack.mjs";

const aims = { p99: 100, max: 1000, memory: 700 * 2 ** 20 }; // ms, ms, bytes

/**
 * If the machine has other work, answers are slow even without an attack. So a time during
 * an attack (the 99th percentile or the largest) is too long only if two things are true.
 * The time exceeds its aim. And the time is more than this many times as long as the same
 * time without an attack. If the 99th percentile exceeds its aim even without an attack,
 * no time is too long.
 */
const tolerance = 4;

/** @typedef {{name: string, result: import("./attack.mjs").Result}} Revision */

const line = (cells) => `| ${cells.join(" | ")} |\n`;
const ms = (n) => n.toFixed(0);

/**
 * Returns the median, the 99th percentile and the largest of the readers' times, in
 * milliseconds.
 *
 * @param {import("./people.mjs").Sample[]} samples
 */
function times(samples) {
	const list = samples.filter(({ kind }) => kind === "read").map((sample) => sample.ms);
	list.sort((a, b) => a - b);
	const at = (share) => list[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;
	return { p50: at(0.5), p99: at(0.99), max: at(1), reads: list.length };
}

/**
 * Returns what the Worker promises during an attack, such as a limit on its memory. For
 * each promise, returns the aim, what was measured, and whether the promise was kept.
 *
 * @param {import("./attack.mjs").Result} result
 * @returns {{name: string, aim: string, measured: string, kept: boolean}[]}
 */
export function judge({ samples, phases, findings, acknowledged }) {
	const during = times(samples.filter(({ phase }) => !quiet.includes(phase)));
	const control = times(samples.filter(({ phase }) => quiet.includes(phase)));
	const memory = Math.max(...phases.map((phase) => phase.memory));
	const time = (key) => ({
		name: `readers' ${key} in all attacks, and without one`,
		aim: `${aims[key]} ms, or ${tolerance} times that without`,
		measured: `${ms(during[key])} ms, ${ms(control[key])} ms`,
		kept: control.p99 > aims.p99 || during[key] <= Math.max(aims[key], tolerance * control[key]),
	});
	return [
		time("p99"),
		time("max"),
		{
			name: "memory of workerd",
			aim: `${aims.memory / 2 ** 20} MB`,
			measured: `${ms(memory / 2 ** 20)} MB`,
			kept: memory <= aims.memory,
		},
		{
			name: "errors, losses, faults in the log",
			aim: "0",
			measured: `${findings.length}, with ${acknowledged} publishes`,
			kept: findings.length === 0,
		},
	];
}

/**
 * Writes a table of all attacks, and a table of what the Worker promises, such as a limit
 * on its memory.
 *
 * @param {Revision[]} revisions
 */
export function tables(revisions) {
	return [attacks(revisions), promises(revisions), ...revisions.map(figures)].join("\n");
}

function attacks(revisions) {
	const columns = ["reads: p50 ms", "p99", "max", "503", "attacker: requests", "slowest ms", "CPU s", "MB"];
	const heads = revisions.flatMap(({ name }) => columns.map((column) => `${column} (${name})`));
	const rows = revisions[0].result.phases.map((_, i) =>
		line([revisions[0].result.phases[i].name, ...revisions.flatMap(({ result }) => cells(result, i))]),
	);
	return line(["Attack", ...heads]) + line(["---", ...heads.map(() => "--:")]) + rows.join("");
}

/** The figures of one phase. */
function cells({ samples, phases }, i) {
	const { name, answers, slowest, memory, cpu } = phases[i];
	const own = samples.filter(({ phase }) => phase === name);
	const { p50, p99, max } = times(own);
	const busy = own.filter(({ status }) => status === 503).length;
	const requests = Object.values(answers).reduce((sum, n) => sum + n, 0);
	return [ms(p50), ms(p99), ms(max), busy, requests, ms(slowest), cpu.toFixed(1), ms(memory / 2 ** 20)];
}

function promises(revisions) {
	const judged = revisions.map(({ result }) => judge(result));
	const rows = judged[0].map(({ name, aim }, i) => {
		const cells = judged.map((list) => `${list[i].measured}${list[i].kept ? "" : " (broken)"}`);
		return line([name, aim, ...cells]);
	});
	const heads = revisions.map(({ name }) => name);
	return (
		line(["Promise", "at most", ...heads]) + line(["---", "--:", ...heads.map(() => "--:")]) + rows.join("")
	);
}

const figures = ({ name, result }) =>
	Object.entries(result.figures)
		.map(([what, value]) => `${name}: ${what}: ${ms(value)}\n`)
		.join("");
