// Takes fetch away, as in browsers that do not have it.
delete globalThis.fetch;
