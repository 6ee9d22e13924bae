package draft

import "quoteline/shared/ingest/internal/source"

// Ledger makes decisions (choices that an editor can reverse) and stores them for the
// report.
type Ledger struct {
	Budget      *source.Budget
	Decisions   []Decision
	undo, apply map[string]bool // by id of a decision; the value is true after the decision was made
}

// NewLedger returns a ledger, which makes decisions (choices that an editor can reverse)
// while a source is read. A decision whose id is in undo is not applied. A decision whose
// id is in apply is applied, unless its id is in undo too.
func NewLedger(budget *source.Budget, undo, apply []string) *Ledger {
	l := &Ledger{Budget: budget, Decisions: []Decision{}, undo: map[string]bool{}, apply: map[string]bool{}}
	for _, id := range undo {
		l.undo[id] = false
	}
	for _, id := range apply {
		l.apply[id] = false
	}
	return l
}

// Decide stores the decision d (a choice that an editor can reverse) for the report,
// and returns whether d is applied. The default is d.Applied. The editor's options
// can reverse it. If an id is in both Undo and Apply, Undo wins.
func (l *Ledger) Decide(d Decision) bool {
	if _, ok := l.apply[d.ID]; ok {
		l.apply[d.ID], d.Chosen, d.Applied = true, !d.Applied, true
	}
	if _, ok := l.undo[d.ID]; ok {
		l.undo[d.ID], d.Chosen, d.Applied = true, d.Applied, false
	}
	const members = 150 // bytes of JSON besides the texts
	if size := source.JSONSize(d.ID) + source.JSONSize(d.Reason) + source.JSONSize(d.Into); !l.Budget.Answer(members + 2*size) {
		return false
	}
	l.Decisions = append(l.Decisions, d)
	return d.Applied
}

// Undoes reports whether the editor chose not to apply the decision with this id.
func (l *Ledger) Undoes(id string) bool {
	_, ok := l.undo[id]
	return ok
}

// Applies reports whether the editor chose to apply the decision with this id.
func (l *Ledger) Applies(id string) bool {
	_, ok := l.apply[id]
	return ok && !l.Undoes(id)
}

// Unused returns the ids in undo and apply that are not ids of a decision (a choice
// that ingest.Ingest made in this source).
func (l *Ledger) Unused(undo, apply []string) []string {
	ids := []string{}
	for _, id := range undo {
		if !l.undo[id] {
			ids = append(ids, id)
		}
	}
	for _, id := range apply {
		if !l.apply[id] {
			ids = append(ids, id)
		}
	}
	return ids
}
