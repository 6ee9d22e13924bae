package ingest

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// describe copies the title and the language of the recording from the JSON to d.
func (d *jsonDraft) describe(root *node) {
	for _, path := range [][]string{{"title"}, {"transcript", "title"}} {
		if n := root.get(path...); n.isString() && d.found.Title == "" {
			d.found.Title = label.CleanName(n.text)
			d.account(SpanMeta, n.content())
		}
	}
	for _, path := range [][]string{{"language"}, {"result", "language"}, {"language_code"}, {"results", "language_code"}} {
		if n := root.get(path...); n.isString() && d.found.Lang == "" && isLanguage(n.text) {
			d.found.Lang = n.text
			d.account(SpanMeta, n.content())
		}
	}
}

// isLanguage reports whether s looks like a language tag such as "en" or "en-US".
// Some tools write "en_us" or "english", which are not language tags.
func isLanguage(s string) bool {
	for i := range len(s) {
		switch b := s[i] | 0x20; {
		case i == 2 && s[i] == '-' && len(s) == 5:
		case b < 'a' || b > 'z':
			return false
		}
	}
	return len(s) == 2 || len(s) == 5
}

// report adds a remark (an entry of the report) for each JSON member that is not
// used. The remark says how often the member appears.
func (d *jsonDraft) report(root *node) {
	d.sortStretches()
	c := fieldCount{at: map[string]transcript.Range{}, times: map[string]int{}, used: d.stretches, budget: d.src.Budget}
	c.count("", root)
	for _, path := range c.order {
		d.remark(c.at[path], Remark{
			Kind: RemarkUnused, Level: LevelInfo,
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
	used  []stretch // recorded ranges, sorted
	next  int       // index of the first recorded range that ends after the current value begins

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

// countUnused counts a value that the transcript does not use, under its path. After
// maxRemarks different paths it ignores new paths, because the report may not have
// more entries of one kind than that.
func (c *fieldCount) countUnused(path string, n *node) {
	known := c.times[path] > 0
	if !known && len(c.order) == maxRemarks {
		return
	}
	if !known {
		c.order = append(c.order, path)
		c.at[path] = n.at
	}
	c.times[path]++
}
