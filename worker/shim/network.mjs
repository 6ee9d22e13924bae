// Finds the network that a client's address belongs to.

/**
 * Returns the network of a client's address, as the key for limits on requests. For IPv4
 * it is the address itself. For IPv6 it is the first half, as in "2001:db8:0:7::/64". A
 * provider gives every customer at least such a network, with 2^64 addresses. So a limit
 * for each single address would limit no one.
 *
 * An IPv4 address that is written as IPv6 ("::ffff:192.0.2.7") is returned as IPv4. Other
 * text, which is no address, is returned unchanged.
 *
 * @param {string} address
 * @returns {string}
 */
export function networkOf(address) {
	if (!address.includes(":")) return address;
	const groups = groupsOf(address);
	if (!groups) return address;
	if (groups.slice(0, 6).join() === "0,0,0,0,0,65535") {
		return groups
			.slice(6)
			.flatMap((group) => [group >> 8, group & 255])
			.join(".");
	}
	const half = groups.slice(0, 4).map((group) => group.toString(16));
	return `${half.join(":")}::/64`;
}

/**
 * Returns the eight numbers of an IPv6 address. The class URL parses the address: it
 * writes every spelling in the same way, such as "::1" for "0:0::0001".
 *
 * @param {string} address
 * @returns {number[] | null} null if the text is no IPv6 address
 */
function groupsOf(address) {
	const parsed = URL.parse(`http://[${address}]/`);
	if (!parsed) return null;
	/** @param {string} part */
	const numbers = (part) => (part ? part.split(":").map((digits) => Number.parseInt(digits, 16)) : []);
	const [start, end] = parsed.hostname.slice(1, -1).split("::").map(numbers);
	return end ? [...start, ...Array(8 - start.length - end.length).fill(0), ...end] : start;
}
