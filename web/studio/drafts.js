// Stores drafts in the IndexedDB database of this browser. A draft consists of a source text
// and the editor's steps. The page's address contains the key of the draft, so the work can
// be found after a reload. A tab locks the draft that it works on, so that no other tab
// writes to it.

/** @import { Bytes, Draft } from "./types.js" */

const stores = ["drafts", "sources"];

/**
 * Makes a promise of an IndexedDB request. It resolves to the request's result.
 *
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
const settled = (request) =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});

/** @type {Promise<IDBDatabase> | undefined} */
let database;
function open() {
	database ??= new Promise((resolve, reject) => {
		const request = indexedDB.open("quoteline-studio", 1);
		request.onupgradeneeded = () => {
			for (const name of stores) request.result.createObjectStore(name);
		};
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	return database;
}

/**
 * Calls act with both stores of the database (drafts and sources) in one transaction.
 * Resolves to the result of act when the transaction is complete.
 *
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(drafts: IDBObjectStore, sources: IDBObjectStore) => Promise<T>} act
 */
async function within(mode, act) {
	const transaction = (await open()).transaction(stores, mode);
	/** @type {Promise<unknown>} */
	const done = new Promise((resolve, reject) => {
		transaction.oncomplete = resolve;
		transaction.onabort = () => reject(transaction.error);
	});
	const answer = await act(transaction.objectStore("drafts"), transaction.objectStore("sources"));
	await done;
	return answer;
}

export const newKey = () => crypto.randomUUID().slice(0, 13);

/**
 * Stores a new draft together with its source.
 *
 * @param {string} key
 * @param {Draft} draft
 * @param {Bytes} source
 */
export const create = (key, draft, source) =>
	within("readwrite", (drafts, sources) =>
		Promise.all([settled(drafts.put(draft, key)), settled(sources.put(source, key))]),
	);

/**
 * Replaces a stored draft. It does not store the source, which never changes.
 *
 * @param {string} key
 * @param {Draft} draft
 */
export const save = (key, draft) => within("readwrite", (drafts) => settled(drafts.put(draft, key)));

/**
 * Loads a draft together with its source. Resolves to undefined if there is no draft with
 * this key.
 *
 * @param {string} key
 * @returns {Promise<(Draft & { source: Bytes }) | undefined>}
 */
export const load = (key) =>
	within("readonly", async (drafts, sources) => {
		const [draft, source] = await Promise.all([settled(drafts.get(key)), settled(sources.get(key))]);
		return draft && source && { ...draft, source };
	});

/**
 * Removes a draft together with its source.
 *
 * @param {string} key
 */
export const remove = (key) =>
	within("readwrite", (drafts, sources) =>
		Promise.all([settled(drafts.delete(key)), settled(sources.delete(key))]),
	);

/**
 * Returns all drafts with their keys. The draft that was saved last comes first.
 *
 * @returns {Promise<(Draft & { key: string })[]>}
 */
export const list = () =>
	within("readonly", async (drafts) => {
		const [keys, values] = await Promise.all([settled(drafts.getAllKeys()), settled(drafts.getAll())]);
		return keys.map((key, i) => ({ key, ...values[i] })).sort((a, b) => b.saved - a.saved);
	});

/**
 * Locks a draft, so that no other tab works on it. The lock ends when the tab is closed or
 * leaves the page. Resolves to false if another tab has locked the draft.
 *
 * @param {string} key
 * @returns {Promise<boolean>}
 */
export const hold = (key) =>
	new Promise((resolve) => {
		navigator.locks.request(`quoteline-draft-${key}`, { ifAvailable: true }, (lock) => {
			resolve(lock !== null);
			return lock && new Promise(() => {});
		});
	});
