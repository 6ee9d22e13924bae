package card

import (
	"slices"
	"strconv"
	"strings"
)

// SyntaxError is a fault in the description of a card.
type SyntaxError struct {
	Line    int // counted from 1
	Problem string
}

// Error returns the line and the problem.
func (e *SyntaxError) Error() string {
	return "line " + strconv.Itoa(e.Line) + " of the description of a card " + e.Problem
}

// Parse reads a description that [Card.Append] has written. The error is a
// [*SyntaxError].
func Parse(text string) (*Card, error) {
	c := &Card{}
	for n := 1; text != ""; n++ {
		line, rest, _ := strings.Cut(text, "\n")
		if problem := c.read(line, n); problem != "" {
			return nil, &SyntaxError{n, problem}
		}
		text = rest
	}
	return c, c.check()
}

// read reads the n-th line of a description and adds its field to the card. The result
// describes what is wrong with the line. It is "" if nothing is wrong.
func (c *Card) read(line string, n int) string {
	if line == "" {
		return "is empty"
	}
	value := strings.TrimPrefix(line[1:], " ")
	// The first line is "c 2", for example: 2 is the version of the program that draws.
	// A program of another version would draw another picture from this description,
	// and the two pictures would have the same entity tag. So such a program must
	// refuse the description.
	if n == 1 {
		if line != "c "+strconv.Itoa(Revision) {
			return "has another revision than this program"
		}
		return ""
	}
	if text := c.text(line[0]); text != nil {
		*text = value
		return ""
	}
	return c.readNumbers(line[0], value)
}

// text returns the address of the text that a field with this letter sets. For 'w',
// this is the address of the card's Words. The letters 'o' and 'R' set texts of the
// last element of c.Names, and 't' sets the text of the last element of c.Ticks. If
// c.Names or c.Ticks is empty, the result for its letters is nil. For any other
// letter, it is also nil.
func (c *Card) text(letter byte) *string {
	for _, field := range c.texts() {
		if field.letter == letter {
			return field.text
		}
	}
	if name := last(c.Names); name != nil && letter == 'o' {
		return &name.Name
	} else if name != nil && letter == 'R' {
		return &name.Role
	}
	if tick := last(c.Ticks); tick != nil && letter == 't' {
		return &tick.Text
	}
	return nil
}

// last returns the address of the last element of a list. It returns nil if the list
// is empty.
func last[T any](list []T) *T {
	if len(list) == 0 {
		return nil
	}
	return &list[len(list)-1]
}

// readNumbers adds a field with numbers to the card. For example, the letter is 'B'
// and the value is "0 120 1 100". The result describes what is wrong with the value.
// It is "" if nothing is wrong.
func (c *Card) readNumbers(letter byte, value string) string {
	n := make([]int, 0, 4)
	for field := range strings.FieldsSeq(value) {
		number, err := strconv.Atoi(field)
		if err != nil || number < -1 || number > Length || len(n) == cap(n) {
			return "has a bad number, or too many"
		}
		n = append(n, number)
	}
	if !c.add(letter, n) {
		return "has an unknown letter or another number of values"
	}
	return ""
}

// add adds a field that consists of the numbers n, such as a bar. It returns false if the
// format has no field with this letter and this number of values.
func (c *Card) add(letter byte, n []int) bool {
	// For example, the letter 'L' with the numbers 1 and 0 is the lane (row) of an
	// interviewer, in the colour 0, which is grey.
	switch [2]int{int(letter), len(n)} {
	case [2]int{'r', 0}:
		c.RightToLeft = true
	case [2]int{'m', 0}:
		c.Continues = true
	case [2]int{'N', 1}:
		c.Names = append(c.Names, Name{Lane: n[0]})
	case [2]int{'L', 2}:
		c.Lanes = append(c.Lanes, Lane{Host: n[0] == 1, Colour: n[1]})
	case [2]int{'B', 4}:
		c.Bars = append(c.Bars, Bar{n[0], n[1], n[2], n[3]})
	case [2]int{'Q', 4}:
		c.Lit = &Bar{n[0], n[1], n[2], n[3]}
	case [2]int{'T', 3}:
		c.Threads = append(c.Threads, Thread{n[0], n[1], n[2]})
	case [2]int{'X', 1}:
		c.Ticks = append(c.Ticks, Tick{X: n[0]})
	default:
		return false
	}
	return true
}

// check returns an error if a bar, a thread or a name is in a lane (a speaker's row) that
// the card does not have, if a bar or a thread is outside the timeline, or if a lane has
// an unknown colour.
func (c *Card) check() error {
	if slices.ContainsFunc(c.Lanes, func(l Lane) bool { return l.Colour < 0 || l.Colour >= Colours }) {
		return &SyntaxError{1, "is followed by a lane of an unknown colour"}
	}
	bars := c.Bars
	if c.Lit != nil {
		// With this limit of the capacity, append copies the list. Otherwise it
		// could write the quote's bar into the memory of c.Bars.
		bars = append(bars[:len(bars):len(bars)], *c.Lit)
	}
	for _, bar := range bars {
		if bar.Lane < 0 || bar.Lane >= len(c.Lanes) || bar.X < 0 || bar.W < 0 || bar.X+bar.W > Length {
			return &SyntaxError{1, "is followed by a bar outside the timeline"}
		}
	}
	for _, thread := range c.Threads {
		if thread.X < 0 || thread.Top < 0 || thread.End < thread.Top || thread.End >= len(c.Lanes) {
			return &SyntaxError{1, "is followed by a thread outside the timeline"}
		}
	}
	for _, name := range c.Names {
		if name.Lane >= len(c.Lanes) {
			return &SyntaxError{1, "is followed by a name without a lane"}
		}
	}
	return nil
}
