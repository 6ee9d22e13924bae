package search

import (
	"strings"

	"quoteline/shared/transcript"
)

// Finder searches while a reader types. For every turn it finds only the first hit, and
// it reuses its memory. If a new query begins with the previous query, Finder searches
// only the turns in which it found the previous query.
type Finder struct {
	transcript *transcript.Transcript
	folder     folder
	turns      []folded // grows from the first turn on, until all are folded
	query      string   // folded
	hits       [][]transcript.Range
	first      []transcript.Range // memory for the ranges in hits, by turn
}

// NewFinder returns a finder for t. The first search folds the text of all turns, which
// means that it removes case and diacritics. Earlier calls of [Finder.Fold] can do this
// work in parts.
func NewFinder(t *transcript.Transcript) *Finder {
	n := len(t.Turns)
	return &Finder{
		transcript: t,
		turns:      make([]folded, 0, n),
		hits:       make([][]transcript.Range, n),
		first:      make([]transcript.Range, n),
	}
}

// Fold folds the text of up to n more turns: it prepares them for searches that ignore
// case and diacritics. It reports whether there are turns left to fold.
func (f *Finder) Fold(n int) bool {
	from, all := len(f.turns), f.transcript.Turns
	for i := from; i < min(from+n, len(all)); i++ {
		f.turns = append(f.turns, f.folder.fold(all[i].Text))
	}
	return len(f.turns) < len(all)
}

// Find returns one slice for each turn. The slice has the first range of the turn's text
// in which query occurs. If query does not occur in the turn, its slice is nil. If there
// is nothing to search for, as in "" or " ", Find returns nil instead of the slices. The
// result is valid until the next call.
func (f *Finder) Find(query string) [][]transcript.Range {
	q := foldQuery(query)
	narrower := f.query != "" && strings.HasPrefix(q, f.query)
	f.query = q
	if q == "" {
		return nil
	}
	f.Fold(len(f.hits))
	for i := range f.hits {
		if narrower && f.hits[i] == nil {
			continue
		}
		f.hits[i] = nil
		turn := &f.turns[i]
		if start, end := turn.next(q, 0); start >= 0 {
			f.first[i] = turn.original(start, end)
			f.hits[i] = f.first[i : i+1 : i+1]
		}
	}
	return f.hits
}

// All returns all hits in one turn for the query of the last call of Find, as ranges of
// the turn's text. i is the position of the turn, counting from 0. The ranges are in
// order and do not overlap.
func (f *Finder) All(i int) []transcript.Range {
	if f.query == "" {
		return nil
	}
	return f.turns[i].find(f.query)
}
