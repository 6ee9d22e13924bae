package edit

import (
	"slices"
	"strings"

	"quoteline/shared/transcript"
)

func (w *work) speakers(s *Step) string {
	if s.Kind == KindAddSpeaker {
		return w.addSpeaker(s.Speaker, Line(s.Value))
	}
	i := w.t.SpeakerIndex(s.Speaker)
	if i < 0 {
		return "The speaker is no longer there."
	}
	if s.Kind == KindMerge {
		return w.merge(i, s.Into)
	}
	return w.describe(&w.t.Speakers[i], s.Field, s.Value)
}

func (w *work) addSpeaker(id, name string) string {
	switch {
	case name == "":
		return "A speaker has a name."
	case id == "" || w.t.SpeakerIndex(id) >= 0:
		return "There is a speaker with this id already."
	}
	w.t.Speakers = append(w.t.Speakers, transcript.Speaker{ID: id, Name: name, Kind: transcript.KindGuest})
	return ""
}

func (w *work) describe(speaker *transcript.Speaker, field, value string) string {
	switch field {
	case "name":
		if value = Line(value); value == "" {
			return "A speaker has a name."
		}
		speaker.Name = value
	case "role":
		speaker.Role = Line(value)
	case "kind":
		speaker.Kind = transcript.SpeakerKind(value)
	case "sameAs":
		speaker.SameAs = strings.Fields(value)
	default:
		return "Speakers have no such field."
	}
	return ""
}

// merge makes one speaker of two: it replaces speaker i by another speaker, whose id
// is in the parameter called "into". The names of speaker i become aliases of the
// other speaker. The result is "", or the reason why the change is not possible.
func (w *work) merge(i int, into string) string {
	k := w.t.SpeakerIndex(into)
	if k < 0 || k == i {
		return "The speaker to merge with is no longer there."
	}
	gone, kept := w.t.Speakers[i], &w.t.Speakers[k]
	names := slices.Clone(kept.Aliases)
	for _, name := range append([]string{gone.Name}, gone.Aliases...) {
		if name != kept.Name && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	kept.Aliases = names
	for n := range w.t.Turns {
		if w.t.Turns[n].Speaker == gone.ID {
			w.t.Turns[n].Speaker = into
		}
	}
	w.t.Speakers = slices.Delete(w.t.Speakers, i, i+1)
	return ""
}
