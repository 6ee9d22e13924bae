package edit

import (
	"encoding/json"
	"strings"
	"testing"

	"quoteline/shared/transcript"
)

// fuzzLog decodes the list of an editor's steps that the studio keeps in a browser's
// storage. Other scripts may have changed the stored text, so data can be anything.
func fuzzLog(data []byte) []Step {
	var log Log
	if json.Unmarshal(data, &log) != nil || len(log.Steps) > 50 {
		return nil
	}
	return log.InForce()
}

func seedLogs(f *testing.F, text string) {
	for _, log := range []string{
		`{"steps":[{"kind":"split","turn":"a","at":3},{"kind":"join","turn":"b"}],"done":2}`,
		`{"steps":[{"kind":"words","turn":"b","value":"x\n\ny"},{"kind":"take-back","at":0},{"kind":"topic","turn":"a","topic":"t","value":"T"}],"done":3}`,
		`{"steps":[{"kind":"merge","speaker":"s","into":"r"},{"kind":"start","turn":"a","value":"1:02"},{"kind":"remove","turn":"a"}],"done":3}`,
		`{"steps":[{"kind":"source","line":1,"column":2,"before":"ou","value":"\r\n"},{"kind":"leave-out","line":1,"column":4}],"done":2}`,
		`{"steps":[{"kind":"meta","field":"title","value":"\u0000"}],"done":-1}`,
	} {
		f.Add([]byte(log), text)
	}
}

// FuzzApply applies any steps (an editor's changes) to a transcript. In the result, each
// turn must have a different id and some words. The original transcript must not change.
func FuzzApply(f *testing.F) {
	seedLogs(f, "Our words.")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		steps := fuzzLog(data)
		if text = Prose(text); text == "" {
			return
		}
		base := &transcript.Transcript{
			Speakers: []transcript.Speaker{{ID: "s", Name: "S", Kind: transcript.KindHost}, {ID: "r", Name: "R"}},
			Turns:    []transcript.Turn{{ID: "a", Speaker: "s", Text: text}, {ID: "b", Speaker: "r", Text: text, ReplyTo: "a"}},
		}
		before, _ := json.Marshal(base)
		got, misfits := Apply(base, steps)
		if after, _ := json.Marshal(base); string(after) != string(before) {
			t.Fatalf("the base was changed to %s", after)
		}
		for _, m := range misfits {
			if m.Step < 0 || m.Step >= len(steps) || m.Reason == "" {
				t.Fatalf("misfit %+v of %d steps", m, len(steps))
			}
		}
		seen := map[string]bool{}
		for _, turn := range got.Turns {
			if turn.ID == "" || seen[turn.ID] || turn.Text == "" || got.SpeakerIndex(turn.Speaker) < 0 {
				t.Fatalf("turn %+v after %+v", turn, steps)
			}
			seen[turn.ID] = true
		}
		if len(got.Turns) == 0 || len(got.Turns) > len(base.Turns)+len(steps) {
			t.Fatalf("%d turns after %d steps", len(got.Turns), len(steps))
		}
	})
}

// FuzzSource applies any steps (an editor's changes) to the text of a source. The text
// may become longer only by the values that the steps insert.
func FuzzSource(f *testing.F) {
	seedLogs(f, "\ufeffYou: our\r\nwords\rand more\n")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		steps := fuzzLog(data)
		most := len(text)
		for _, s := range steps {
			most += len(s.Value)
		}
		got, moved, misfits := Source(text, steps)
		if len(got) > most || len(moved) != len(steps) || len(misfits) > 2*len(steps) {
			t.Fatalf("%d bytes, %d steps, %d misfits of %q and %+v", len(got), len(moved), len(misfits), text, steps)
		}
		if len(steps) == 0 && got != text {
			t.Fatalf("%q without steps became %q", text, got)
		}
		undo, apply := Choices(moved)
		Unused(moved, append(undo, apply...))
		if line := Line(text); strings.ContainsAny(line, "\r\n") || Line(line) != line {
			t.Fatalf("%q became the line %q", text, line)
		}
	})
}
