package table

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Tabs returns the format of tables without a header, whose columns are between tabs.
// What the columns hold shows which is which, as in "1	0.32	2.50	ANNA	Where?".
func Tabs() draft.Format {
	return draft.Format{
		Name:   "table",
		Detect: func(src *source.Source) bool { return strings.Count(src.Text, "\t") > 3 },
		Read:   readTabs,
	}
}

// column is what the cells of a column hold.
type column struct {
	times, increasing, whole bool
	last                     float64
	characters               int
	names                    map[string]int
	longest                  int // bytes of the longest cell
}

// readTabs reads a table without a header. The draft is nil if the columns do not show
// which holds the times, the speakers and the words.
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

// tabColumns returns what the columns hold, and the number of rows. There are none if
// the rows differ in their number of columns.
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
		// Rows of different lengths are no table: a tab may be inside a text.
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

// see counts a cell of the column, which is in row n.
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

// guessColumns finds the columns of times, speakers and words. The first of the others
// that has the most characters holds the words; the other one holds the speakers, if its
// cells are short and recur. A column of whole numbers before two columns of times
// counts the rows.
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
