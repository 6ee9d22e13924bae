package edit

import "slices"

// Log lists an editor's steps (changes to a transcript) in the order in which they
// were made. The zero Log is empty and ready to use.
type Log struct {
	Steps []Step `json:"steps"`
	Done  int    `json:"done"` // the first Done steps are applied; the others were undone and can be redone
	// Encoding is the name of the source's encoding, as the editor chose it. If it is
	// "", the encoding is detected.
	Encoding string `json:"encoding,omitempty"`
}

// Add appends s, an editor's new change, to the applied steps. It deletes the undone
// steps, so they can no longer be redone.
func (l *Log) Add(s Step) {
	if l.Done < len(l.Steps) {
		// A caller may still have a slice with the undone steps. With this capacity,
		// append copies the list and does not overwrite them.
		l.Steps = l.Steps[:l.Done:l.Done]
	}
	l.Steps = append(l.Steps, s)
	l.Done++
}

// Undo undoes the step (change by the editor) that was applied last. It returns false
// if no step is applied.
func (l *Log) Undo() bool {
	if l.Done == 0 {
		return false
	}
	l.Done--
	return true
}

// Redo applies the step (change by the editor) that was undone last. It returns false
// if no step is undone.
func (l *Log) Redo() bool {
	if l.Done >= len(l.Steps) {
		return false
	}
	l.Done++
	return true
}

// Drop deletes the step (change by the editor) that was applied last. Call it if that
// step did not fit the transcript.
func (l *Log) Drop() {
	if l.Undo() {
		l.Steps = l.Steps[:l.Done:l.Done]
	}
}

// InForce returns the applied steps (an editor's changes), each at its index in the log.
// A step of [KindTakeBack] undoes an earlier step. In the result, the earlier step is
// replaced by the zero Step, which changes nothing.
func (l *Log) InForce() []Step {
	steps := slices.Clone(l.Steps[:min(max(l.Done, 0), len(l.Steps))])
	for i, s := range steps {
		if s.Kind == KindTakeBack && s.At >= 0 && s.At < i {
			steps[s.At] = Step{}
		}
	}
	return steps
}
