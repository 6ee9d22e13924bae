package ingest

import (
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// recogniseJSON reads src as JSON of the first format that fits.
func recogniseJSON(src *source, l *ledger) (*draft, Format, error) {
	// Formats that share member names are tried from the most specific one on. A text
	// without a list of turns is read like a text file.
	root, err := parseJSON(src)
	if err != nil {
		return nil, Format{}, err
	}
	if root.member("schema") != nil && root.member("turns") != nil {
		return readQuoteline(src, root)
	}
	if html := root.member("text"); html.isString() && isOTranscribe(root, html) {
		return readOTranscribe(src, root, html, l)
	}
	for _, read := range []func(*source, *node) (*jsonDraft, string){
		readSegments, readPodloveGroups, readWhisperCpp, readDeepgramWords, readAWS, readRev, readOyez, readAssemblyWords,
		readWhisperWords, readLabelled,
	} {
		if d, why := read(src, root); d != nil {
			d.describe(root)
			d.report(root)
			return d.draft, Format{d.form, "JSON: " + why}, nil
		}
	}
	if text := root.member("text"); text.isString() && text.text != "" {
		return readTextOnly(src, text, l)
	}
	return nil, Format{}, src.errorAt(root.at.Start, "JSON, but not in a known transcript format",
		"known formats are Podcasting 2.0, Podlove, Whisper, Deepgram, AssemblyAI, AWS Transcribe, Rev, oTranscribe, Oyez and quoteline, or a list of objects with a speaker and a text")
}

// describe takes title and language from the source.
func (d *jsonDraft) describe(root *node) {
	for _, path := range [][]string{{"title"}, {"transcript", "title"}} {
		if n := root.get(path...); n.isString() && d.found.Title == "" {
			d.found.Title = cleanName(n.text)
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

// isLanguage reports whether s has the form of a language tag such as en or en-US.
// Some tools write en_us or english, which are not tags.
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

// report remarks on members that are not used, with the number of times they
// appear.
func (d *jsonDraft) report(root *node) {
	d.sortStretches()
	c := fieldCount{at: map[string]transcript.Range{}, times: map[string]int{}, used: d.stretches, budget: d.src.budget}
	c.count("", root)
	for _, path := range c.order {
		d.remark(c.at[path], Remark{
			Kind: RemarkUnused, Level: LevelInfo,
			Done:         "not used: " + path + "; times: " + strconv.Itoa(c.times[path]),
			Alternatives: []string{"add what it says by hand"},
		})
	}
}

// fieldCount counts the fields whose values are in no stretch.
type fieldCount struct {
	order []string                    // paths in order of first appearance
	at    map[string]transcript.Range // the first place of a path
	times map[string]int
	used  []stretch // in order
	next  int       // the first stretch that does not end before the current value

	budget *Budget
}

// count counts the unused fields of n, which has that path: in /segments/*/id, *
// means any element of an array.
func (c *fieldCount) count(path string, n *node) {
	switch n.kind {
	case '{':
		for i := range n.members {
			name := n.members[i].name
			if len(name) > maxNameRunes { // people read paths
				name = strings.ToValidUTF8(name[:maxNameRunes], "") + "…"
			}
			if !c.budget.steps(len(path) / 16) {
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

// countUnused counts a field whose value is not used. It ignores new fields once
// there are as many as the report may have.
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
