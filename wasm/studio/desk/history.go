package desk

import "quoteline/shared/edit"

// undoable returns the name of the editing step that Undo would undo. It returns "" if there
// is no such step.
func (d *Desk) undoable() string {
	if d.log.Done == 0 {
		return ""
	}
	return called(&d.log.Steps[d.log.Done-1])
}

func (d *Desk) redoable() string {
	if d.log.Done >= len(d.log.Steps) {
		return ""
	}
	return called(&d.log.Steps[d.log.Done])
}

// misfitting returns the names of the editing steps that could not be applied, each with the
// reason.
func (d *Desk) misfitting() []string {
	list := []string{}
	for _, m := range d.misfits {
		if len(list) < maxListed {
			list = append(list, sentenceStart(called(&d.log.Steps[m.Step]))+": "+m.Reason)
		}
	}
	return list
}

// called returns the name of an editing step, for the buttons Undo and Redo.
func called(s *edit.Step) string {
	// On the button, the step's name follows a word and a colon, as in "Undo: merge of two
	// speakers".
	switch s.Kind {
	case edit.KindSource:
		return "edit of line in the source"
	case edit.KindLeaveOut:
		return "leaving out what was not understood"
	case edit.KindDecide:
		return "choice"
	case edit.KindMeta:
		return "change of " + s.Field
	case edit.KindSpeaker:
		return "change of a speaker’s " + s.Field
	case edit.KindAddSpeaker:
		return "new speaker " + s.Value
	case edit.KindMerge:
		return "merge of two speakers"
	case edit.KindAssign:
		return "change of a turn’s speaker"
	case edit.KindPart:
		return "change of a turn’s kind"
	case edit.KindWords:
		return "edit of words"
	case edit.KindStart:
		return "change of a time"
	case edit.KindSplit:
		return "split of a turn"
	case edit.KindJoin:
		return "join of two turns"
	case edit.KindRemove:
		return "removal of a turn"
	case edit.KindTopic, edit.KindNoTopic:
		return "change of a topic"
	case edit.KindTakeBack:
		return "split of two speakers"
	}
	return "step"
}
