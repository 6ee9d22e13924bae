package transcript

import (
	"strings"
	"testing"
	"unicode"
)

func TestSyntax(t *testing.T) {
	tests := []struct {
		name    string
		accepts func(string) bool
		good    []string
		bad     []string
	}{
		{"isSlug", isSlug,
			[]string{"a", "0", "altman-murati-2023", strings.Repeat("a", MaxSlug)},
			[]string{"", "-", "-a", "a-", "a--b", "A", "a_b", "a.b", "a/b", "é", "a b", "a\n", strings.Repeat("a", MaxSlug+1)}},
		{"IsLang", IsLang,
			[]string{"en", "en-GB", "sr-Latn-RS", "zh-cmn-Hans-CN", "de-CH-1901", "es-419", "x-private", "i-klingon", "en-a-extended"},
			[]string{"", "e", "x", "1", "en_GB", "en-", "-en", "en--GB", "en-x", "q-en", "english-languages", "12-en", "en GB", "ën"}},
		{"IsDate", IsDate,
			[]string{"2023-11-29", "2024-02-29", "2000-02-29", "0001-01-01", "2023-12-31", "2023-04-30"},
			[]string{"", "2023", "2023-11", "2023-2-3", "2023-02-29", "1900-02-29", "2023-04-31", "2023-13-01", "2023-00-10",
				"2023-01-00", "2023-01-32", "2023/11/29", "20231129", "2023-11-29T10:00:00Z", "+023-11-29", "2023-11-2९"}},
		{"isDateTime", isDateTime,
			[]string{"2023-11-29T00:00:00Z", "2023-11-29T23:59:60Z", "2023-11-29T10:00:00.123456+05:30", "2023-11-29T10:00:00-00:00"},
			[]string{"", "2023-11-29", "2023-11-29T", "2023-11-29T10:00:00", "2023-11-29T10:00Z", "2023-11-29T24:00:00Z",
				"2023-11-29T10:60:00Z", "2023-11-29T10:00:61Z", "2023-11-29T10:00:00.Z", "2023-11-29T10:00:00.1x5Z", "2023-11-29T10:00:00+24:00",
				"2023-11-29T10:00:00+05:60", "2023-11-29T10:00:00+0530", "2023-11-29t10:00:00z", "2023-11-29 10:00:00Z", "2023-11-31T10:00:00Z"}},
		{"isWebURL", isWebURL,
			[]string{"https://a.example", "HTTP://a.example:8080/b?c=d#e", "https://a.example/b:c@d", "http://[::1]:80/", "https://čao.example/ć", "http://localhost"},
			[]string{"", "a.example", "//a.example", "/a", "https:a.example", "https://", "https:///a", "https://:80", "ftp://a.example", "mailto:a@b.example",
				"javascript:alert(1)", "data:text/html,a", " https://a.example", "https://a.example/b c", "https://a.example/\n", "https://a.example\\b",
				"https://a.example@b.example/", "https://a.example:b", "https://a.example:123456", "https://a.example/\"onload=", "https://a.example/\xff",
				"https://[a]", "https://[::1", "https://a%b", "https://.a", "https://a.example/\u0080"}},
		{"isMediaType", isMediaType,
			[]string{"audio/mpeg", "application/vnd.apple.mpegurl", "audio/ogg; codecs=opus", "audio/x-m4a"},
			[]string{"", "audio", "audio/", "/mpeg", "audio/mpeg/3", "audio mpeg", "audio/.mpeg", "audio/mp3; a=\n", "áudio/mpeg",
				"audio/" + strings.Repeat("a", 128)}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, v := range tt.good {
				if !tt.accepts(v) {
					t.Errorf("refuses %q", v)
				}
			}
			for _, v := range tt.bad {
				if tt.accepts(v) {
					t.Errorf("accepts %q", v)
				}
			}
		})
	}
}

func TestIsSpaceAgreesWithUnicode(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		if isSpace(r) != unicode.IsSpace(r) {
			t.Errorf("isSpace(%U) is %t", r, isSpace(r))
		}
	}
}
