package edit

import "slices"

// Log holds the steps in the order in which they were made. The zero Log is
// empty and ready.
type Log struct {
	Steps []Step `json:"steps"`
	Done  int    `json:"done"` // how many are in force; the steps after them can be redone
}

// Add puts s in force. What was undone before can no longer be redone.
func (l *Log) Add(s Step) {
	l.Steps = append(l.Steps[:l.Done:l.Done], s)
	l.Done++
}

// Undo puts the last step out of force and reports whether there was one.
func (l *Log) Undo() bool {
	if l.Done == 0 {
		return false
	}
	l.Done--
	return true
}

// Redo puts the step that was undone last in force again and reports whether
// there was one.
func (l *Log) Redo() bool {
	if l.Done >= len(l.Steps) {
		return false
	}
	l.Done++
	return true
}

// Drop removes the last step, which did not fit. It cannot be redone.
func (l *Log) Drop() {
	if l.Undo() {
		l.Steps = l.Steps[:l.Done]
	}
}

// InForce returns the steps that count, at their positions in the log. A
// step that a later one undoes is the zero Step there, which does nothing.
func (l *Log) InForce() []Step {
	steps := slices.Clone(l.Steps[:min(max(l.Done, 0), len(l.Steps))])
	for i, s := range steps {
		if s.Kind == KindTakeBack && s.At >= 0 && s.At < i {
			steps[s.At] = Step{}
		}
	}
	return steps
}
