package edit

import (
	"slices"
	"strings"
	"unicode/utf8"

	"quoteline/shared/ingest"
)

// Source applies the steps that change the source (those of [KindSource]) to text. It
// returns the new text, the steps, and the misfits. Each step of KindSource counts
// lines and columns in the text as the steps before it left it; [ingest.Position]
// defines how.
//
// In the returned steps, the positions of decisions and of lines left out are those
// in the new text. If the words at such a position were deleted, the zero Step
// replaces the step.
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

// offset returns the byte offset of position p in text, or -1 if p is after the end.
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

// Choices returns the ids of the decisions that the steps undo and apply, for
// [ingest.Options]. If several steps change the same decision, the last one counts.
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

// Unused returns a misfit for each step that changes a decision which ingest did not
// make. The argument ids lists the ids of these decisions; it is the field Unused of
// [ingest.Report].
func Unused(steps []Step, ids []string) []Misfit {
	var misfits []Misfit
	for i, s := range steps {
		if s.Kind == KindDecide && slices.Contains(ids, s.Decision) && !decided(steps[i+1:], s.Decision) {
			misfits = append(misfits, Misfit{i, "The source leaves nothing to choose here."})
		}
	}
	return misfits
}

// decided reports whether one of the steps changes the decision with this id.
func decided(steps []Step, decision string) bool {
	return slices.ContainsFunc(steps, func(s Step) bool { return s.Kind == KindDecide && s.Decision == decision })
}

// LeftOut reports whether the editor leaves out the line at p, which ingest did not
// understand.
func LeftOut(steps []Step, p ingest.Position) bool {
	return slices.ContainsFunc(steps, func(s Step) bool {
		return s.Kind == KindLeaveOut && (s.Line == 0 || s.Line == p.Line && s.Column == p.Column)
	})
}
