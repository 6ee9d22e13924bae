// Calculates with colours. A colour is [red, green, blue] in sRGB, each from 0 to 1.

/**
 * Parses a CSS colour.
 *
 * @param {string} hex such as "#fff" or "#131518"
 */
export function parse(hex) {
	const digits =
		hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.match(/[0-9a-f]{2}/gi);
	return digits.slice(0, 3).map((two) => Number.parseInt(two, 16) / 255);
}

/**
 * Two functions that convert one colour level from 0 to 1 (IEC 61966-2-1). linear converts
 * an sRGB level to linear light. encoded converts linear light to an sRGB level.
 */
const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const encoded = (c) => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055);

const times = (matrix, vector) => matrix.map((row) => row.reduce((sum, n, i) => sum + n * vector[i], 0));

/** The contrast ratio of two colours by WCAG 2.2, from 1 to 21. */
export function contrast(a, b) {
	const [light, dark] = [a, b].map(luminance).sort((x, y) => y - x);
	return (light + 0.05) / (dark + 0.05);
}

const luminance = (colour) => times([[0.2126, 0.7152, 0.0722]], colour.map(linear))[0];

/**
 * For each kind of colour vision, the matrix that simulates it, to be applied to linear
 * light. normal changes nothing. In each of the others one kind of cones is missing
 * (Machado, Oliveira and Fernandes 2009, severity 1).
 */
const sights = {
	normal: [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1],
	],
	protan: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998],
	],
	deutan: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881],
	],
	tritan: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039],
	],
};

/**
 * Returns how the colour looks to a person with this kind of colour vision.
 *
 * @param {[number, number, number]} colour
 * @param {"normal" | "protan" | "deutan" | "tritan"} sight
 */
export const simulate = (colour, sight) =>
	times(sights[sight], colour.map(linear)).map((c) => encoded(Math.min(1, Math.max(0, c))));

/**
 * How different two colours look to the eye: ΔE of CIE 1976. People just notice a
 * difference of 2.3.
 */
export function distance(a, b) {
	const [one, other] = [a, b].map(lab);
	return Math.hypot(...one.map((n, i) => n - other[i]));
}

/** Converts an sRGB colour to CIE L*a*b* under the illuminant D65. */
function lab(colour) {
	const xyz = times(
		[
			[0.4124, 0.3576, 0.1805],
			[0.2126, 0.7152, 0.0722],
			[0.0193, 0.1192, 0.9505],
		],
		colour.map(linear),
	);
	const [x, y, z] = xyz
		.map((n, i) => n / [0.95047, 1, 1.08883][i])
		.map((t) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116));
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
