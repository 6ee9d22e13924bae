package render

import "quoteline/shared/messages"

// hole is the value that fills a hole of a wording.
type hole struct {
	manner manner
	number int
	text   string // if the hole is not a number
}

// manner is how a hole is filled.
type manner uint8

const (
	asNumber manner = iota
	asBoldNumber
	asText     // escaped
	asIsolated // escaped, in an element of its own direction
	asIs       // to be escaped later
)

// count fills a hole with a number.
func count(n int) hole { return hole{number: n} }

// bold fills a hole with an emphasized number.
func bold(n int) hole { return hole{manner: asBoldNumber, number: n} }

// plain fills a hole with words of a transcript or a reader.
func plain(s string) hole { return hole{manner: asText, text: s} }

// isolated is plain for names and the like, whose direction may differ from that of
// the sentence around them, as in an Arabic name in an English sentence.
func isolated(s string) hole { return hole{manner: asIsolated, text: s} }

// unescaped fills a hole of a text that is escaped later as a whole.
func unescaped(s string) hole { return hole{manner: asIs, text: s} }

// words returns the language of the interface.
func (o Options) words() *messages.Table {
	if o.Words == nil {
		return messages.English()
	}
	return o.Words
}

// say appends a phrase of the interface. The holes fill {1}, {2} and so on.
func (o Options) say(dst []byte, p messages.Phrase, holes ...hole) []byte {
	return o.fill(dst, o.words().Say(p), holes)
}

// sayCount appends the wording that goes with n.
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

// number appends n ≥ 0 as the language writes it.
func (o Options) number(dst []byte, n int) []byte { return o.words().AppendNumber(dst, n) }

// comma appends the language's separator between the parts of a sentence.
func (o Options) comma(dst []byte) []byte { return append(dst, o.words().Say(messages.Comma)...) }
