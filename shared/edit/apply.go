package edit

import (
	"slices"

	"quoteline/shared/transcript"
)

// Apply copies a transcript, the argument base. It applies the steps (an editor's
// changes) to the copy in order, and returns the copy. The original transcript does not
// change. A step that does not fit is skipped and returned as a [Misfit] with the
// reason. Apply ignores the steps that change the source text, because [Source] applies
// them. It also ignores the steps that reverse a decision (a choice of package ingest).
// [Choices] returns these decisions, and ingest reverses them when it reads the source.
//
// Every speaker has a kind (host, guest, ...), and every turn has one too (question,
// answer, ...). If the original transcript's kinds of turns follow from its kinds of
// speakers, Apply derives the turns' kinds again after the steps. A kind that a step of
// [KindPart] sets is kept.
func Apply(base *transcript.Transcript, steps []Step) (*transcript.Transcript, []Misfit) {
	w := newWork(base)
	var misfits []Misfit
	for i := range steps {
		if reason := w.step(&steps[i]); reason != "" {
			misfits = append(misfits, Misfit{i, reason})
		}
	}
	w.finish()
	return w.t, misfits
}

// work is the transcript while the steps (an editor's changes) are applied to it.
type work struct {
	t       *transcript.Transcript
	derived bool                           // finish derives the kinds of turns from the kinds of speakers
	parts   map[string]transcript.TurnKind // kinds that steps set, by the id of the turn
}

func newWork(base *transcript.Transcript) *work {
	w := &work{t: clone(base), parts: map[string]transcript.TurnKind{}}
	linked := clone(base)
	linked.Link()
	w.derived = slices.EqualFunc(base.Turns, linked.Turns, func(a, b transcript.Turn) bool {
		return a.Kind == b.Kind && a.ReplyTo == b.ReplyTo
	})
	return w
}

// clone copies a transcript so that an editor's steps can change the copy. The copy
// shares two things with t: the slices inside a speaker or a turn, and the structs
// that pointers refer to. A step replaces these and never changes them.
func clone(t *transcript.Transcript) *transcript.Transcript {
	c := *t
	c.Speakers = slices.Clone(t.Speakers)
	c.Topics = slices.Clone(t.Topics)
	c.Turns = slices.Clone(t.Turns)
	return &c
}

// step applies s, one change by the editor. It returns "" if that succeeds, else the
// reason why s does not fit, as a sentence for the editor.
func (w *work) step(s *Step) string {
	switch s.Kind {
	case "", KindSource, KindLeaveOut, KindDecide, KindTakeBack:
		return ""
	case KindMeta:
		return w.meta(s)
	case KindSpeaker, KindAddSpeaker, KindMerge:
		return w.speakers(s)
	case KindTopic, KindNoTopic, KindAssign, KindPart, KindWords, KindStart, KindSplit, KindJoin, KindRemove:
		return w.turns(s)
	}
	return "This kind of step is not known."
}

func (w *work) turns(s *Step) string {
	// An earlier change by the editor may have removed the turn, or joined it to the
	// turn before it.
	i := w.t.TurnIndex(s.Turn)
	if i < 0 {
		return "The turn is no longer there."
	}
	switch s.Kind {
	case KindAssign:
		return w.assign(i, s.Speaker)
	case KindPart:
		return w.part(i, transcript.TurnKind(s.Value))
	case KindWords:
		return w.words(i, s.Value)
	case KindStart:
		return w.start(i, s.Value)
	case KindSplit:
		return w.split(i, s.At, s.Speaker)
	case KindJoin:
		return w.join(i)
	case KindRemove:
		return w.remove(i)
	case KindTopic:
		return w.beginTopic(i, s.Topic, s.Value)
	}
	return w.endTopic(i)
}

// finish sets the fields that depend on other fields: the kind of each turn
// (question, answer, ...), the question that each answer replies to, and the list of
// topics.
func (w *work) finish() {
	if w.derived {
		w.t.Link()
	}
	for i := range w.t.Turns {
		turn := &w.t.Turns[i]
		if part, ok := w.parts[turn.ID]; ok {
			turn.Kind = part
			if part != transcript.Answer {
				turn.ReplyTo = ""
			}
		}
	}
	w.dropTopics()
	w.t.Complete()
}
