package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
)

// charset is an encoding of text, which an editor can choose by its name.
type charset struct {
	name    string
	aliases string // other names, with a space around each
	enc     encoding.Encoding
	common  string  // the most frequent letters of the languages that use it
	share   float64 // the least share of these letters in such a text; 0 if the encoding is not guessed
}

// Encodings returns the names of the encodings that an editor can choose, besides
// UTF-8 and UTF-16, which are always recognised. The first one is [EncodingTwice].
func Encodings() []string {
	names := []string{EncodingTwice}
	for _, c := range charsets() {
		names = append(names, c.name)
	}
	return names
}

// charsetNamed returns the encoding with this name. The second result is false if
// there is none.
func charsetNamed(name string) (charset, bool) {
	name = strings.ToLower(strings.TrimSpace(name))
	name = strings.ReplaceAll(name, "_", "-")
	for _, c := range charsets() {
		if c.name == name || name != "" && strings.Contains(c.aliases, " "+name+" ") {
			return c, true
		}
	}
	return charset{}, false
}

// decode returns src as UTF-8. The result is false if src has bytes that the encoding
// does not use.
func (c charset) decode(src []byte) (string, bool) {
	b, err := c.enc.NewDecoder().Bytes(src)
	return string(b), err == nil && !strings.ContainsRune(string(b), utf8.RuneError)
}

// declared returns the encoding that the text itself names in an XML declaration or in a
// <meta> element of HTML. It returns "" if the text names none.
func declared(src []byte) string {
	const look = 1024
	head := strings.ToLower(string(src[:min(len(src), look)]))
	if !strings.HasPrefix(strings.TrimSpace(head), "<") {
		return ""
	}
	for _, mark := range []string{"encoding=", "charset="} {
		if _, after, found := strings.Cut(head, mark); found {
			after = strings.TrimLeft(after, `"'`)
			if end := strings.IndexAny(after, "\"' ?>/;"); end > 0 {
				return after[:end]
			}
		}
	}
	return ""
}

// guess finds the encoding of a text in a script other than the Latin one. Each language
// has some very frequent letters. The text is decoded with each encoding, and the share
// of these letters is compared. The share must be high for one encoding, and clearly
// lower for all others. The second result is the decoded text. The third is false if no
// encoding is certain enough.
func guess(src []byte) (charset, string, bool) {
	// Example: in Russian, ten letters make up about 60 % of a text. If the text is
	// decoded with a wrong encoding, the ten frequent letters of that encoding are only
	// about 30 %.
	const look, margin = 16 << 10, 0.12
	head := src[:min(len(src), look)]
	for len(head) < len(src) && len(head) > 0 && head[len(head)-1] >= utf8.RuneSelf {
		head = head[:len(head)-1] // the last character may be cut
	}
	best, second := 0.0, 0.0
	var found charset
	for _, c := range charsets() {
		text, ok := c.decode(head)
		if c.share == 0 || !ok {
			continue
		}
		score := frequency(text, c.common) / c.share
		if score > best {
			best, second, found = score, best, c
		} else {
			second = max(second, score)
		}
	}
	if best < 1 || best-second < margin {
		return charset{}, "", false
	}
	text, ok := found.decode(src)
	return found, text, ok
}

// frequency returns how frequent the letters in the argument common are in text. The
// result is their share of the characters from U+00A1 on.
func frequency(text, common string) float64 {
	n, all := 0, 0
	for _, r := range text {
		if r >= 0xa1 {
			all++
			if strings.ContainsRune(common, r) {
				n++
			}
		}
	}
	return float64(n) / float64(max(all, 1))
}

// looksLatin reports whether bytes beyond ASCII are as rare as in languages that use the
// Latin script: at most one for three ASCII letters. Up to three such bytes are always
// accepted.
func looksLatin(src []byte) bool {
	letters, high := 0, 0
	for _, b := range src {
		switch {
		case b >= utf8.RuneSelf:
			high++
		case 'a' <= b|0x20 && b|0x20 <= 'z':
			letters++
		}
	}
	return 3*high <= letters || high < 4
}

// provenWestern reports whether the letters beyond ASCII in text, decoded as
// Windows-1252, all belong to one Western European language. If they do not, the encoding
// was probably another one. For example, the Polish word "łódź" would become "³ódŸ".
func provenWestern(text string) bool {
	const quotes = "€‚ƒ„…†‡ˆ‰‹‘’“”•–—˜™›\u00a0¡£©«®°±²³´µ¶·º»¼½¾¿§ª×÷\u00ad"
	for _, letters := range []string{
		"àâæçéèêëîïôœùûüÿ", "äöüßéèáàçñ", "áéíñóúüç", "áàâãçéêíóôõúü", "àèéìîòóùç", "åäöæøéüèóáàô", "áéíóúýþðæö", "éëïóöüèáíêúâîô",
	} {
		fits := true
		for _, r := range text {
			if r >= utf8.RuneSelf && !strings.ContainsRune(quotes, r) && !strings.Contains(letters, strings.ToLower(string(r))) {
				fits = false
				break
			}
		}
		if fits {
			return !strings.ContainsAny(text, "³¹¿") || !symbolInWord(text)
		}
	}
	return false
}

// symbolInWord reports whether text has ³, ¹ or ¿ inside a word. A Polish text has these
// characters if it is decoded with the wrong encoding: ³ instead of ł, ¹ instead of ą, and
// ¿ instead of ż. At the start of a word, ³ and ¹ count, but ¿ does not: a Spanish
// question begins with it, as in "¿cuándo?".
func symbolInWord(text string) bool {
	// Example: in "mo¿e" (może), ¿ is between two letters. In "ksi¹¿ka" (książka), the
	// character before ¿ is another such symbol.
	inWord, before := false, ' ' // inWord: before follows a letter or a symbol
	for _, r := range text {
		symbol := before == '³' || before == '¹' || before == '¿' && inWord
		if symbol && 'a' <= r && r <= 'z' {
			return true
		}
		inWord, before = unicode.IsLetter(before) || before == '³' || before == '¹', r
	}
	return false
}
