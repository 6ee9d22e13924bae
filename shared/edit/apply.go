package edit

import (
	"slices"

	"quoteline/shared/transcript"
)

// Apply returns what the steps make of base, which stays as it is. The steps
// that do not fit are left out and returned with the reason. Steps on the source
// and decisions are the business of [Source] and [Choices].
//
// Who asks and who answers follows from the speakers, unless base says otherwise
// or a step does.
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

// work is a transcript in the making.
type work struct {
	t       *transcript.Transcript
	derived bool                           // the parts of the turns follow from the speakers
	parts   map[string]transcript.TurnKind // what steps say of turns, by id
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

// clone copies what steps change in place. Slices inside speakers and turns, and
// what pointers lead to, are replaced and never changed.
func clone(t *transcript.Transcript) *transcript.Transcript {
	c := *t
	c.Speakers = slices.Clone(t.Speakers)
	c.Topics = slices.Clone(t.Topics)
	c.Turns = slices.Clone(t.Turns)
	return &c
}

// step carries s out, or returns why it does not fit.
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
	// Another step may have removed the turn, or joined it to the one before.
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

// finish sets the members that follow from others.
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
