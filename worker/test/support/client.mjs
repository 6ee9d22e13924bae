// A client that is generated from the OpenAPI document. It makes random requests, both
// valid and invalid, and compares every answer with the document.
import assert from "node:assert/strict";
import Ajv from "ajv/dist/2020.js";

const allMethods = ["get", "head", "options", "put", "post", "patch", "delete"];
const nonsense = ["nobody", "NOBODY", "a b", "\u0000", "é", "<b>", "a".repeat(300), "%", "-"];
const searches = [
	"board",
	"“Élan”",
	'"',
	"*",
	"NEAR(",
	"-a",
	"a OR b",
	"\u0000",
	"\u{1F399}",
	"return false",
];

/** A random number generator. Equal seeds give equal numbers, so that a failure can be repeated. */
export function random(seed) {
	let state = seed;
	const next = (n) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * n);
	};
	return { next, pick: (list) => list[next(list.length)] };
}

export class Client {
	#doc;
	#ajv;
	#origin;

	constructor(origin, doc) {
		this.#origin = origin;
		this.#doc = doc;
		const formats = { uri: /^[a-z]+:\S+$/, "uri-reference": /^\S+$/, date: /^\d{4}-\d\d-\d\d$/, int64: true };
		this.#ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true, formats });
		this.#ajv.addSchema(closed(doc), "description");
	}

	/**
	 * Yields every path of the OpenAPI document with every HTTP method, even with
	 * methods that the document does not describe for that path.
	 */
	*operations() {
		for (const [path, item] of Object.entries(this.#doc.paths)) {
			for (const method of allMethods) {
				const described = method === "head" ? "get" : method;
				yield { path, method, described, operation: item[described] };
			}
		}
	}

	/**
	 * Returns the parameters of an API operation. The OpenAPI document lists some of them
	 * at the operation's path, and others at the operation itself.
	 */
	parameters({ path, operation }) {
		const own = [...(this.#doc.paths[path].parameters ?? []), ...(operation?.parameters ?? [])];
		return own.map((parameter) => this.#resolve(parameter));
	}

	/** The media types of an operation's answer with status 200. */
	types({ operation }) {
		return Object.keys(this.#resolve(operation?.responses[200] ?? {}).content ?? {});
	}

	/**
	 * Makes a random request. If the argument spoil is null, the request is valid. Then
	 * each value comes from the argument known, such as the id of a transcript on the
	 * server, or is another value that the OpenAPI document allows. If spoil is a
	 * number, the request is invalid. The number selects one parameter, which gets a bad
	 * value, and the body is damaged.
	 */
	request(target, known, dice, spoil = null) {
		const url = new URL(this.#origin);
		let path = target.path;
		const good = spoil === null;
		const parameters = this.parameters(target);
		const spoilt = good ? null : parameters[spoil % parameters.length];
		for (const parameter of parameters) {
			const { name, in: place, required } = parameter;
			const bad = parameter === spoilt;
			const values = bad ? badValues(parameter) : goodValues(parameter, known, dice);
			if (place === "path") {
				path = path.replace(`{${name}}`, encodeURIComponent(dice.pick(values)));
			} else if (place === "query" && (bad || required || dice.next(3) === 0)) {
				const value = dice.pick(values);
				if (value !== undefined) url.searchParams.append(name, value);
			}
		}
		const headers = {};
		if (dice.next(2)) headers.Accept = accept(this.types(target), dice);
		const request = { method: target.method.toUpperCase(), url: url.origin + path + url.search, headers };
		if (target.operation?.security && (good || spoil % 4 !== 3))
			headers.Authorization = `Bearer ${known.token}`;
		return this.#withBody(request, target, known, dice, good);
	}

	#withBody(request, { operation }, known, dice, good) {
		if (!operation?.requestBody || request.method === "HEAD") return request;
		const [type] = Object.keys(operation.requestBody.content);
		request.headers["Content-Type"] = good ? type : dice.pick([type, type, "text/html", "x"]);
		request.body = good ? known.body[type] : damage(known.body[type], dice);
		return request;
	}

	/** Sends a request, and fails unless the answer is one that the OpenAPI document describes. */
	async send(target, request) {
		const answer = await fetch(request.url, request);
		const body = Buffer.from(await answer.arrayBuffer());
		const asked = `${request.method} ${request.url} ${JSON.stringify(request.headers)}: ${answer.status}`;
		assert.ok(answer.status < 500 || answer.status === 501, `${asked} ${body}`);
		this.#check(target, answer, body, asked);
		return { answer, body };
	}

	#check({ method, described, path, operation }, answer, body, asked) {
		if (method === "options" && answer.status === 204) return;
		if (!operation) {
			// A random value can make the address match no route. Such an address gets
			// 404 for every method.
			assert.ok([404, 405].includes(answer.status), asked);
			return;
		}
		assert.ok(
			String(answer.status) in operation.responses,
			`${asked} is not described: ${body.subarray(0, 300)}`,
		);
		const pointer = `#/paths/${pointerPart(path)}/${described}/responses/${answer.status}`;
		const [response, place] = this.#follow(operation.responses[answer.status], pointer);
		this.#checkHeaders(response.headers ?? {}, answer, asked);
		if (!response.content) {
			assert.equal(body.length, 0, asked);
			return;
		}
		const type = answer.headers.get("content-type").split(";")[0];
		assert.ok(type in response.content, `${asked} is ${type}`);
		if (method === "head") {
			assert.equal(body.length, 0, asked);
		} else {
			const value = type.endsWith("json") ? JSON.parse(body) : body.toString();
			this.#validate(`${place}/content/${pointerPart(type)}/schema`, value, asked);
		}
	}

	/**
	 * Fails unless the answer has the header fields that the OpenAPI document describes.
	 * A field that the document calls optional may be missing, but only in an answer with
	 * "no-store".
	 */
	#checkHeaders(described, answer, asked) {
		const stored = answer.headers.get("cache-control") !== "no-store";
		for (const [name, header] of Object.entries(described)) {
			const expected = this.#resolve(header).required || stored;
			assert.equal(answer.headers.has(name), expected, `${asked}: ${name}`);
		}
	}

	#validate(pointer, value, asked) {
		const validate =
			this.#ajv.getSchema(`description${pointer}`) ?? this.#ajv.compile({ $ref: `description${pointer}` });
		assert.ok(validate(value), `${asked}: ${this.#ajv.errorsText(validate.errors)}`);
	}

	#resolve(value) {
		return this.#follow(value, "")[0];
	}

	/**
	 * Follows a $ref, if value has one. Returns the value that $ref points to, and the
	 * JSON pointer to that value.
	 */
	#follow(value, pointer) {
		if (!value.$ref) return [value, pointer];
		const found = value.$ref
			.slice(2)
			.split("/")
			.reduce((node, key) => node[key], this.#doc);
		return [found, value.$ref];
	}
}

const pointerPart = (key) => encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));

/**
 * A copy of the OpenAPI document in which objects may have only the members that the
 * document names.
 */
function closed(node) {
	if (Array.isArray(node)) return node.map(closed);
	if (node === null || typeof node !== "object") return node;
	const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
	if (node.type === "object" && node.properties) copy.additionalProperties ??= false;
	return copy;
}

/**
 * Returns an invalid variant of a body: cut off, doubled, with a changed byte, nested
 * too deeply, or otherwise damaged.
 */
function damage(body, dice) {
	const at = dice.next(body.length);
	return dice.pick([
		body.slice(0, at),
		body + body,
		`${body.slice(0, at)}${String.fromCharCode(dice.next(256))}${body.slice(at + 1)}`,
		"[".repeat(100_000),
		Buffer.from([0xff, 0xfe, 0x00, 0xd8]),
		'{"turns":[{"text":7}]}',
		"null",
		"",
	]);
}

function goodValues({ name, schema }, known, dice) {
	if (schema.format === "date") return ["2023-01-01", "2023-11-29", "2030-12-31"];
	if (schema.enum) return schema.enum;
	if (known[name]) return known[name];
	if (schema.type === "integer") {
		const { minimum = -5000, maximum = 5000 } = schema;
		return [minimum, maximum, minimum + dice.next(maximum - minimum)];
	}
	return searches.slice(0, 1);
}

function badValues({ name, in: place, schema }) {
	if (place === "path")
		return schema.type === "integer" ? ["0", "-1", "1.0", "01", "x", "99999999999"] : nonsense;
	const common = ["", "\u0000", "%zz"];
	if (schema.format === "date") return [...common, "2023", "2023-02-30", "1", "2023-01-01T00:00:00Z"];
	if (name === "cursor") return [...common, "AAAA", "YQ==", "*", "A".repeat(5000)];
	if (schema.type === "integer") {
		return [
			...common,
			"x",
			"1.5",
			"1e3",
			"99999999999999999999",
			...(schema.maximum ? [schema.maximum + 1, 0, -1] : []),
		];
	}
	if (schema.type === "array") return [...common, ...nonsense];
	return [...common, ...searches, "a".repeat((schema.maxLength ?? 5000) + 1)];
}

function accept(types, dice) {
	const ranges = [...types, "*/*", "text/*", "application/pdf", "nonsense", "image/*;q=0"];
	const count = 1 + dice.next(3);
	return Array.from(
		{ length: count },
		() => dice.pick(ranges) + dice.pick(["", ";q=0.5", ";q=0", ";q=7"]),
	).join(", ");
}
