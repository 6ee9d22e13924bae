package render

import "quoteline/shared/messages"

// hole is a value that replaces a placeholder (hole) such as {1} in a text of the
// interface.
type hole struct {
	manner manner
	number int
	text   string // the value, if it is not a number
}

// manner is how a value is written into a text of the interface.
type manner uint8

const (
	asNumber manner = iota
	asBoldNumber
	asText     // escaped
	asIsolated // escaped, in a <bdi> element, which separates its text direction
	asIs       // not escaped, because the caller escapes the finished text
)

// count returns a value that replaces a placeholder such as {1}, and is written as a
// number.
func count(n int) hole { return hole{number: n} }

// bold returns a value that replaces a placeholder such as {1}, and is written as a
// bold number.
func bold(n int) hole { return hole{manner: asBoldNumber, number: n} }

// plain returns a value that replaces a placeholder such as {1}. s is text from a
// transcript or from a reader, so it is escaped.
func plain(s string) hole { return hole{manner: asText, text: s} }

// isolated returns a value that replaces a placeholder such as {1}. It is for names. A
// name may have another text direction than the sentence around it, such as an Arabic
// name in an English sentence.
func isolated(s string) hole { return hole{manner: asIsolated, text: s} }

// unescaped returns a value that replaces a placeholder such as {1}. The value is not
// escaped here, because the caller escapes the finished text.
func unescaped(s string) hole { return hole{manner: asIs, text: s} }

// words returns the texts of the interface in its language.
func (o Options) words() *messages.Table {
	if o.Words == nil {
		return messages.English()
	}
	return o.Words
}

// say appends a text of the interface, in its language. The values in holes replace the
// placeholders {1}, {2} and so on.
func (o Options) say(dst []byte, p messages.Phrase, holes ...hole) []byte {
	return o.fill(dst, o.words().Say(p), holes)
}

// sayCount appends a text of the interface in its form for the number n, as in "1 turn"
// and "2 turns". The values in holes replace the placeholders {1}, {2} and so on.
func (o Options) sayCount(dst []byte, c messages.Count, n int, holes ...hole) []byte {
	return o.fill(dst, o.words().Count(c, n), holes)
}

func (o Options) fill(dst []byte, wording string, holes []hole) []byte {
	for {
		before, number, after := messages.Hole(wording)
		dst = append(dst, before...)
		if number == 0 {
			return dst
		}
		if number <= len(holes) {
			dst = o.appendHole(dst, &holes[number-1])
		}
		wording = after
	}
}

func (o Options) appendHole(dst []byte, h *hole) []byte {
	switch h.manner {
	case asBoldNumber:
		dst = append(dst, `<b>`...)
		return append(o.number(dst, h.number), `</b>`...)
	case asText:
		return appendEscaped(dst, h.text)
	case asIsolated:
		dst = append(dst, `<bdi>`...)
		return append(appendEscaped(dst, h.text), `</bdi>`...)
	case asIs:
		return append(dst, h.text...)
	}
	return o.number(dst, h.number)
}

// number appends n as the interface's language writes numbers, as in "1,200". n must be
// 0 or more.
func (o Options) number(dst []byte, n int) []byte { return o.words().AppendNumber(dst, n) }

// comma appends the separator between parts of a sentence, such as ", ", in the
// interface's language.
func (o Options) comma(dst []byte) []byte { return append(dst, o.words().Say(messages.Comma)...) }
