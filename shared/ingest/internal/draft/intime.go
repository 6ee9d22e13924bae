package draft

import (
	"cmp"
	"slices"
)

// InTime sorts pieces of speech by their start. The pieces come from several rows, such
// as the annotation tiers of Praat or the channels of a call. The order of the pieces in
// one row never changes. The argument row is a function that returns the row of a piece.
// The argument start is a function that returns the start of a piece in any unit, or a
// negative number if the source gives none.
func InTime[T any](list []T, row func(*T) int, start func(*T) float64) []T {
	// Each piece is sorted by the latest start that its row has had so far. So a piece
	// without a start follows the piece before it in its row. Example: row A has pieces
	// at 0 and 4, and row B has one at 2. The order is A, B, A. If row A had its piece at
	// 4 first, the order would be B, A, A.
	type placed struct {
		piece T
		at    float64
	}
	latest, all := map[int]float64{}, make([]placed, len(list))
	for i := range list {
		k := row(&list[i])
		latest[k] = max(latest[k], start(&list[i]))
		all[i] = placed{list[i], latest[k]}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return cmp.Compare(a.at, b.at) })
	for i := range all {
		list[i] = all[i].piece
	}
	return list
}
