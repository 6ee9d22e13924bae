package propose

import (
	"strings"
	"unicode"

	"quoteline/shared/script"
	"quoteline/shared/transcript"
)

const (
	maxSample  = 200_000 // bytes of words that are read
	minLetters = 120     // letters that a decision needs
	minSmall   = 8       // small words that a decision needs
	minShare   = 3       // per cent of the words that must be small words of the language
	lead       = 4       // how many times more small words the language has than any other
)

// Language returns the BCP 47 tag of the language of a transcript's words, and the
// reason. The tag is "" if the words do not show the language: if they are few, in
// several languages, or in a language that this package does not know. The package knows
// no languages that it could confuse with each other, such as Croatian and Serbian in
// Latin letters.
func Language(t *transcript.Transcript) (tag, reason string) {
	var c counts
	c.init()
	for i := range t.Turns {
		if t.Turns[i].Kind != transcript.Note && c.bytes < maxSample {
			c.read(t.Turns[i].Text)
		}
	}
	if c.letters < minLetters {
		return "", ""
	}
	if tag, reason = c.byScript(); tag != "" {
		return tag, reason
	}
	return c.byWords()
}

// counts holds how often letters and words occur in a sample of a transcript's words.
type counts struct {
	languages map[string]string // small word → tag of the only language in the table that has it
	bytes     int
	letters   int
	words     int
	scripts   [len(alone)]int // letters of each script in the table alone
	han       int
	simple    int            // ideographs of simplified Chinese
	full      int            // ideographs of traditional Chinese
	small     map[string]int // tag → small words
	seen      map[string]int // small word → how often
}

func (c *counts) init() {
	c.languages, c.small, c.seen = map[string]string{}, map[string]int{}, map[string]int{}
	for _, l := range smallWords {
		for word := range strings.FieldsSeq(l.words) {
			c.languages[word] = l.tag
		}
	}
}

func (c *counts) read(text string) {
	text = text[:min(len(text), maxSample)]
	c.bytes += len(text)
	for _, r := range text {
		c.readLetter(r)
	}
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !script.InWord(r) }) {
		c.words++
		if tag := c.languages[word]; tag != "" {
			c.small[tag]++
			c.seen[word]++
		}
	}
}

func (c *counts) readLetter(r rune) {
	if !unicode.IsLetter(r) {
		return
	}
	c.letters++
	switch {
	case r < 0x370: // Latin
		return
	case unicode.Is(unicode.Han, r):
		c.han++
		if strings.ContainsRune(simplified, r) {
			c.simple++
		} else if strings.ContainsRune(traditional, r) {
			c.full++
		}
		return
	}
	for i := range alone {
		if unicode.In(r, alone[i].tables...) {
			c.scripts[i]++
			return
		}
	}
}

// byScript finds a language by its script, if no other language has that script. A
// text in which at least one letter of five is kana (Japanese syllables) is Japanese.
// Chinese is distinguished by its characters: simplified or traditional.
func (c *counts) byScript() (tag, reason string) {
	for i, n := range c.scripts {
		if n*10 >= c.letters*9 {
			return alone[i].tag, "its letters are " + alone[i].name
		}
	}
	kana := c.scripts[0]
	switch most := (kana + c.han) * 10; {
	case most < c.letters*9:
	case kana*5 >= c.letters:
		return alone[0].tag, "it has kana among its characters"
	case kana > 0:
	case c.simple >= minSmall && c.simple >= lead*c.full:
		return "zh-Hans", "its characters are simplified Chinese"
	case c.full >= minSmall && c.full >= lead*c.simple:
		return "zh-Hant", "its characters are traditional Chinese"
	}
	return "", ""
}

// byWords finds the language whose small words, such as "the", are much more frequent
// than those of any other language. It returns "" if there is none.
func (c *counts) byWords() (tag, reason string) {
	best, second := "", 0
	for _, l := range smallWords {
		switch n := c.small[l.tag]; {
		case best == "" || n > c.small[best]:
			second, best = c.small[best], l.tag
		case n > second:
			second = n
		}
	}
	n := c.small[best]
	if n < minSmall || n*100 < minShare*c.words || n < lead*second {
		return "", ""
	}
	return best, "its most frequent small words are " + c.examples(best)
}

// examples returns the small words of a language (such as "the") that occur most
// often in the sample: at most three, each in quotation marks.
func (c *counts) examples(tag string) string {
	var words []string
	for len(words) < 3 {
		most := ""
		for word, n := range c.seen {
			if c.languages[word] == tag && (most == "" || n > c.seen[most] || n == c.seen[most] && word < most) {
				most = word
			}
		}
		if most == "" {
			break
		}
		delete(c.seen, most)
		words = append(words, "“"+most+"”")
	}
	return strings.Join(words, ", ")
}
