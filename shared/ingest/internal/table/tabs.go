package table

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Tabs returns the format of tables without a header, whose columns are between tabs, as
// in "1\t0.32\t2.50\tANNA\tWhere?". The values in each column show whether it has times,
// speakers or words.
func Tabs() draft.Format {
	return draft.Format{
		Name:   "table",
		Detect: func(src *source.Source) bool { return strings.Count(src.Text, "\t") > 3 },
		Read:   readTabs,
	}
}

// column describes the values in a column of a table. They show whether it has times,
// speakers or words.
type column struct {
	times, increasing, whole bool
	last                     float64
	characters               int
	names                    map[string]int
	longest                  int // bytes of the longest cell
}

// readTabs reads a table without a header. The draft (the words that were read) is nil if
// the values do not show which columns have the times, the speakers and the words.
func readTabs(src *source.Source, _ *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	const fewest = 3 // rows
	cols, n := tabColumns(src)
	c, ok := guessColumns(cols)
	if err := src.Budget.Exceeded(); err != nil || !ok || n < fewest {
		return nil, "", err
	}
	r := rows{Draft: draft.New(src), cols: c}
	r.Captioned = true
	p := pace{comma: true, whole: true}
	for line := range src.Lines() {
		cells := tabCells(src, line)
		p.see(pick(cells, c.start).value, pick(cells, c.end).value, pick(cells, c.text).value)
	}
	r.clock = clock{comma: true, unit: p.unit("", true)}
	for line := range src.Lines() {
		if cells := tabCells(src, line); len(cells) > 0 {
			r.add(pick(cells, c.speaker), pick(cells, c.text), pick(cells, c.start), pick(cells, c.end))
		}
	}
	r.remarkUnread()
	return r.Draft, "columns between tabs without a header, read by what they hold; rows: " + strconv.Itoa(n), nil
}

// tabColumns describes the values in each column, and returns the number of rows. If the
// rows have different numbers of columns, or fewer than three, it returns nil and 0.
func tabColumns(src *source.Source) (cols []column, n int) {
	if !src.Budget.Values(strings.Count(src.Text, "\t")) || !src.Budget.Steps(2*len(src.Text)) {
		return nil, 0
	}
	for line := range src.Lines() {
		cells := tabCells(src, line)
		if len(cells) == 0 {
			continue
		}
		if n == 0 {
			cols = make([]column, len(cells))
			for i := range cols {
				cols[i] = column{times: true, increasing: true, whole: true, names: map[string]int{}}
			}
		}
		// If rows have different lengths, the text is not a table. The tabs may be inside
		// ordinary text.
		if len(cells) != len(cols) || len(cols) < 3 {
			return nil, 0
		}
		for i := range cells {
			cols[i].see(cells[i].value, n)
		}
		n++
	}
	return cols, n
}

// see adds a cell to the description of its column. The argument n is the index of the
// row.
func (c *column) see(text string, n int) {
	text = strings.TrimSpace(text)
	c.characters += utf8.RuneCountInString(text)
	c.longest = max(c.longest, len(text))
	if len(c.names) < 200 {
		c.names[text]++
	}
	v, number := source.Numeral(text, true)
	if !number {
		c.whole = false
		ms, ok := source.WholeTime(text).Millis()
		c.times, v = c.times && ok, float64(ms)
	}
	c.whole = c.whole && v == float64(int64(v)) && !strings.Contains(text, ".")
	c.increasing = c.increasing && (n == 0 || v >= c.last)
	c.last = v
}

// guessColumns finds the columns of times, speakers and words. There must be one or two
// columns of times and two others. Of these two, the words are in the column with more
// characters, and the speakers are in the other one. The cells with speakers must be
// short, and some must recur. If several columns look like times, the first may have the
// numbers of the rows, which are whole numbers. Then this column is ignored. The second
// result is false if the columns do not fit.
func guessColumns(cols []column) (columns, bool) {
	c := columns{speaker: -1, text: -1, start: -1, end: -1}
	var times, texts []int
	for i := range cols {
		switch {
		case cols[i].times && cols[i].increasing:
			times = append(times, i)
		case !cols[i].times:
			texts = append(texts, i)
		}
	}
	if len(times) > 1 && cols[times[0]].whole && (len(times) > 2 || !cols[times[1]].whole) {
		times = times[1:] // the numbers of the rows
	}
	if len(times) == 0 || len(times) > 2 || len(texts) != 2 {
		return c, false
	}
	c.start, c.speaker, c.text = times[0], texts[0], texts[1]
	if len(times) == 2 {
		c.end = times[1]
	}
	if cols[c.speaker].characters > cols[c.text].characters {
		c.speaker, c.text = c.text, c.speaker
	}
	const longestName = 60
	rows := 0
	for _, count := range cols[c.speaker].names {
		rows += count
	}
	return c, cols[c.speaker].longest <= longestName && len(cols[c.speaker].names) < rows
}

// tabCells returns the fields of a line between tabs, or nil if the line is blank.
func tabCells(src *source.Source, line transcript.Range) []cell {
	text := src.Slice(line)
	if strings.TrimSpace(text) == "" {
		return nil
	}
	var cells []cell
	at := line.Start
	for value := range strings.SplitSeq(text, "\t") {
		trimmed := strings.TrimSpace(value)
		start := at + strings.Index(value, trimmed)
		cells = append(cells, cell{trimmed, transcript.Range{Start: start, End: start + len(trimmed)}})
		at += len(value) + 1
	}
	return cells
}
