// Package script distinguishes scripts that are written with and without spaces between
// words. The difference decides how text is joined, counted, searched and compared:
//
//	script                      spaces between words   joined without a space   counted per character   searched and compared per character
//	Latin, Cyrillic, Arabic …   yes                    no                       no                      no
//	Hangul                      yes                    no                       no                      yes
//	Han, kana                   no                     yes                      yes                     yes
//	punctuation of Han, kana    –                      yes                      no                      yes
//	Thai, Lao, Khmer, Myanmar   no                     yes                      no                      no
//	emoji                       –                      no                       no                      yes
//	decided by                                         [Unspaced]               [HanOrKana]             [Single]
//
// One Han character or kana is similar enough to a word for counting and searching. One
// letter of Thai, Lao, Khmer or Myanmar is not. To find the words of these scripts, a
// program needs a dictionary. So all their letters between two spaces count as one word.
//
// Korean, written in Hangul, has spaces. But its particles are written together with the
// word before them, as in "이사회가". So search and comparison treat each syllable as a
// word.
//
// A selection that a reader makes is widened to whole words, see [InWord]. In a script
// with spaces, it is widened to the next space or punctuation. In a script without
// spaces, it is not widened.
//
// The functions compare code points with a few blocks of Unicode. The tables of package
// unicode would make the WebAssembly module for the browser larger.
package script

// firstSingle is the first code point of the scripts of East Asia (Unicode block CJK
// Radicals Supplement). The database schema of the search index contains the same
// number.
const firstSingle = 0x2E80

// Single reports whether search and comparison treat the character r as a word by
// itself. This is so for every code point from U+2E80 on: Han, kana, Hangul, their
// punctuation, and also emoji.
func Single(r rune) bool { return r >= firstSingle }

// HanOrKana reports whether r is a Han character or kana. Each of these characters is
// counted as a word. Punctuation of these scripts is not counted, so HanOrKana returns
// false for it.
func HanOrKana(r rune) bool {
	switch {
	case r < firstSingle:
		return false
	case r <= 0x2FDF, // radicals
		0x3005 <= r && r <= 0x3007,   // 々〆〇
		0x3041 <= r && r <= 0x30FF,   // kana
		0x31F0 <= r && r <= 0x31FF,   // small kana
		0x3400 <= r && r <= 0x9FFF,   // Han
		0xF900 <= r && r <= 0xFAFF,   // Han, compatibility
		0xFF66 <= r && r <= 0xFF9F,   // half-width kana
		0x20000 <= r && r <= 0x3FFFF: // Han, the planes for it
		return true
	}
	return false
}

// Unspaced reports whether r belongs to a script that has no spaces between words, or
// is punctuation of such a script. Two pieces of text are joined without a space if the
// last character of the first piece and the first character of the second piece are
// both unspaced.
func Unspaced(r rune) bool {
	switch {
	case r < 0x0E00:
		return false
	case r <= 0x0EFF, // Thai, Lao
		0x1000 <= r && r <= 0x109F, // Myanmar
		0x1780 <= r && r <= 0x17FF, // Khmer
		r == '…',
		0x3001 <= r && r <= 0x3003, // 、。〃
		0x3008 <= r && r <= 0x3011, // 〈《「『【 and the closing ones
		r == '！', r == '，', r == '：', r == '；', r == '？':
		return true
	}
	return HanOrKana(r)
}
