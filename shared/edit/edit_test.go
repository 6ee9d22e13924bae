package edit

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"quoteline/shared/ingest"
	"quoteline/shared/transcript"
)

const source = `Host: Who built the arch?
Guest: My grandfather did. He had two friends.
Host: Did it ever fall?
Guest: Once, in a storm.
Guestt: Thank you.
`

func ingested(t *testing.T, src string, undo, apply []string) *transcript.Transcript {
	t.Helper()
	meta := ingest.Meta{ID: "arches", Title: "On arches", Lang: "en", Editing: transcript.EditingVerbatim}
	r, err := ingest.Ingest([]byte(src), ingest.Options{Meta: meta, Undo: undo, Apply: apply})
	if err != nil {
		t.Fatal(err)
	}
	return r.Transcript
}

// summary writes each turn on one line, as "speaker/kind/topic: text".
func summary(t *transcript.Transcript) string {
	var b strings.Builder
	for _, turn := range t.Turns {
		b.WriteString(turn.Speaker + "/" + string(turn.Kind) + "/" + strings.Join(turn.Topics, "+") + ": " +
			strings.ReplaceAll(turn.Text, "\n", "¶") + "\n")
	}
	return b.String()
}

func TestSteps(t *testing.T) {
	base := ingested(t, source, nil, nil)
	id := func(n int) string { return base.Turns[n-1].ID }
	for _, tt := range []struct {
		name  string
		steps []Step
		want  string // lines of the result's summary that the summary of base does not have
		check func(*transcript.Transcript) bool
	}{
		{"merge", []Step{{Kind: KindMerge, Speaker: "guestt", Into: "guest"}}, "guest/answer/: Thank you.\n",
			func(t *transcript.Transcript) bool {
				return len(t.Speakers) == 2 && t.Speakers[1].Aliases[0] == "Guestt"
			}},
		{"rename", []Step{{Kind: KindSpeaker, Speaker: "guest", Field: "name", Value: " Speaker\u00a0A "}}, "",
			func(t *transcript.Transcript) bool { return t.Speakers[1].Name == "Speaker\u00a0A" }},
		{"host", []Step{{Kind: KindSpeaker, Speaker: "guestt", Field: "kind", Value: "host"}}, "guestt/statement/: Thank you.\n", nil},
		{"assign to somebody new", []Step{
			{Kind: KindAddSpeaker, Speaker: "b", Value: "Speaker B"},
			{Kind: KindAssign, Turn: id(4), Speaker: "b"},
		}, "b/answer/: Once, in a storm.\n", nil},
		{"part", []Step{{Kind: KindPart, Turn: id(3), Value: "statement"}}, "host/statement/: Did it ever fall?\n", nil},
		{"words", []Step{{Kind: KindWords, Turn: id(4), Value: "Twice,\r\n\r\n in cafe\u0301s.\t"}}, "guest/answer/: Twice,¶in cafés.\n", nil},
		{"split", []Step{{Kind: KindSplit, Turn: id(2), At: 20, Speaker: "host"}},
			"guest/answer/: My grandfather did.\nhost/statement/: He had two friends.\n", nil},
		{"join", []Step{{Kind: KindJoin, Turn: id(4)}}, "host/question/: Did it ever fall?¶Once, in a storm.\n", nil},
		{"remove", []Step{{Kind: KindRemove, Turn: id(5)}}, "",
			func(t *transcript.Transcript) bool { return len(t.Turns) == 4 }},
		{"topics", []Step{
			{Kind: KindTopic, Turn: id(1), Topic: "arch", Value: "The arch"},
			{Kind: KindTopic, Turn: id(3), Topic: "storm", Value: "The strom"},
			{Kind: KindTopic, Turn: id(3), Topic: "other", Value: "The storm"},
			{Kind: KindTopic, Turn: id(2), Topic: "gone", Value: "Gone"},
			{Kind: KindNoTopic, Turn: id(2)},
		}, "host/question/arch: Who built the arch?\nguest/answer/arch: My grandfather did. He had two friends.\n" +
			"host/question/storm: Did it ever fall?\nguest/answer/storm: Once, in a storm.\nguestt/answer/storm: Thank you.\n",
			func(t *transcript.Transcript) bool {
				return slices.Equal(t.Topics, []transcript.Topic{{ID: "arch", Label: "The arch"}, {ID: "storm", Label: "The storm"}})
			}},
		{"metadata", []Step{
			{Kind: KindMeta, Field: "publisher.name", Value: "The Paper"},
			{Kind: KindMeta, Field: "media.url", Value: "https://edge.example/a.mp3"},
			{Kind: KindMeta, Field: "media.type", Value: "audio/mpeg"},
			{Kind: KindMeta, Field: "media.duration", Value: "1:02:03.5"},
		}, "", func(t *transcript.Transcript) bool {
			return t.Publisher.Name == "The Paper" && t.Media.Duration == 3_723_500 && Field(t, "media.duration") == "1:02:03.5"
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, misfits := Apply(base, tt.steps)
			if len(misfits) > 0 {
				t.Fatal(misfits)
			}
			if faults := got.Validate(); len(faults) > 0 && tt.name != "metadata" {
				t.Error(faults)
			}
			fresh := ""
			for line := range strings.Lines(summary(got)) {
				if !strings.Contains(summary(base), line) {
					fresh += line
				}
			}
			if tt.want != fresh && !strings.Contains(summary(got), tt.want) || tt.check != nil && !tt.check(got) {
				t.Errorf("got\n%s\nspeakers %v", summary(got), got.Speakers)
			}
		})
	}
}

func TestInvalidStepsAreReported(t *testing.T) {
	base := ingested(t, source, nil, nil)
	steps := []Step{
		{Kind: KindWords, Turn: "gone", Value: "x"},
		{Kind: KindWords, Turn: base.Turns[0].ID, Value: " \n"},
		{Kind: KindMerge, Speaker: "host", Into: "host"},
		{Kind: KindSplit, Turn: base.Turns[0].ID, At: 0},
		{Kind: KindJoin, Turn: base.Turns[0].ID},
		{Kind: KindMeta, Field: "turns", Value: "x"},
		{Kind: "dance"},
	}
	got, misfits := Apply(base, steps)
	if len(misfits) != len(steps) || !reflect.DeepEqual(got, base) {
		t.Errorf("%d of %d steps do not fit: %v", len(misfits), len(steps), misfits)
	}
}

// TestChangedDecisions applies some steps (an editor's changes), and then reverses a
// decision (a choice of package ingest). The steps that still fit the new transcript
// must be applied. The others must be reported as steps that do not fit. After the
// reversal is undone, all steps must fit.
func TestChangedDecisions(t *testing.T) {
	const proposed = "merge:Guestt=Guest"
	log := Log{}
	before := ingested(t, source, nil, nil)
	log.Add(Step{Kind: KindWords, Turn: before.Turns[3].ID, Value: "Twice."})
	log.Add(Step{Kind: KindWords, Turn: before.Turns[4].ID, Value: "Thanks."})
	log.Add(Step{Kind: KindDecide, Decision: proposed, Apply: true})
	replay := func() (*transcript.Transcript, []Misfit) {
		undo, apply := Choices(log.InForce())
		return Apply(ingested(t, source, undo, apply), log.InForce())
	}
	got, misfits := replay()
	if len(got.Speakers) != 2 || got.Turns[3].Text != "Twice." {
		t.Fatalf("got %s", summary(got))
	}
	if len(misfits) != 1 || misfits[0].Step != 1 {
		t.Errorf("misfits are %v, want the one on the turn that has another speaker now", misfits)
	}
	log.Undo()
	if got, misfits = replay(); len(misfits) > 0 || got.Turns[4].Text != "Thanks." {
		t.Errorf("got %v %s", misfits, summary(got))
	}
}

func TestUndoneStepsDoNotCount(t *testing.T) {
	base := ingested(t, source, nil, nil)
	log := Log{}
	log.Add(Step{Kind: KindMerge, Speaker: "guestt", Into: "guest"})
	log.Add(Step{Kind: KindMeta, Field: "title", Value: "Another"})
	log.Add(Step{Kind: KindTakeBack, At: 0})
	got, misfits := Apply(base, log.InForce())
	if len(misfits) > 0 || len(got.Speakers) != 3 || got.Title != "Another" {
		t.Errorf("got %d speakers, %q, %v", len(got.Speakers), got.Title, misfits)
	}
	log.Undo()
	if got, _ := Apply(base, log.InForce()); len(got.Speakers) != 2 {
		t.Error("the undoing is undone as well")
	}
}

func TestSource(t *testing.T) {
	text := "\ufeffHost: Ä b.\r\nGest: c.\rHost: d."
	got, _, misfits := Source(text, []Step{
		{Kind: KindSource, Line: 1, Column: 7, Before: "Ä", Value: "Ö\n"},
		{Kind: KindSource, Line: 3, Column: 1, Before: "Gest:", Value: "Guest:"},
		{Kind: KindSource, Line: 2, Column: 1, Before: "Guest:", Value: ""},
		{Kind: KindSource, Line: 9, Column: 1, Before: "", Value: "x"},
	})
	if want := "\ufeffHost: Ö\n b.\r\nGuest: c.\rHost: d."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(misfits) != 2 || misfits[0].Step != 2 || misfits[1].Step != 3 {
		t.Error(misfits)
	}
}

func TestLinesLeftOut(t *testing.T) {
	steps := []Step{{Kind: KindLeaveOut, Line: 2, Column: 1}}
	if p := (ingest.Position{Line: 2, Column: 1}); !LeftOut(steps, p) || LeftOut(steps, ingest.Position{Line: 3, Column: 1}) || LeftOut(nil, p) {
		t.Error("one place is left out, and no other")
	}
	if !LeftOut([]Step{{Kind: KindLeaveOut}}, ingest.Position{Line: 7, Column: 1}) {
		t.Error("all are left out")
	}
}

func TestClock(t *testing.T) {
	for s, want := range map[string]int64{"62": 62_000, "1:02": 62_000, "1:00:02.5": 3_602_500, "-0:03": -3000, "0:00,040": 40} {
		if got, ok := parseClock(s); got != want || !ok {
			t.Errorf("%s is %d, want %d", s, got, want)
		}
		if got, ok := parseClock(FormatClock(want)); got != want || !ok {
			t.Errorf("%d is written as %s", want, FormatClock(want))
		}
	}
	for _, s := range []string{"", "a", "1:60", "1:2:3:4", "1.2.3", "1:-2", "--1", "1.0000"} {
		if got, ok := parseClock(s); ok {
			t.Errorf("%q is %d, want none", s, got)
		}
	}
}

// TestUndoIsExact adds random steps (an editor's changes), undoes them one by one,
// and redoes them all. After a step is undone, the transcript must equal the
// transcript before that step was added. After all steps are redone, it must equal the
// transcript with all steps. The base transcript must never change. Each time, the
// helper apply encodes the log as JSON and decodes it.
func TestUndoIsExact(t *testing.T) {
	base := ingested(t, source, nil, nil)
	untouched := summary(base)
	for seed := range uint64(300) {
		dice := rand.New(rand.NewPCG(seed, 7))
		log := &Log{}
		states := []*transcript.Transcript{apply(t, base, log)}
		for range 12 {
			log.Add(randomStep(dice, states[len(states)-1]))
			states = append(states, apply(t, base, log))
		}
		for _, want := range slices.Backward(states) {
			again := apply(t, base, log)
			if !reflect.DeepEqual(again, want) {
				t.Fatalf("seed %d: undone to\n%s\nwant\n%s", seed, summary(again), summary(want))
			}
			log.Undo()
		}
		for log.Redo() {
		}
		if again := apply(t, base, log); !reflect.DeepEqual(again, states[len(states)-1]) {
			t.Fatalf("seed %d: redone to\n%s", seed, summary(again))
		}
	}
	if summary(base) != untouched {
		t.Error("the base has changed")
	}
}

// apply encodes the log of steps (an editor's changes) as JSON, decodes it, and
// applies it to the transcript base. The result must be valid. If a turn has the same
// id as a turn of base, it must contain the words of that turn. There are two
// exceptions: a step names the turn, or a later turn was joined to it.
func apply(t *testing.T, base *transcript.Transcript, log *Log) *transcript.Transcript {
	t.Helper()
	kept, err := json.Marshal(log)
	if err != nil {
		t.Fatal(err)
	}
	var read Log
	if err := json.Unmarshal(kept, &read); err != nil {
		t.Fatal(err)
	}
	got, _ := Apply(base, read.InForce())
	if faults := got.Validate(); len(faults) > 0 {
		t.Fatalf("%v\n%s\n%s", faults, kept, summary(got))
	}
	changed := map[string]bool{}
	for _, s := range read.InForce() {
		changed[s.Turn] = true
	}
	for i := range base.Turns {
		was := &base.Turns[i]
		k := got.TurnIndex(was.ID)
		next := i + 1
		joined := next < len(base.Turns) && changed[base.Turns[next].ID]
		if k >= 0 && !changed[was.ID] && !joined && got.Turns[k].Text != was.Text && !strings.Contains(got.Turns[k].Text, was.Text) {
			t.Fatalf("turn %s was %q and is %q\n%s", was.ID, was.Text, got.Turns[k].Text, kept)
		}
	}
	return got
}

// randomStep returns a random step (a change by an editor). The step may or may not
// fit the transcript t.
func randomStep(dice *rand.Rand, t *transcript.Transcript) Step {
	turn := t.Turns[dice.IntN(len(t.Turns))]
	speaker := func() string { return t.Speakers[dice.IntN(len(t.Speakers))].ID }
	fresh := strconv.Itoa(dice.IntN(1000))
	kinds := []Kind{
		KindMeta, KindSpeaker, KindAddSpeaker, KindMerge, KindAssign, KindPart, KindWords, KindSplit, KindJoin,
		KindRemove, KindTopic, KindNoTopic, KindDecide,
	}
	s := Step{Kind: kinds[dice.IntN(len(kinds))], Turn: turn.ID, Speaker: speaker(), Into: speaker(), Topic: "t" + fresh, Value: fresh}
	switch s.Kind {
	case KindMeta:
		s.Field = "title"
	case KindSpeaker:
		s.Field, s.Value = "kind", []string{"host", "guest"}[dice.IntN(2)]
	case KindAddSpeaker:
		s.Speaker = "s" + fresh
	case KindPart:
		s.Value = []string{"question", "statement", "answer"}[dice.IntN(3)]
	case KindSplit:
		s.At = dice.IntN(len(turn.Text) + 2)
	}
	return s
}
