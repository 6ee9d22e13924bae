package search

import (
	"strings"

	"quoteline/shared/transcript"
)

// Finder searches while a reader types. It finds the first hit of every turn and
// reuses its memory. If the query begins with the last one, it looks only at turns
// that had a hit.
type Finder struct {
	transcript *transcript.Transcript
	folder     folder
	turns      []folded // the first of them, until all are folded
	query      string   // folded
	hits       [][]transcript.Range
	first      []transcript.Range // what hits holds, by turn
}

// NewFinder returns a finder for t. The turns are folded at the first search, or before
// it by calls of [Finder.Fold].
func NewFinder(t *transcript.Transcript) *Finder {
	n := len(t.Turns)
	return &Finder{
		transcript: t,
		turns:      make([]folded, 0, n),
		hits:       make([][]transcript.Range, n),
		first:      make([]transcript.Range, n),
	}
}

// Fold folds up to n more turns, and reports whether others are left.
func (f *Finder) Fold(n int) bool {
	from, all := len(f.turns), f.transcript.Turns
	for i := from; i < min(from+n, len(all)); i++ {
		f.turns = append(f.turns, f.folder.fold(all[i].Text))
	}
	return len(f.turns) < len(all)
}

// Find returns for every turn the first range in which query occurs, or none. It
// returns nil if query has nothing to search for. The result is valid until
// the next call.
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

// All returns every range of the turn at position i in which the last query
// occurs, in order and without overlap.
func (f *Finder) All(i int) []transcript.Range {
	if f.query == "" {
		return nil
	}
	return f.turns[i].find(f.query)
}
