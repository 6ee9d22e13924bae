package linguistic

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// token is a value of a TextGrid: a number, a text in quotation marks, or a flag such as
// <exists>.
type token struct {
	at   transcript.Range // of a text, without its quotation marks
	kind byte             // '"', '0' or '<'
}

// scan moves to the next value, and returns false if there is none. It skips names such
// as "xmin =", numbers in brackets, and comments after "!".
func (g *textGrid) scan() bool {
	// Example: the line "intervals [2]: xmax = 2.5 ! end" has only one value, 2.5. In
	// the word "xmin2" the digit is part of a name.
	for g.at < len(g.text) {
		switch c := g.text[g.at]; {
		case c == '"':
			g.quoted()
			return true
		case c == '!':
			g.skipTo('\n')
		case c == '[':
			g.skipTo(']')
		case c == '<':
			start := g.at
			g.skipTo('>')
			g.next = token{transcript.Range{Start: start, End: g.at}, '<'}
			return true
		case source.IsDigit(c) || c == '-':
			g.word('0')
			return true
		case c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '=' || c == ':' || c == '?':
			g.at++
		default:
			g.word('a')
		}
	}
	g.next = token{}
	return false
}

// skipTo moves past the next byte b on this line. If the line has none, it moves to the
// end of the line.
func (g *textGrid) skipTo(b byte) {
	for g.at < len(g.text) && g.text[g.at] != b && g.text[g.at] != '\n' {
		g.at++
	}
	g.at = min(g.at+1, len(g.text))
}

// word reads a word or a number as the next value, and moves to the end of it.
func (g *textGrid) word(kind byte) {
	start := g.at
	for g.at < len(g.text) && !strings.ContainsRune(" \t\r\n\"!", rune(g.text[g.at])) {
		g.at++
	}
	g.next = token{transcript.Range{Start: start, End: g.at}, kind}
}

// quoted reads a text in quotation marks as the next value, and moves to the end of it.
// Two quotation marks inside the text mean one. The text may have line breaks.
func (g *textGrid) quoted() {
	start := g.at + 1
	for i := start; i < len(g.text); i++ {
		if g.text[i] != '"' {
			continue
		}
		if i+1 < len(g.text) && g.text[i+1] == '"' {
			i++
			continue
		}
		g.next, g.at = token{transcript.Range{Start: start, End: i}, '"'}, i+1
		return
	}
	g.next, g.at = token{transcript.Range{Start: start, End: len(g.text)}, '"'}, len(g.text)
}

// number returns the next value if it is a number. Otherwise it returns false, and the
// same value is read again by the next call of scan.
func (g *textGrid) number() (float64, bool) {
	before := g.at
	if !g.scan() || g.next.kind != '0' {
		g.at = before
		return 0, false
	}
	v, err := strconv.ParseFloat(g.Src.Slice(g.next.at), 64)
	return v, err == nil
}
