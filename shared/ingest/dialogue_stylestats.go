package ingest

import (
	"strings"

	"quoteline/shared/transcript"
)

// styleStats counts the labels of one style.
type styleStats struct {
	lines     int
	explicit  int                         // lines whose label is recognised by more than its place
	names     map[string]int              // folded name → its lines
	at        map[string]transcript.Range // of the first label with a name
	order     []string                    // names in order of first appearance
	mixedCase int                         // lines with a recurring name that is not all in capitals
	levels    [7]int                      // by the number of #: how many headings have a recurring name
	level     map[string]int              // of the first heading with a name
}

// recurringLines returns the number of lines whose name is on two lines or more.
func (t *styleStats) recurringLines() int {
	n := 0
	for _, k := range t.names {
		if k > 1 {
			n += k
		}
	}
	return n
}

// stems returns the text before the number in recurring names. If "Speaker 1"
// recurs, "Speaker 2" is a speaker too, even if it appears once.
func (t *styleStats) stems() map[string]bool {
	list := map[string]bool{}
	for name, n := range t.names {
		if stem := strings.TrimRight(name, "0123456789"); n > 1 && stem != name {
			list[stem] = true
		}
	}
	return list
}

// recurs reports whether so many names recur in the style that its lines must be
// labels. Headings and short lines seldom repeat.
func (t *styleStats) recurs() bool {
	return t.lines >= 3 && 2*t.recurringLines() >= t.lines && len(t.names) > 1
}

// count counts a label. capitals says that it is all in capitals.
func (t *styleStats) count(name string, l *lineLabel, capitals bool) {
	if t.names == nil {
		t.names, t.at, t.level = map[string]int{}, map[string]transcript.Range{}, map[string]int{}
	}
	t.lines++
	if t.names[name]++; t.names[name] == 1 {
		t.order = append(t.order, name)
		t.at[name], t.level[name] = l.name, l.hashes
	} else if l.hashes == t.level[name] {
		t.levels[l.hashes]++
	}
	if t.names[name] > 1 && !capitals {
		t.mixedCase++
	}
	if l.explicit() {
		t.explicit++
	}
}
