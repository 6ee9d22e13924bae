package dialogue

import (
	"strings"

	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/transcript"
)

// styleStats counts the labels (speakers' names at the start of lines) of one style,
// such as bold type. The names are stored in lower case.
type styleStats struct {
	lines     int
	explicit  int                         // lines whose label has a colon, a time, or Q or A
	names     map[string]int              // number of lines of each name
	at        map[string]transcript.Range // range of the first label with the name
	order     []string                    // in order of first appearance
	mixedCase int                         // lines with a recurring name that is not all in capitals
	marked    map[string]bool             // names of which a label has a colon, a time, or Q or A
	inline    map[string]bool             // names of which the marks close directly after a label
	trailing  int                         // lines whose emphasis closes at the end of the line
	levels    [7]int                      // for headings, by number of #: how many repeat a name
	level     map[string]int              // number of # of the first heading with the name
}

// recurringLines returns the number of lines whose name is also on another line.
func (t *styleStats) recurringLines() int {
	n := 0
	for _, k := range t.names {
		if k > 1 {
			n += k
		}
	}
	return n
}

// stems returns the text before the number in each name that recurs, such as "speaker "
// of "speaker 1". A caller uses this text for names that do not recur: if "Speaker 1"
// recurs, "Speaker 2" is also a speaker.
func (t *styleStats) stems() map[string]bool {
	list := map[string]bool{}
	for name, n := range t.names {
		if stem := strings.TrimRight(name, "0123456789"); n > 1 && stem != name {
			list[stem] = true
		}
	}
	return list
}

// recurs reports whether at least half of the lines in this style have a name that
// recurs. Then these lines are speakers' names, because headings of sections and
// short lines of speech seldom repeat. There must be at least three lines and two
// different names.
func (t *styleStats) recurs() bool {
	return t.lines >= 3 && 2*t.recurringLines() >= t.lines && len(t.names) > 1
}

// heads reports whether a name in bold type is the heading of a section, although its
// line looks like a speaker's label. A name is a heading in two cases:
//
//   - At least half of the labels in bold type have a colon or a time, but no label with
//     this name has one.
//   - In most lines, the bold type ends before the words that follow the name. The name
//     is on one line only, and this whole line is bold, as in "**The question: who
//     pays?**".
func (t *styleStats) heads(name string) bool {
	if !t.marked[name] {
		return 2*t.explicit >= t.lines && len(t.marked) > 0
	}
	return t.names[name] == 1 && !t.inline[name] && 2*t.trailing < t.lines && !label.IsAsker(name)
}

// count adds the label l (a speaker's name at the start of a line) to the counts. The
// argument capitals is true if the whole name is in capitals.
func (t *styleStats) count(name string, l *label.Line, capitals bool) {
	if t.names == nil {
		t.names, t.at, t.level = map[string]int{}, map[string]transcript.Range{}, map[string]int{}
		t.marked, t.inline = map[string]bool{}, map[string]bool{}
	}
	// Example: the second line "### Ada" is counted in levels[3], which counts headings
	// that repeat a name.
	t.lines++
	if t.names[name]++; t.names[name] == 1 {
		t.order = append(t.order, name)
		t.at[name], t.level[name] = l.Name, l.Hashes
	} else if l.Hashes == t.level[name] {
		t.levels[l.Hashes]++
	}
	if t.names[name] > 1 && !capitals {
		t.mixedCase++
	}
	if l.Explicit() {
		t.explicit++
		t.marked[name] = true
	}
	if l.Trailing > 0 {
		t.trailing++
	} else {
		t.inline[name] = true
	}
}
