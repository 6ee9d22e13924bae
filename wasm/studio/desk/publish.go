package desk

import (
	"bytes"
	"encoding/json"

	"quoteline/shared/render"
	"quoteline/shared/transcript"
)

// Publication returns what is sent to be published: the transcript, without a
// time of its last change, which the store gives it. Where note is not empty,
// readers of the version before are told of every reworded turn: date is the day
// of it, as RFC 3339 writes it.
func (d *Desk) Publication(before []byte, date, note string) ([]byte, error) {
	t := *d.current
	t.DateModified = ""
	if note != "" {
		changes, err := d.Compare(before)
		if err != nil {
			return nil, err
		}
		t.Corrections = append([]transcript.Correction{}, t.Corrections...)
		for _, r := range changes.Reworded {
			t.Corrections = append(t.Corrections, transcript.Correction{
				Date: date, Turn: r.Turn, Note: note, Before: r.Before.Text, After: r.After.Text,
			})
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(&t)
	return b.Bytes(), err
}

// Compare returns the difference between another version, as JSON, and the
// present state.
func (d *Desk) Compare(other []byte) (*transcript.Changes, error) {
	t, err := transcript.Parse(other)
	if err != nil {
		return nil, err
	}
	return transcript.Diff(t, d.current), nil
}

// Snippet returns what a newsroom pastes into a page, for a transcript that is
// published at the endpoint with that origin.
func (d *Desk) Snippet(base string) string {
	return string(render.AppendSnippet(nil, d.current, render.Options{Base: base}))
}
