package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
)

// paragraph is a paragraph of a document, or a row of a table.
type paragraph struct {
	text    strings.Builder
	bold    int  // length in bytes of the bold words that the paragraph begins with
	plain   bool // words that are not bold have begun
	heading bool
	row     bool
	notes   []notice
}

// notice is something that was left out of a paragraph.
type notice struct {
	at   int // offset in the text of the paragraph
	kind draft.RemarkKind
	what string // "deleted words"
	text string
}

// writer collects the paragraphs of a document.
type writer struct {
	budget *source.Budget
	list   []*paragraph
	open   []*paragraph // the paragraphs that have begun; a text box has paragraphs inside one
	later  []*paragraph // paragraphs of text boxes, which follow their paragraph
	tables int          // number of open tables
	cells  []string     // the cells of the current row
	cell   *paragraph   // the current cell; nil outside tables
	merge  *paragraph   // a paragraph whose mark is deleted: the next one continues it
}

// begin begins a paragraph.
func (w *writer) begin() {
	if w.merge != nil && len(w.open) == 0 {
		w.open, w.merge = append(w.open, w.merge), nil
		return
	}
	w.budget.Values(1)
	w.open = append(w.open, &paragraph{})
}

// current returns the innermost paragraph that is not complete, or nil.
func (w *writer) current() *paragraph {
	if len(w.open) == 0 {
		return nil
	}
	return w.open[len(w.open)-1]
}

// end ends a paragraph. If the paragraph mark (the line end in Word) is deleted, the next
// paragraph continues this one.
func (w *writer) end(deletedMark bool) {
	// Example: a text box is inside a paragraph. A paragraph in the box ends before the
	// outer one does. So it is kept in the list w.later until the outer paragraph ends.
	p := w.current()
	if p == nil {
		return
	}
	w.open = w.open[:len(w.open)-1]
	switch {
	case len(w.open) > 0:
		w.later = append(w.later, p)
		return
	case deletedMark && w.tables == 0:
		w.merge = p
		return
	case w.cell != nil:
		w.cell.add(p)
	default:
		w.list = append(source.WithRoom(w.list), p)
	}
	for _, inner := range w.later {
		if w.cell != nil {
			w.cell.add(inner)
		} else {
			w.list = append(source.WithRoom(w.list), inner)
		}
	}
	w.later = w.later[:0]
}

// add adds the words and notices of another paragraph to p, a cell of a table. A notice
// is about something that was left out.
func (p *paragraph) add(other *paragraph) {
	if p.text.Len() > 0 && other.text.Len() > 0 {
		p.text.WriteByte(' ')
	}
	for _, n := range other.notes {
		n.at += p.text.Len()
		p.notes = append(p.notes, n)
	}
	p.text.WriteString(other.text.String())
}

// write adds text to the current paragraph. Text outside a paragraph is dropped; it is
// white space between elements.
func (w *writer) write(text string, bold bool) {
	p := w.current()
	if p == nil || text == "" {
		return
	}
	if strings.TrimSpace(text) != "" && !bold {
		p.plain = true
	}
	p.text.WriteString(text)
	if bold && !p.plain {
		p.bold = p.text.Len()
	}
}

// leaveOut records that text was left out at this place.
func (w *writer) leaveOut(kind draft.RemarkKind, what, text string) {
	p := w.current()
	if p == nil || strings.TrimSpace(text) == "" {
		return
	}
	if n := len(p.notes); n > 0 && p.notes[n-1].what == what && p.notes[n-1].at == p.text.Len() && len(p.notes[n-1].text) < longestNotice {
		p.notes[n-1].text += text
		return
	}
	p.notes = append(source.WithRoom(p.notes), notice{p.text.Len(), kind, what, text})
}

const longestNotice = 200 // bytes

// beginRow begins a row of a table. A table inside a cell begins no rows: its words
// become words of that cell.
func (w *writer) beginRow() {
	if w.tables == 1 {
		w.cells, w.cell = w.cells[:0], nil
	}
}

// beginCell begins a cell of the current row.
func (w *writer) beginCell() {
	if w.tables == 1 {
		w.cell = &paragraph{row: true}
	}
}

// endCell ends a cell. Line breaks and tabs inside it become spaces.
func (w *writer) endCell(row *paragraph) {
	if w.tables != 1 || w.cell == nil {
		return
	}
	if row == nil { // a cell in no row is a row of its own
		row = &paragraph{row: true}
		w.cells, w.list = w.cells[:0], append(w.list, row)
	}
	if len(w.cells) > 0 {
		row.text.WriteByte('\t')
	}
	words := strings.Join(strings.Fields(w.cell.text.String()), " ")
	for _, n := range w.cell.notes {
		n.at = row.text.Len() + min(n.at, len(words))
		row.notes = append(row.notes, n)
	}
	row.text.WriteString(words)
	w.cells, w.cell = append(w.cells, words), nil
}

// finish returns the whole text, and the remarks on what was left out.
func (w *writer) finish() (string, []draft.Remark) {
	// An empty line is written between two paragraphs, but not between two rows of a
	// table. The remarks are in the order of their offsets. So each line and column is
	// counted from the position of the previous remark.
	if w.merge != nil {
		w.list = append(w.list, w.merge)
	}
	var b strings.Builder
	var remarks []draft.Remark
	marked := marksNames(w.list)
	position, at := source.Position{Line: 1, Column: 1}, 0
	for i, p := range w.list {
		text, shift := p.shown(marked)
		if text == "" && len(p.notes) == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
			if !p.row || !w.list[i-1].row {
				b.WriteByte('\n')
			}
		}
		start := b.Len()
		b.WriteString(text)
		for _, n := range p.notes {
			offset := start + min(shift+n.at, len(text))
			if offset > at {
				position = position.Past(b.String(), at, offset)
				at = offset
			}
			remarks = append(remarks, n.remark(position))
		}
	}
	return b.String(), remarks
}

// remark returns the remark on something that was left out at a position.
func (n notice) remark(at source.Position) draft.Remark {
	words := strings.Clone(strings.Join(strings.Fields(n.text), " ")) // not a part of the whole file
	if len(words) > longestNotice {
		words = strings.ToValidUTF8(words[:longestNotice], "") + "…"
	}
	return draft.Remark{
		Position: at, Kind: n.kind, Level: draft.LevelInfo, Text: words,
		Done: n.what + " left out: " + words, Alternatives: []string{"add it to a turn", "add a note"},
	}
}

// marksNames reports whether the document marks speakers only by bold type, as in "**Ada
// Long** Yes." If so, the bold names get the marks of Markdown. At least two paragraphs,
// and half of all, must begin with a bold name.
func marksNames(list []*paragraph) bool {
	names, all := 0, 0
	for _, p := range list {
		if strings.TrimSpace(p.text.String()) == "" || p.row {
			continue
		}
		all++
		if p.boldName() {
			names++
		}
	}
	return names > 1 && 2*names >= all
}

// boldName reports whether the paragraph begins with a bold name and continues with
// words. After the name there must be neither a colon nor a time.
func (p *paragraph) boldName() bool {
	text := p.text.String()
	name, rest := strings.TrimSpace(text[:p.bold]), strings.TrimSpace(text[p.bold:])
	if name == "" || rest == "" || utf8.RuneCountInString(name) > label.MaxNameRunes || !label.IsLabelName(name) {
		return false
	}
	if _, after := source.TimeRangeAt(rest, 0, len(rest)); after > 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLetter(first) || unicode.IsDigit(first) || strings.ContainsRune("“\"‘'«„¿¡([…", first)
}

// shown returns the text of a paragraph without superfluous white space. If marked is
// true, a bold name is written as "**Ada**", and characters with a meaning in Markdown
// are escaped. A heading gets "# ". The second result is the number of bytes that were
// added for the name or heading.
func (p *paragraph) shown(marked bool) (string, int) {
	text := p.text.String()
	if p.row {
		return text, 0
	}
	if marked {
		if p.boldName() {
			name := strings.TrimSpace(text[:p.bold])
			return "**" + escaped(name) + "** " + escaped(tidy(text[p.bold:])), len("****")
		}
		return escaped(tidy(text)), 0
	}
	if text = tidy(text); p.heading && text != "" {
		return "# " + strings.ReplaceAll(text, "\n", " "), len("# ")
	}
	return text, 0
}

// tidy removes white space around each line, and replaces several spaces by one. Two
// spaces remain if words between them were deleted.
func tidy(text string) string {
	lines := strings.Split(text, "\n")
	kept := lines[:0]
	for _, line := range lines {
		if line = strings.TrimFunc(line, unicode.IsSpace); line != "" {
			for strings.Contains(line, "  ") {
				line = strings.ReplaceAll(line, "  ", " ")
			}
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

// escaped puts a backslash before each character that has a meaning in Markdown.
func escaped(text string) string {
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `_`, `\_`, "`", "\\`", `[`, `\[`, `#`, `\#`).Replace(text)
}
