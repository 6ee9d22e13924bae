package source

import (
	"strings"
	"unicode/utf8"
)

// EncodingTwice is the name of an encoding for [Decode]: a text in UTF-8 that a program
// took for Windows-1252 and wrote as UTF-8 again. A dash is "â€”" in such a text.
const EncodingTwice = "utf-8-twice"

// Twice is the result of [EncodedTwice]: the repaired text, and what was repaired in it.
type Twice struct {
	Text   string // the repaired text
	Count  int    // the number of repaired characters
	First  int    // the byte offset of the first damaged character, in the text before the repair
	Before string // the first damaged character, such as "â€”"
	After  string // the same character after the repair: "—"
}

// EncodedTwice repairs the characters of a text whose encoding was changed twice: UTF-8
// was taken for Windows-1252 and written as UTF-8 again. If it has no such
// characters, Count is 0.
//
// Some sequences, such as "â€”", are certain. Other sequences may be correct text, such
// as "Ô”" at the end of a quotation in capitals. These are repaired in two cases: the
// text also has a certain sequence, or nearly all of its characters beyond ASCII are in
// sequences. A sequence that becomes a character of another script is repaired only in
// the second case.
func EncodedTwice(text string) Twice {
	if strings.IndexByte(text, "Ã"[0]) < 0 && !strings.Contains(text, `\u00`) { // each such sequence begins with U+00C2 to U+00F4
		return Twice{Text: text}
	}
	// Example: "é…”" may be correct French. But its bytes in Windows-1252 are E9 85 94,
	// which are one Chinese character in UTF-8.
	f := twiceFinder{text: text}
	f.find()
	sure := f.sure > 0
	all := (sure || f.foreign > 2) && 10*f.characters >= 9*f.beyond
	if !sure && !all {
		return Twice{Text: text}
	}
	var b strings.Builder
	t := Twice{First: -1}
	from := 0
	for _, s := range f.list {
		if s.kind == twiceForeign && !all {
			continue
		}
		if t.First < 0 {
			t.First, t.Before, t.After = s.start, text[s.start:s.end], string(s.r)
		}
		t.Count++
		b.WriteString(text[from:s.start])
		b.WriteRune(s.r)
		from = s.end
	}
	b.WriteString(text[from:])
	t.Text = b.String()
	return t
}

// twiceKind says how certain it is that a sequence of characters was one character before
// its encoding was changed twice.
type twiceKind int

const (
	twiceSure     twiceKind = iota // "â€”", "Ã©"
	twiceDoubtful                  // a letter and a punctuation mark: "Ô
	twiceForeign                   // it becomes a character of another script
)

// twiceSequence is a sequence of characters, such as "â€”". Their bytes in Windows-1252
// are one character r in UTF-8.
type twiceSequence struct {
	start, end int
	r          rune
	kind       twiceKind
}

// twiceFinder finds all sequences such as "â€”" in a text.
type twiceFinder struct {
	text       string
	list       []twiceSequence
	sure       int // sure sequences
	foreign    int // sequences of other scripts
	characters int // characters in sequences
	beyond     int // characters beyond ASCII
}

// find finds all sequences.
func (f *twiceFinder) find() {
	for i := 0; i < len(f.text); {
		if f.text[i] < utf8.RuneSelf && f.text[i] != '\\' {
			i++
			continue
		}
		r, end := escapedRune(f.text, i)
		if r < utf8.RuneSelf {
			i = end
			continue
		}
		f.beyond++
		if b, ok := byteOf(r); ok && b >= 0xc2 && b <= 0xf4 {
			if s, n := f.sequence(i); n > 0 {
				f.add(s)
				f.characters += n
				f.beyond += n - 1
				end = s.end
			}
		}
		i = end
	}
}

// add stores a sequence.
func (f *twiceFinder) add(s twiceSequence) {
	f.list = append(WithRoom(f.list), s)
	switch s.kind {
	case twiceSure:
		f.sure++
	case twiceForeign:
		f.foreign++
	}
}

// RepairTwice repairs the characters of a text whose encoding was changed twice, three
// times or four times. The second result is the number of repairs.
func RepairTwice(text string) (string, int) {
	const most = 3
	n := 0
	for range most {
		t := EncodedTwice(text)
		if t.Count == 0 {
			break
		}
		text, n = t.Text, n+t.Count
	}
	return text, n
}

// sequence reads the sequence at text[start], such as "â€”", whose bytes are one
// character. The second result is the number of characters in the sequence. It is 0 if
// there is no such sequence.
func (f *twiceFinder) sequence(start int) (twiceSequence, int) {
	var bytes [utf8.UTFMax]byte
	end, mark := start, false
	for n := range bytes {
		r, after := escapedRune(f.text, end)
		b, ok := byteOf(r)
		if !ok || b < utf8.RuneSelf {
			break
		}
		bytes[n], end = b, after
		mark = strings.ContainsRune("‘’“”–—…‚„‹›•«»", r)
		if utf8.FullRune(bytes[:n+1]) {
			r, size := utf8.DecodeRune(bytes[:n+1])
			if r == utf8.RuneError || size != n+1 || r < '\u00a0' {
				break
			}
			return twiceSequence{start, end, r, kindOfTwice(r, mark)}, n + 1
		}
	}
	return twiceSequence{}, 0
}

// kindOfTwice returns how certain it is that the encoding of a sequence was changed
// twice. The argument r is the character that the repair gives. The argument mark is true
// if the sequence ends with a punctuation mark such as ”.
func kindOfTwice(r rune, mark bool) twiceKind {
	switch {
	case 0x2010 <= r && r <= 0x2044, r == '€', r == '™', r == '\ufeff':
		return twiceSure
	case r >= 0x180:
		return twiceForeign
	case mark:
		return twiceDoubtful
	}
	return twiceSure
}

// escapedRune returns the character at text[i], and the offset after it. A character may be
// written as an escape of JSON, such as \u00e2.
func escapedRune(text string, i int) (rune, int) {
	const size = len(`\u00e2`)
	if strings.HasPrefix(text[i:], `\u`) && i+size <= len(text) {
		r := rune(0)
		for _, c := range []byte(text[i+len(`\u`) : i+size]) {
			digit := strings.IndexByte("0123456789abcdef", c|0x20)
			if digit < 0 || c < '0' {
				return '\\', i + 1
			}
			r = r<<4 | rune(digit)
		}
		return r, i + size
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	return r, i + n
}

// byteOf returns the byte of the character r in Windows-1252. The second result is false
// if it has none. Bytes that the encoding does not use are taken for control characters.
func byteOf(r rune) (byte, bool) {
	if r <= 0xff {
		return byte(r), true
	}
	i := 0
	for _, special := range windows1252 {
		if special == r && r != utf8.RuneError {
			return byte(0x80 + i), true
		}
		i++
	}
	return 0, false
}
