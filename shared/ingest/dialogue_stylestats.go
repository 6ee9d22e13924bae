package ingest

import (
	"strings"

	"quoteline/shared/transcript"
)

// styleStats is the labels of one style.
type styleStats struct {
	lines     int
	explicit  int // with more to them than their place
	names     map[string]int
	at        map[string]transcript.Range
	order     []string
	mixedCase int    // lines with a name that comes back and is not all in capitals
	levels    [7]int // how many headings with so many signs have a name that comes back
	level     map[string]int
}

// recurringLines returns how many lines bear a name that stands on two lines or more.
func (t *styleStats) recurringLines() int {
	n := 0
	for _, k := range t.names {
		if k > 1 {
			n += k
		}
	}
	return n
}

// stems returns what stands before the number in names that come back: Speaker 2
// is one of a row where Speaker 1 comes back.
func (t *styleStats) stems() map[string]bool {
	list := map[string]bool{}
	for name, n := range t.names {
		if stem := strings.TrimRight(name, "0123456789"); n > 1 && stem != name {
			list[stem] = true
		}
	}
	return list
}

// recurs reports whether a style could not be anything else because names
// come back in it.
func (t *styleStats) recurs() bool {
	return t.lines >= 3 && 2*t.recurringLines() >= t.lines && len(t.names) > 1
}

// count counts a label. Loud says that it is all in capitals.
func (t *styleStats) count(name string, l *lineLabel, loud bool) {
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
	if t.names[name] > 1 && !loud {
		t.mixedCase++
	}
	if l.explicit() {
		t.explicit++
	}
}
