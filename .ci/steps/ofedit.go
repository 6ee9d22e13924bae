package main

import (
	"strings"

	"quoteline/shared/edit"
	"quoteline/shared/ingest"
)

// steps returns one editing step for each turn of the scene. The steps go through ten
// kinds (change words, split a turn, join two turns …) again and again.
func steps(s *scene) []edit.Step {
	var all []edit.Step
	for i := range s.Turns {
		kind := []edit.Kind{edit.KindWords, edit.KindSplit, edit.KindJoin, edit.KindAssign, edit.KindTopic,
			edit.KindRemove, edit.KindPart, edit.KindStart, edit.KindNoTopic, edit.KindTakeBack}[i%10]
		all = append(all, edit.Step{Kind: kind, Turn: s.Turns[i].ID, Speaker: "a", Topic: "c" + id(i), At: 1, Value: "other words"})
	}
	return all
}

func sourceSteps(s *scene) []edit.Step {
	var all []edit.Step
	for i := range s.Turns {
		all = append(all, edit.Step{Kind: edit.KindSource, Line: 1, Column: i + 1, Before: "a", Value: "b"},
			edit.Step{Kind: edit.KindDecide, Decision: "label-1-1", Line: 1, Column: i + 1},
			edit.Step{Kind: edit.KindLeaveOut, Line: i + 1, Column: 1})
	}
	return all
}

func log(s *scene) *edit.Log {
	l := &edit.Log{}
	for _, step := range steps(s) {
		l.Add(step)
	}
	return l
}

func ofEdit() []probe {
	return []probe{
		{name: "edit.Choices", talk: func(s *scene) func() {
			all := sourceSteps(s)
			return func() { edit.Choices(all) }
		}},
		{name: "edit.Field", talk: func(s *scene) func() { return func() { edit.Field(s.Transcript, "title") } }},
		{name: "edit.LeftOut", talk: func(s *scene) func() {
			all := sourceSteps(s)
			return func() { edit.LeftOut(all, ingest.Position{Line: 1, Column: 1}) }
		}},
		{name: "edit.Line", text: func(s string) func() { return func() { edit.Line(s) } }},
		{name: "edit.Prose", text: func(s string) func() { return func() { edit.Prose(s) } }},
		{name: "edit.Source", text: func(s string) func() {
			step := edit.Step{Kind: edit.KindSource, Line: 1 + strings.Count(s, "\n"), Column: 1, Value: s}
			return func() { edit.Source(s, []edit.Step{step}) }
		}},
		{name: "edit.Source", talk: func(s *scene) func() {
			all := sourceSteps(s)
			text := strings.Repeat("a", 100)
			return func() { edit.Source(text, all) }
		}},
		// For each editing step, Apply looks at every turn. If the editing steps and
		// the turns both became more, the counted steps would grow with their product.
		// So the first probe has only 20 editing steps, and the second has a short
		// transcript.
		{name: "edit.Apply", talk: func(s *scene) func() {
			all := steps(s)[:min(20, len(s.Turns))]
			return func() { edit.Apply(s.Transcript, all) }
		}},
		{name: "edit.Apply", talk: func(s *scene) func() {
			all, short := steps(s), said("a short text")
			for i := range all {
				if all[i].Turn = id(i % 2); all[i].Kind == edit.KindSplit || all[i].Kind == edit.KindTopic {
					all[i].Kind = edit.KindWords // else turns and topics grow as well
				}
			}
			return func() { edit.Apply(short, all) }
		}},
		{name: "edit.Unused", talk: func(s *scene) func() {
			all := sourceSteps(s)
			ids := make([]string, len(all))
			for i := range ids {
				ids[i] = id(i)
			}
			return func() { edit.Unused(all, ids) }
		}},
		{name: "edit.Log.Add", talk: func(s *scene) func() { return func() { log(s) } }},
		{name: "edit.Log.Drop", talk: func(s *scene) func() { return func() { log(s).Drop() } }},
		{name: "edit.Log.InForce", talk: func(s *scene) func() { return func() { log(s).InForce() } }},
		{name: "edit.Log.Redo", talk: func(s *scene) func() { return func() { log(s).Redo() } }},
		{name: "edit.Log.Undo", talk: func(s *scene) func() { return func() { log(s).Undo() } }},
	}
}
