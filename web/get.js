/**
 * Sends a request without cookies. Throws if the server answers with an error.
 *
 * @param {string} url
 */
export const get = async (url) => {
	const response = await fetch(url, { credentials: "omit" });
	if (!response.ok) throw new Error(`${url} answered ${response.status}`);
	return response;
};
