//go:build !smallimport

package source

import (
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

const (
	cyrillic = "оеаинтсрвлк"
	greek    = "αοιετσνηυρςίάέό"
	hebrew   = "יוהלאתמרשנב"
	arabic   = "اليمنورتبةعه"
)

// charsets returns all encodings. Their tables are large. Therefore the program for
// Cloudflare Workers is built with the tag smallimport, which leaves this file out.
func charsets() []charset { return append(singleByte(), multiByte()...) }

// singleByte lists the encodings with one byte for each character.
func singleByte() []charset {
	return []charset{
		{"windows-1252", " iso-8859-1 latin1 cp1252 ansi us-ascii ", charmap.Windows1252, "", 0},
		{"windows-1250", " cp1250 ", charmap.Windows1250, "", 0},
		{"windows-1251", " cp1251 ", charmap.Windows1251, cyrillic, 0.45},
		{"windows-1253", " cp1253 ", charmap.Windows1253, greek, 0.45},
		{"windows-1254", " iso-8859-9 cp1254 ", charmap.Windows1254, "", 0},
		{"windows-1255", " cp1255 iso-8859-8 ", charmap.Windows1255, hebrew, 0.45},
		{"windows-1256", " cp1256 ", charmap.Windows1256, arabic, 0.45},
		{"windows-1257", " cp1257 ", charmap.Windows1257, "", 0},
		{"windows-1258", " cp1258 ", charmap.Windows1258, "", 0},
		{"windows-874", " tis-620 cp874 ", charmap.Windows874, "", 0},
		{"iso-8859-2", " latin2 ", charmap.ISO8859_2, "", 0},
		{"iso-8859-5", " ", charmap.ISO8859_5, cyrillic, 0.45},
		{"iso-8859-6", " ", charmap.ISO8859_6, arabic, 0.45},
		{"iso-8859-7", " ", charmap.ISO8859_7, greek, 0.45},
		{"iso-8859-15", " latin9 ", charmap.ISO8859_15, "", 0},
		{"koi8-r", " ", charmap.KOI8R, cyrillic, 0.45},
		{"koi8-u", " ", charmap.KOI8U, "", 0},
		{"ibm866", " cp866 ", charmap.CodePage866, cyrillic, 0.45},
		{"macintosh", " mac x-mac-roman ", charmap.Macintosh, "", 0},
	}
}

const hiragana = "のにをはがでとたてしれいもるなかこらうあすさきりくけそまよっ"

// multiByte lists the encodings with several bytes for each character.
func multiByte() []charset {
	return []charset{
		{"gb18030", " gbk gb2312 cp936 ", simplifiedchinese.GB18030, "的一是不了在有人我他这中大来上个国说们到么你，。？", 0.15},
		{"big5", " cp950 ", traditionalchinese.Big5, "的一是不了在有人我他這中大來上個國說們到麼你，。？", 0.15},
		{"shift_jis", " shift-jis sjis cp932 windows-31j ", japanese.ShiftJIS, hiragana, 0.25},
		{"euc-jp", " ", japanese.EUCJP, hiragana, 0.25},
		{"iso-2022-jp", " ", japanese.ISO2022JP, "", 0},
		{"euc-kr", " cp949 ks-c-5601-1987 ", korean.EUCKR, "이다는을가에고하은의지도로니습그나어요있", 0.25},
	}
}
