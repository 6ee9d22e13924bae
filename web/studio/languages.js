// The languages of a select element, by their English names.

// BCP 47 tags of the languages that the list offers. If a transcript has another tag, the
// page adds this tag to the list.
const tags =
	"af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ku lo lt lv mk ml mn mr ms my ne nl nn no pa pl ps pt ro ru sk sl so sq sr sv sw ta te th tl tr uk ur uz vi xh yi zh-Hans zh-Hant zu".split(
		" ",
	);

const names = new Intl.DisplayNames("en", { type: "language" });

/**
 * Returns the English name of the language with this tag, as in "German" for "de". If the tag
 * is not valid, returns it unchanged.
 *
 * @param {string} tag
 */
export function languageName(tag) {
	try {
		return names.of(tag) ?? tag;
	} catch {
		return tag;
	}
}

/**
 * Returns the options of a select element, sorted by name. The first option has no value. The
 * last one has the value "+", with which an editor asks for a language that is not listed.
 *
 * @returns {[value: string, text: string][]}
 */
export function languageOptions() {
	const { compare } = new Intl.Collator("en");
	/** @type {[string, string][]} */
	const listed = tags.map((tag) => [tag, languageName(tag)]);
	listed.sort(([, a], [, b]) => compare(a, b));
	return [["", "Choose one"], ...listed, ["+", "Another language …"]];
}
