package script

// InWord reports whether r can be inside a word of a script that has spaces between
// words. It returns true for letters, digits, combining marks, and the invisible soft
// hyphen and joiners. It returns false for white space, punctuation, symbols and emoji.
// It also returns false for the scripts that have no spaces between words, see
// [Unspaced].
func InWord(r rune) bool {
	switch {
	case r < 0x80:
		return '0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'z'
	case r < 0xC0:
		return r == 'ª' || r == 'µ' || r == 'º' || r == 0xAD
	case r < 0x2000:
		return !isPunctuation(r) && !Unspaced(r)
	case r < 0x2C00: // punctuation, currencies, arrows, mathematics, dingbats, Braille
		return r == 0x200C || r == 0x200D || r == 0x2060 || 0x20D0 <= r && r <= 0x20FF
	case r < 0x2E00: // Glagolitic, Coptic, Georgian, Ethiopic, Cyrillic
		return !(0x2CF9 <= r && r <= 0x2CFF)
	case r < 0xA4D0: // Han, kana, Yi, with their punctuation; among them Hangul's letters
		return 0x3131 <= r && r <= 0x318E
	case r < 0xAC00, // Lisu, Vai, Cyrillic, Latin, scripts of India and Indonesia
		r < 0xD800,                // Hangul
		0xFB00 <= r && r < 0xFE10: // ligatures, Arabic and Hebrew forms
		return !isPunctuation(r)
	case r < 0xFE20, 0xFE30 <= r && r < 0xFE70: // surrogates, private use, Han, vertical and small forms
		return false
	case r < 0xFF00: // combining halves, Arabic forms, the byte order mark
		return true
	case r < 0x10000: // full-width Latin letters and digits, half-width Hangul
		return 0xFF10 <= r && r <= 0xFF19 || 0xFF21 <= r && r <= 0xFF3A || 0xFF41 <= r && r <= 0xFF5A || 0xFFA0 <= r && r <= 0xFFDC
	}
	return r < 0x1F000 // historic scripts; then emoji, and Han
}

// isPunctuation reports whether r is punctuation or a symbol of a script that has
// spaces between words. Some blocks of Unicode consist only of punctuation and symbols.
// isPunctuation need not find these, because [InWord] excludes them as a whole.
func isPunctuation(r rune) bool {
	for _, p := range punctuation {
		if p[0] <= r && r <= p[1] {
			return true
		}
	}
	return false
}

// punctuation holds ranges of punctuation and symbols: each element is the first and
// the last code point of a range. Hebrew's geresh and gershayim (U+05F3 and U+05F4) are
// not in it, because they are used inside words.
var punctuation = [...][2]rune{
	{'×', '×'}, {'÷', '÷'}, {0x37E, 0x37E}, {0x387, 0x387}, // Latin, Greek
	{0x55A, 0x55F}, {0x589, 0x58F}, // Armenian
	{0x5BE, 0x5BE}, {0x5C0, 0x5C0}, {0x5C3, 0x5C3}, {0x5C6, 0x5C6}, // Hebrew
	{0x606, 0x60F}, {0x61B, 0x61B}, {0x61D, 0x61F}, {0x66A, 0x66D}, {0x6D4, 0x6D4}, // Arabic
	{0x700, 0x70D}, {0x964, 0x965}, {0x970, 0x970}, {0x9F2, 0x9F3}, {0x9FD, 0x9FD}, {0xA76, 0xA76}, // Syriac, India
	{0xAF0, 0xAF1}, {0xC77, 0xC77}, {0xC84, 0xC84}, {0xDF4, 0xDF4}, // Gujarati, Telugu, Kannada, Sinhala
	{0xF01, 0xF17}, {0xF1A, 0xF1F}, {0xF3A, 0xF3D}, {0xFBE, 0xFDA}, // Tibetan
	{0x10FB, 0x10FB}, {0x1360, 0x1368}, {0x1400, 0x1400}, {0x166D, 0x166E}, // Georgian, Ethiopic, Canada
	{0x1680, 0x1680}, {0x169B, 0x169C}, {0x16EB, 0x16ED}, {0x1735, 0x1736}, {0x1800, 0x180A}, // Ogham, runes, Philippines, Mongolian
	{0xA4FE, 0xA4FF}, {0xA60D, 0xA60F}, {0xA92E, 0xA92F}, {0xA95F, 0xA95F}, {0xA9C1, 0xA9CD}, // Lisu to Javanese
	{0xFD3E, 0xFD4F}, {0xFDFC, 0xFDFF}, // Arabic forms
}
