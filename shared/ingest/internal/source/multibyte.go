//go:build !fewencodings

package source

import (
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

const hiragana = "のにをはがでとたてしれいもるなかこらうあすさきりくけそまよっ"

// multiByte lists the encodings with several bytes for each character. Their tables are
// large, so the Worker leaves them out, with the build tag fewencodings.
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
