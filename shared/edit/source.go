package edit

import (
	"slices"
	"strings"
	"unicode/utf8"

	"quoteline/shared/ingest"
)

// Source applies an editor's steps of [KindSource] to the source text, in order. Each of
// these steps replaces words of the text at a line and column, which [ingest.Position]
// defines. The line and column are those in the text as the earlier steps have left it.
// Source returns the new text, all steps, and the steps that did not fit.
//
// Two other kinds of steps also name a line and column: [KindLeaveOut] of a line, and
// [KindDecide] of a decision (a choice of package ingest). A later replacement may move
// the words there. So in the returned steps, the lines and columns are those of the new
// text. If the words were deleted, the zero Step replaces the step.
func Source(text string, steps []Step) (string, []Step, []Misfit) {
	steps = slices.Clone(steps)
	var misfits []Misfit
	for i := range steps {
		s := &steps[i]
		if s.Kind != KindSource {
			continue
		}
		at := offset(text, ingest.Position{Line: s.Line, Column: s.Column})
		if at < 0 || !strings.HasPrefix(text[at:], s.Before) {
			misfits = append(misfits, Misfit{i, "The source has other words at this place."})
			continue
		}
		after := text[:at] + s.Value + text[at+len(s.Before):]
		for _, k := range newMove(text, after, at, s).follow(steps[:i]) {
			misfits = append(misfits, Misfit{k, "The words that it was about were changed."})
		}
		text = after
	}
	return text, steps, misfits
}

// offset returns the byte offset of the line and column p in text. It returns -1 if p
// is after the end of the text.
func offset(text string, p ingest.Position) int {
	const mark = "\ufeff"
	at := len(text) - len(strings.TrimPrefix(text, mark))
	for line := 1; line < p.Line; line++ {
		end := strings.IndexAny(text[at:], "\r\n")
		if end < 0 {
			return -1
		}
		at += end + 1
		if text[at-1] == '\r' && strings.HasPrefix(text[at:], "\n") {
			at++
		}
	}
	for column := 1; column < p.Column; column++ {
		if at >= len(text) {
			return -1
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

// Choices returns two lists of ids of decisions (choices of package ingest): those
// that the editor's steps undo, and those that the steps apply. The lists are for the
// fields Undo and Apply of [ingest.Options]. If several steps change the same decision,
// the last one counts.
func Choices(steps []Step) (undo, apply []string) {
	seen := map[string]bool{}
	for _, s := range slices.Backward(steps) {
		if s.Kind != KindDecide || seen[s.Decision] {
			continue
		}
		seen[s.Decision] = true
		if s.Apply {
			apply = append(apply, s.Decision)
		} else {
			undo = append(undo, s.Decision)
		}
	}
	return undo, apply
}

// Unused returns a [Misfit] for each step that changes a decision (a choice of package
// ingest) which ingest no longer makes. For example, the editor has since deleted the
// words about which ingest had to choose. The argument ids has the ids of these
// decisions, which are in the field Unused of [ingest.Report]. If several steps change
// the same decision, Unused returns a Misfit only for the last one.
func Unused(steps []Step, ids []string) []Misfit {
	unused := make(map[string]bool, len(ids))
	for _, id := range ids {
		unused[id] = true
	}
	last := map[string]int{} // id of a decision → index of the last step that changes it
	for i, s := range steps {
		if s.Kind == KindDecide {
			last[s.Decision] = i
		}
	}
	var misfits []Misfit
	for i, s := range steps {
		if s.Kind == KindDecide && unused[s.Decision] && last[s.Decision] == i {
			misfits = append(misfits, Misfit{i, "The source leaves nothing to choose here."})
		}
	}
	return misfits
}

// decided reports whether one of the editor's steps changes the decision with this
// id. A decision is a choice of package ingest that an editor can reverse.
func decided(steps []Step, decision string) bool {
	return slices.ContainsFunc(steps, func(s Step) bool { return s.Kind == KindDecide && s.Decision == decision })
}

// LeftOut reports whether the editor leaves out the line at position p. Only call it
// for a line that package ingest did not understand. A step (a change by the editor)
// can leave out one such line, or all of them.
func LeftOut(steps []Step, p ingest.Position) bool {
	return slices.ContainsFunc(steps, func(s Step) bool {
		return s.Kind == KindLeaveOut && (s.Line == 0 || s.Line == p.Line && s.Column == p.Column)
	})
}
