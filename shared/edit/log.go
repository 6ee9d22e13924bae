package edit

import "slices"

// Log holds an editor's steps in the order in which they were made. The zero Log is
// empty and ready to use.
type Log struct {
	Steps []Step `json:"steps"`
	Done  int    `json:"done"` // the first Done steps are applied; the others were undone and can be redone
}

// Add appends s to the applied steps. It deletes the undone steps: they can no longer
// be redone.
func (l *Log) Add(s Step) {
	l.Steps = append(l.Steps[:l.Done:l.Done], s)
	l.Done++
}

// Undo undoes the last applied step. It returns false if there is none.
func (l *Log) Undo() bool {
	if l.Done == 0 {
		return false
	}
	l.Done--
	return true
}

// Redo applies again the step that was undone last. It returns false if no step is
// undone.
func (l *Log) Redo() bool {
	if l.Done >= len(l.Steps) {
		return false
	}
	l.Done++
	return true
}

// Drop deletes the last applied step. It is called if the step did not fit.
func (l *Log) Drop() {
	if l.Undo() {
		l.Steps = l.Steps[:l.Done]
	}
}

// InForce returns the applied steps, each at its index in the log. If a later step of
// [KindTakeBack] undoes a step, the zero Step is at its index; it does nothing.
func (l *Log) InForce() []Step {
	steps := slices.Clone(l.Steps[:min(max(l.Done, 0), len(l.Steps))])
	for i, s := range steps {
		if s.Kind == KindTakeBack && s.At >= 0 && s.At < i {
			steps[s.At] = Step{}
		}
	}
	return steps
}
