package ingest

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
)

// Decoded is a source after it was converted to text.
type Decoded struct {
	Text     string   // in UTF-8; the byte offsets in a [Report] refer to it
	Encoding string   // the encoding of the source, with the evidence
	Remarks  []Remark // on what the text does not have, such as deleted words of a document
}

// Decode returns the text of a source. The argument encoding names the encoding of src,
// such as "windows-1251". If it is "", Decode detects the encoding. If src is a document
// of a word processor (DOCX, ODT), the result is the text of the document.
//
// The error is an [*Error]. It means that src is neither text nor such a document, that
// its encoding is not detected, or that no encoding has the given name.
func Decode(src []byte, encoding string) (*Decoded, error) { return decode(src, encoding, nil) }

// decode is Decode with a budget, which limits the work. The error is a [*LimitError]
// if a limit is exceeded.
func decode(src []byte, encoding string, budget *Budget) (*Decoded, error) {
	if read, err := readDocument(src, budget); read != nil || err != nil {
		if read != nil && strings.EqualFold(encoding, source.EncodingTwice) {
			read.Text, _ = source.RepairTwice(read.Text)
		}
		return read, err
	}
	d, err := source.Decode(src, encoding)
	if err != nil {
		return nil, err
	}
	read := &Decoded{Text: d.Text, Encoding: d.Encoding}
	if d.Unproven {
		p, line := firstLine(d.Text, func(r rune) bool { return r >= utf8.RuneSelf })
		read.Remarks = []Remark{{
			Position: p, Kind: draft.RemarkEncoding, Level: LevelCheck, Text: line,
			Done:         "the encoding is taken for " + d.Encoding + ", which is not certain; check the letters",
			Alternatives: []string{"choose the encoding", "save the text as UTF-8"},
		}}
	}
	return read, nil
}

// encodedTwice returns a remark (an entry of the report) if text seems to contain
// characters whose encoding was changed twice, as when a dash became "â€”". Otherwise it
// returns nil. If the characters can be repaired, the remark's field Encoding is not
// empty. A caller that gives this value to [Decode] as the encoding gets the repaired
// text.
func encodedTwice(text string) []Remark {
	m := Remark{
		Kind: draft.RemarkEncoding, Level: LevelCheck, Alternatives: []string{"correct the characters in the source"},
		Done: "some characters look as if their encoding was changed twice, as when a dash becomes \"â€”\"",
	}
	t := source.EncodedTwice(text)
	switch {
	case t.Count > 0:
		m.Position, m.Text = lineAt(text, t.First)
		m.Done += "; such characters: " + strconv.Itoa(t.Count) + ", the first is " + strconv.Quote(t.Before) + " for " + strconv.Quote(t.After)
		m.Encoding = source.EncodingTwice
		m.Alternatives = append([]string{"read the source as " + m.Encoding + ", which repairs them"}, m.Alternatives...)
	case strings.Contains(text, "â€") || source.C1(text) >= 0:
		m.Position, m.Text = firstLine(text, func(r rune) bool { return r == 'â' || r == 'Ã' || source.IsC1(r) })
		m.Done += "; control characters are read as spaces"
	default:
		return nil
	}
	return []Remark{m}
}

// firstLine returns the position of the first character for which the function fits
// returns true. It also returns the line of that character, cut after 100 characters.
func firstLine(text string, fits func(rune) bool) (Position, string) {
	return lineAt(text, max(0, strings.IndexFunc(text, fits)))
}

// lineAt returns the line and column of a byte offset in the text. It also returns the
// text of that line, cut after 100 characters.
func lineAt(text string, at int) (Position, string) {
	const longest = 100
	start := strings.LastIndexByte(text[:at], '\n') + 1
	line, n := text[start:], 0
	for i, r := range line {
		if n++; r == '\n' || r == '\r' || n > longest {
			line = line[:i]
			break
		}
	}
	return Position{Line: 1, Column: 1}.Past(text, 0, at), line
}

// Encodings returns the names of the encodings for [Decode], besides UTF-8 and UTF-16,
// which are always recognised.
func Encodings() []string { return source.Encodings() }
