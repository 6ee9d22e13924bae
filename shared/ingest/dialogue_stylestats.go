package ingest

import (
	"strings"

	"quoteline/shared/transcript"
)

// styleStats counts the labels of one style. Names are in lower case.
type styleStats struct {
	lines     int
	explicit  int                         // lines whose label has a colon, a time, or Q or A
	names     map[string]int              // number of lines of each name
	at        map[string]transcript.Range // range of the first label with the name
	order     []string                    // in order of first appearance
	mixedCase int                         // lines with a recurring name that is not all in capitals
	levels    [7]int                      // for headings, by number of #: how many repeat a name
	level     map[string]int              // number of # of the first heading with the name
}

// recurringLines returns the number of lines whose name is on at least two lines.
func (t *styleStats) recurringLines() int {
	n := 0
	for _, k := range t.names {
		if k > 1 {
			n += k
		}
	}
	return n
}

// stems returns the text before the number in each recurring name, such as "speaker "
// of "speaker 1". If "Speaker 1" recurs, "Speaker 2" is a speaker even if it appears
// only once.
func (t *styleStats) stems() map[string]bool {
	list := map[string]bool{}
	for name, n := range t.names {
		if stem := strings.TrimRight(name, "0123456789"); n > 1 && stem != name {
			list[stem] = true
		}
	}
	return list
}

// recurs reports whether so many names of this style recur that its lines must be
// labels. Headings of sections and short lines of speech seldom repeat.
func (t *styleStats) recurs() bool {
	return t.lines >= 3 && 2*t.recurringLines() >= t.lines && len(t.names) > 1
}

// count counts a label. The argument capitals is true if the name is all in capitals.
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
