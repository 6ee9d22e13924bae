package jsonform

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// describe finds the title and the language of the recording in the JSON.
func (d *speech) describe(root *node) {
	if list := root.items(); len(list) > 0 {
		root = &list[0]
	}
	for _, path := range [][]string{{"title"}, {"transcript", "title"}, {"data", "transcript", "title"}, {"speech", "title"}} {
		if n := root.get(path...); n.isString() && n.text != "" && !d.Has(draft.FieldTitle) {
			d.FindTitle(n.text, n.content(), "says so in the field “"+strings.Join(path, ".")+"”")
			d.Account(draft.SpanMeta, n.content())
		}
	}
	for _, path := range [][]string{
		{"language"}, {"result", "language"}, {"language_code"}, {"results", "language_code"}, {"LanguageCode"}, {"languageCode"}, {"locale"},
		{"metadata", "transcription_config", "language"}, {"speech", "language"},
	} {
		if n := root.get(path...); n.isString() && !d.Has(draft.FieldLang) && draft.IsLanguage(n.text) {
			d.FindLang(n.text, n.content(), "says so in the field “"+strings.Join(path, ".")+"”")
			d.Account(draft.SpanMeta, n.content())
		}
	}
}

// report adds a remark (an entry of the report) for each JSON member that is not
// used. The remark says how often the member appears.
func (d *speech) report(root *node) {
	d.SortStretches()
	c := fieldCount{index: map[string]int{}, used: d.Stretches, budget: d.Src.Budget}
	c.count(root)
	for _, f := range c.list {
		d.Remark(f.at, draft.Remark{
			Kind: draft.RemarkUnused, Level: draft.LevelInfo,
			Done:         "not used: " + f.path + "; times: " + strconv.Itoa(f.times),
			Alternatives: []string{"add what it says by hand"},
		})
	}
}

// fieldCount counts the JSON members that the transcript does not use, for the
// report.
type fieldCount struct {
	list  []unusedField   // in order of first appearance
	index map[string]int  // index in list, by path
	path  []byte          // path of the current value, such as /segments/*/id, where * means any element of an array
	used  []draft.Stretch // recorded ranges, sorted
	next  int             // index of the first recorded range that ends after the current value begins

	budget *source.Budget
}

// unusedField is a path of JSON members that the transcript does not use.
type unusedField struct {
	path  string
	at    transcript.Range // range in the source at which the path appears first
	times int
}

// count counts the unused values in n. The path of n is c.path.
func (c *fieldCount) count(n *node) {
	path := c.path
	switch n.kind {
	case '{':
		for i := range n.members() {
			m := &n.members()[i]
			name := m.name
			if len(name) > label.MaxNameRunes { // shortened, because an editor reads the path
				name = strings.ToValidUTF8(name[:label.MaxNameRunes], "") + "…"
			}
			if !c.budget.Steps(len(path) / 16) {
				return
			}
			c.path = append(append(c.path[:len(path)], '/'), name...)
			c.count(m)
		}
	case '[':
		c.path = append(path, "/*"...)
		for i := range n.members() {
			c.count(&n.members()[i])
		}
	default:
		for c.next < len(c.used) && c.used[c.next].End <= int(n.start) {
			c.next++
		}
		if !n.used && (c.next == len(c.used) || c.used[c.next].Start >= int(n.end)) {
			c.countUnused(n)
		}
	}
	c.path = c.path[:len(path)]
}

// countUnused counts the value n, which the transcript does not use, under its path. It
// ignores new paths after draft.MaxRemarks paths: the report has no more entries of one
// kind.
func (c *fieldCount) countUnused(n *node) {
	i, known := c.index[string(c.path)]
	if !known {
		if i = len(c.list); i == draft.MaxRemarks {
			return
		}
		path := string(c.path)
		c.index[path] = i
		c.list = append(c.list, unusedField{path: path, at: n.at()})
	}
	c.list[i].times++
}
