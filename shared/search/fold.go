package search

// Tables of letters without case and diacritics: the entry for "É" is "e". Each table
// is for one block of Unicode and has one byte for each code point. A space means that
// the letter stays the same. An underscore means that two letters replace it, see
// foldLong.
const (
	latin1 = "aaaaaa_ceeeeiiii" + "dnooooo ouuuuyt_" + // U+00C0
		"aaaaaa_ceeeeiiii" + "dnooooo ouuuuyty" // U+00E0
	latinA = "aaaaaaccccccccdd" + "ddeeeeeeeeeegggg" + // U+0100
		"gggghhhhiiiiiiii" + "ii__jjkkklllllll" + // U+0120
		"lllnnnnnnnnnoooo" + "oo__rrrrrrssssss" + // U+0140
		"ssttttttuuuuuuuu" + "uuuuwwyyyzzzzzzs" // U+0160
	latinAdditional = "aabbbbbbccdddddd" + "ddddeeeeeeeeeeff" + // U+1E00
		"gghhhhhhhhhhiiii" + "kkkkkkllllllllmm" + // U+1E20
		"mmmmnnnnnnnnoooo" + "oooopppprrrrrrrr" + // U+1E40
		"ssssssssssttttt" + "tttuuuuuuuuuuvvvv" + // U+1E60
		"wwwwwwwwwwxxxxyy" + "zzzzzzhtwyassss " + // U+1E80
		"aaaaaaaaaaaaaaaa" + "aaaaaaaaeeeeeeee" + // U+1EA0
		"eeeeeeeeiiiioooo" + "oooooooooooooooo" + // U+1EC0
		"oooouuuuuuuuuuuu" + "uuyyyyyyyy" // U+1EE0
)

// fold returns the character that replaces r in a folded text: "e" for "É". It returns
// 0 for characters that searches ignore, such as combining marks and invisible
// characters. The caller must first look in foldLong for letters that fold to several
// letters.
func fold(r rune) rune {
	switch {
	case r < 0x80:
		if 'A' <= r && r <= 'Z' {
			return r + 0x20
		}
		if r < ' ' {
			return ' '
		}
		return r
	case r < 0x180:
		return foldLatin(r)
	case r < 0x530:
		return foldGreekCyrillic(r)
	case 0x1E00 <= r && r < 0x1E00+rune(len(latinAdditional)):
		return byTable(r, latinAdditional, 0x1E00)
	case 0xFF01 <= r && r <= 0xFF5E:
		return fold(r - 0xFEE0)
	}
	return foldSign(r)
}

func foldLatin(r rune) rune {
	switch {
	case r >= 0x100:
		return byTable(r, latinA, 0x100)
	case r >= 0xC0:
		return byTable(r, latin1, 0xC0)
	case r == 0xAB || r == 0xBB:
		return '"'
	case r == 0xB4:
		return '\''
	case r == 0xA0 || r == 0x85:
		return ' '
	case r == 0xAD:
		return 0
	}
	return r
}

func byTable(r rune, table string, first rune) rune {
	if c := table[r-first]; c != ' ' {
		return rune(c)
	}
	return r
}

// greekAccents holds pairs: first a Greek letter with an accent (tonos or dialytika),
// or a final sigma, and then the letter that replaces it in searches.
const greekAccents = "Άα" + "Έε" + "Ήη" + "Ίι" + "Όο" + "Ύυ" + "Ώω" + "ΐι" + "Ϊι" + "Ϋυ" +
	"άα" + "έε" + "ήη" + "ίι" + "ΰυ" + "ϊι" + "ϋυ" + "όο" + "ύυ" + "ώω" + "ςσ"

func foldGreekCyrillic(r rune) rune {
	switch {
	case 0x300 <= r && r <= 0x36F:
		return 0
	case 0x386 <= r && r <= 0x3CE:
		return foldGreek(r)
	case 0x400 <= r && r <= 0x40F:
		return foldCyrillic(r + 0x50)
	case 0x410 <= r && r <= 0x42F:
		return foldCyrillic(r + 0x20)
	case 0x460 <= r && r <= 0x481, 0x48A <= r && r <= 0x4BF, 0x4D0 <= r:
		return r | 1
	}
	return foldCyrillic(r)
}

func foldGreek(r rune) rune {
	previous := rune(0)
	for i, c := range greekAccents {
		if i%4 == 2 && previous == r {
			return c
		}
		previous = c
	}
	if 0x391 <= r && r <= 0x3A9 {
		return r + 0x20
	}
	return r
}

// foldCyrillic returns the letter that replaces a small Cyrillic letter in searches.
// Russian readers type е when they search for ё.
func foldCyrillic(r rune) rune {
	switch r {
	case 'ё', 'ѐ':
		return 'е'
	case 'ѝ':
		return 'и'
	}
	return r
}

// foldSign returns the character that replaces punctuation or white space in searches:
// "-" for all dashes. It returns 0 for characters that searches ignore.
func foldSign(r rune) rune {
	switch {
	case 0x2000 <= r && r <= 0x200A, r == 0x2028, r == 0x2029, r == 0x202F, r == 0x205F, r == 0x3000:
		return ' '
	case 0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x2069,
		r == 0xFEFF, 0x1AB0 <= r && r <= 0x1AFF, 0x1DC0 <= r && r <= 0x1DFF, 0x20D0 <= r && r <= 0x20FF,
		r == 0x61C, 0x180B <= r && r <= 0x180F, 0xFE00 <= r && r <= 0xFE0F, 0xE0000 <= r && r <= 0xE0FFF:
		return 0
	case 0x2010 <= r && r <= 0x2015, r == 0x2212:
		return '-'
	case 0x2018 <= r && r <= 0x201B, r == 0x2032, r == 0x2039, r == 0x203A:
		return '\''
	case 0x201C <= r && r <= 0x201F, r == 0x2033:
		return '"'
	}
	return r
}

// foldLong returns the two or three letters that replace a ligature in searches, as
// "ae" for "æ". It returns "" if r is no ligature.
func foldLong(r rune) string {
	// Text that was copied from a PDF may contain the ligatures U+FB00 to U+FB06.
	switch r {
	case 'Æ', 'æ':
		return "ae"
	case 'ß', 'ẞ':
		return "ss"
	case 'Ĳ', 'ĳ':
		return "ij"
	case 'Œ', 'œ':
		return "oe"
	case 'ﬀ':
		return "ff"
	case 'ﬁ':
		return "fi"
	case 'ﬂ':
		return "fl"
	case 'ﬃ':
		return "ffi"
	case 'ﬄ':
		return "ffl"
	case 'ﬅ', 'ﬆ':
		return "st"
	}
	return ""
}
