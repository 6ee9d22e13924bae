package card

import "strconv"

// Append appends the description of a card to dst. [Parse] reads such a description.
func (c *Card) Append(dst []byte) []byte {
	dst = appendNumbers(dst, 'c', Revision)
	for _, field := range c.texts() {
		dst = appendText(dst, field.letter, *field.text)
	}
	if c.RightToLeft {
		dst = appendNumbers(dst, 'r')
	}
	if c.Continues {
		dst = appendNumbers(dst, 'm')
	}
	for _, name := range c.Names {
		dst = appendNumbers(dst, 'N', name.Lane)
		dst = appendText(dst, 'o', name.Name)
		dst = appendText(dst, 'R', name.Role)
	}
	return c.appendLine(dst)
}

// textField is a field of a card's description whose value is a text.
type textField struct {
	letter byte
	text   *string
}

// texts returns the text fields that a description has at most once. The fields for a
// speaker's name and for a label on the axis (a tick) are not among them, because a
// description can have several of each.
func (c *Card) texts() [6]textField {
	return [...]textField{
		{'w', &c.Words}, {'l', &c.WordsLang}, {'a', &c.Summary},
		{'s', &c.Source}, {'p', &c.Place}, {'n', &c.Number},
	}
}

// appendLine appends the part of a card's description that is about the timeline: the
// speakers' rows (lanes), the bars, the lines between rows (threads), and the labels
// on the axis (ticks).
func (c *Card) appendLine(dst []byte) []byte {
	for _, lane := range c.Lanes {
		dst = appendNumbers(dst, 'L', flag(lane.Host), lane.Colour)
	}
	for _, bar := range c.Bars {
		dst = appendNumbers(dst, 'B', bar.X, bar.W, bar.Lane, bar.Filled)
	}
	if c.Lit != nil {
		dst = appendNumbers(dst, 'Q', c.Lit.X, c.Lit.W, c.Lit.Lane, c.Lit.Filled)
	}
	for _, thread := range c.Threads {
		dst = appendNumbers(dst, 'T', thread.X, thread.Top, thread.End)
	}
	for _, tick := range c.Ticks {
		dst = appendNumbers(dst, 'X', tick.X)
		dst = appendText(dst, 't', tick.Text)
	}
	return dst
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// appendText appends a field with a text to a card's description. Line breaks and
// other control characters become spaces. If the text is empty, appendText appends
// nothing.
func appendText(dst []byte, letter byte, text string) []byte {
	if text == "" {
		return dst
	}
	dst = append(dst, letter, ' ')
	for i := range len(text) {
		if b := text[i]; b < ' ' {
			dst = append(dst, ' ')
		} else {
			dst = append(dst, b)
		}
	}
	return append(dst, '\n')
}

func appendNumbers(dst []byte, letter byte, numbers ...int) []byte {
	dst = append(dst, letter)
	for _, n := range numbers {
		dst = strconv.AppendInt(append(dst, ' '), int64(n), 10)
	}
	return append(dst, '\n')
}
