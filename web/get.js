/**
 * Sends a request without cookies. Throws if the server answers with an error.
 *
 * @param {string} url
 * @param {RequestCache} [cache] how the browser uses its cache
 */
export const get = async (url, cache) => {
	const response = await fetch(url, { credentials: "omit", cache });
	if (!response.ok) throw new Error(`${url} answered ${response.status}`);
	return response;
};
