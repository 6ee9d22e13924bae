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
	c := fieldCount{at: map[string]transcript.Range{}, times: map[string]int{}, used: d.Stretches, budget: d.Src.Budget}
	c.count("", root)
	for _, path := range c.order {
		d.Remark(c.at[path], draft.Remark{
			Kind: draft.RemarkUnused, Level: draft.LevelInfo,
			Done:         "not used: " + path + "; times: " + strconv.Itoa(c.times[path]),
			Alternatives: []string{"add what it says by hand"},
		})
	}
}

// fieldCount counts the JSON members that the transcript does not use, for the
// report.
type fieldCount struct {
	order []string                    // paths in order of first appearance
	at    map[string]transcript.Range // range in the source at which a path appears first
	times map[string]int
	used  []draft.Stretch // recorded ranges, sorted
	next  int             // index of the first recorded range that ends after the current value begins

	budget *source.Budget
}

// count counts the unused values in n. The argument path is the path of n, such as
// /segments/*/id, where * means any element of an array.
func (c *fieldCount) count(path string, n *node) {
	switch n.kind {
	case '{':
		for i := range n.members {
			name := n.members[i].name
			if len(name) > label.MaxNameRunes { // shortened, because an editor reads the path
				name = strings.ToValidUTF8(name[:label.MaxNameRunes], "") + "…"
			}
			if !c.budget.Steps(len(path) / 16) {
				return
			}
			c.count(path+"/"+name, &n.members[i])
		}
	case '[':
		path += "/*"
		for i := range n.members {
			c.count(path, &n.members[i])
		}
	default:
		for c.next < len(c.used) && c.used[c.next].End <= n.at.Start {
			c.next++
		}
		if n.used || c.next < len(c.used) && c.used[c.next].Start < n.at.End {
			return
		}
		c.countUnused(path, n)
	}
}

// countUnused counts a value that the transcript does not use, under its path. It ignores
// new paths after draft.MaxRemarks paths, because this is the maximum number of entries
// of one kind in the report.
func (c *fieldCount) countUnused(path string, n *node) {
	known := c.times[path] > 0
	if !known && len(c.order) == draft.MaxRemarks {
		return
	}
	if !known {
		c.order = append(c.order, path)
		c.at[path] = n.at
	}
	c.times[path]++
}
