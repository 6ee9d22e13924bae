package table

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Bars returns the format of tables whose columns are between vertical bars, as in
// Markdown. Bars at the edges and the line of hyphens below the header may be missing.
// Text before the table is the introduction.
func Bars() draft.Format {
	return draft.Format{
		Name:   "table",
		Detect: func(src *source.Source) bool { return strings.Contains(src.Text, "|") },
		Read:   readBars,
	}
}

// readBars reads a table with vertical bars. The draft (the words that were read) is nil
// if none of the first lines is a header that names the columns of a transcript.
func readBars(src *source.Source, _ *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	if !src.Budget.Values(strings.Count(src.Text, "|")) || !src.Budget.Steps(2*len(src.Text)) {
		return nil, "", src.Budget.Exceeded()
	}
	const look = 40 // lines before the table
	r := rows{Draft: draft.New(src)}
	r.Captioned = true
	found, p, n := false, pace{comma: true, whole: true}, 0
	for line := range src.Lines() {
		cells := barCells(src, line)
		if !found {
			if r.cols, found = namedColumns(values(cells)); found {
				r.clock = clock{comma: true}
				continue
			}
			if n++; n == look {
				break
			}
			continue
		}
		if len(cells) > 1 {
			p.see(pick(cells, r.cols.start).value, pick(cells, r.cols.end).value, pick(cells, r.cols.text).value)
		}
	}
	if !found || r.cols.speaker < 0 {
		return nil, "", nil
	}
	n = r.readRows(&p)
	r.remarkUnread()
	return r.Draft, "a header with a speaker and a text column, between vertical bars; rows: " + strconv.Itoa(n), nil
}

// readRows reads the lines of the source and returns the number of rows. The argument p
// has counted the times of all rows, so it knows their unit.
func (r *rows) readRows(p *pace) (n int) {
	header := false
	for line := range r.Src.Lines() {
		body, cells := r.Src.Body(line), barCells(r.Src, line)
		switch {
		case body.Start >= body.End || header && isRule(cells):
		case !header:
			if _, header = namedColumns(values(cells)); !header {
				r.AddParagraph(body, '\n')
				continue
			}
			r.nameColumns(cells, p)
		case len(cells) < 2 || r.cols.text >= len(cells):
			r.OmitUnknown(body, "a line outside of the table, or without its words")
		default:
			n++
			r.addBars(cells)
		}
	}
	return n
}

// nameColumns reads the header of a table with vertical bars.
func (r *rows) nameColumns(cells []cell, p *pace) {
	r.width = len(cells)
	r.clock.unit = p.unit(pick(cells, r.cols.start).value, true)
	for i, c := range cells {
		if k := r.cols; i != k.speaker && i != k.text && i != k.start && i != k.end && c.value != "" {
			r.remarkColumn(c)
		}
	}
}

// addBars adds a row. The row may have more cells than the header. If the last column has
// the words, the further cells are part of the words, which contain bars. Otherwise the
// further cells are left out.
func (r *rows) addBars(cells []cell) {
	// Example: with the header "Speaker | Text", the words in the row "Ada | Yes | no" are
	// "Yes | no".
	text, name := pick(cells, r.cols.text), pick(cells, r.cols.speaker)
	if last := len(cells) - 1; last >= r.width {
		if rest := (transcript.Range{Start: cells[r.width].at.Start, End: cells[last].at.End}); r.cols.text == r.width-1 {
			text.at.End = rest.End
			text.value = r.Src.Slice(text.at)
		} else {
			r.OmitUnknown(rest, "fields beyond those of the header")
		}
	}
	text.value = strings.ReplaceAll(text.value, `\|`, "|")
	for _, mark := range []string{"**", "__", "*", "_"} { // **Ada** is Ada
		if inner, ok := strings.CutPrefix(name.value, mark); ok && strings.HasSuffix(strings.TrimSuffix(inner, ":"), mark) {
			name.value = strings.Trim(name.value, mark+":")
			break
		}
	}
	r.add(name, text, pick(cells, r.cols.start), pick(cells, r.cols.end))
}

// barCells returns the fields of a line between vertical bars. A bar after a backslash is
// part of its field. If the line begins or ends with a bar, there is no field outside
// that bar.
func barCells(src *source.Source, line transcript.Range) []cell {
	body := src.Body(line)
	text := src.Slice(body)
	if !strings.Contains(text, "|") {
		return nil
	}
	var cells []cell
	start := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && (text[i] != '|' || i > 0 && text[i-1] == '\\') {
			continue
		}
		value := strings.TrimSpace(text[start:i])
		if outside := start == 0 || i == len(text); value != "" || !outside {
			at := body.Start + start + strings.Index(text[start:i], value)
			cells = append(cells, cell{value, transcript.Range{Start: at, End: at + len(value)}})
		}
		start = i + 1
	}
	return cells
}

// isRule reports whether the cells are those of the line that Markdown has below a
// header: "|---|:-:|".
func isRule(cells []cell) bool {
	for _, c := range cells {
		if c.value == "" || strings.Trim(c.value, "-:") != "" {
			return false
		}
	}
	return len(cells) > 0
}

// values returns the texts of the cells.
func values(cells []cell) []string {
	list := make([]string, len(cells))
	for i, c := range cells {
		list[i] = c.value
	}
	return list
}

// pick returns the cell with this index, or an empty one if there is none.
func pick(cells []cell, i int) cell {
	if i < 0 || i >= len(cells) {
		return cell{}
	}
	return cells[i]
}
