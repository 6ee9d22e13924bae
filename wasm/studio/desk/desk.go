// Package desk is the studio without a screen: a source that is open, the steps
// of its editor, and what the page shows of both. It sends the page no more than
// that needs, because a source may have 100,000 lines.
package desk

import (
	"encoding/json"
	"errors"
	"slices"

	"quoteline/shared/edit"
	"quoteline/shared/ingest"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// Desk is one source and what became of it.
type Desk struct {
	text     string // the source as it came, in UTF-8
	encoding string // that it came in
	log      edit.Log
	progress func(ingest.Stage)

	reading reading
	steps   []edit.Step // in force, with their places in the source as it is
	misfits []edit.Misfit
	current *transcript.Transcript
	layout  *timeline.Layout
}

// reading is what ingest made of the source.
type reading struct {
	text        string // the source as the steps change it
	undo, apply []string
	result      *ingest.Result
	pieces      []piece
	named       int            // ids of pieces so far
	numbers     map[string]int // id of a turn in the result → its number there
	firstPiece  []int          // number of a turn → 1 + the piece in which it begins, 0 for none
	unread      []int          // positions of the remarks on what was not understood and not left out
}

// Open reads a source and plays the steps of log, which may be empty. Progress is
// called at the start of each stage. The error is an [*ingest.Error] if the source
// is no transcript.
func Open(src []byte, log edit.Log, progress func(ingest.Stage)) (*Desk, error) {
	text, encoding, err := ingest.Text(src)
	if err != nil {
		return nil, err
	}
	d := &Desk{text: text, encoding: encoding, log: log, progress: progress}
	return d, d.refresh()
}

// Do carries out a step. One that does not fit, or that leaves a source which
// cannot be read, is taken out again and its reason is the error.
func (d *Desk) Do(s edit.Step) error {
	undone := slices.Clone(d.log.Steps[d.log.Done:])
	d.log.Add(s)
	position := d.log.Done - 1
	err := d.refresh()
	for _, m := range d.misfits {
		if m.Step == position {
			err = errors.New(m.Reason)
		}
	}
	if err == nil {
		return nil
	}
	d.log.Drop()
	d.log.Steps = append(d.log.Steps, undone...)
	return errors.Join(err, d.refresh())
}

// Undo takes the last step back, if there is one.
func (d *Desk) Undo() error {
	d.log.Undo()
	return d.refresh()
}

// Redo puts the step that was undone last in force again, if there is one.
func (d *Desk) Redo() error {
	d.log.Redo()
	return d.refresh()
}

// Log returns the steps as JSON, for [Open].
func (d *Desk) Log() ([]byte, error) { return json.Marshal(d.log) }

// refresh plays the log. The source is read again only where that has changed.
func (d *Desk) refresh() error {
	text, steps, misfits := edit.Source(d.text, d.log.InForce())
	undo, apply := edit.Choices(steps)
	if r := &d.reading; r.result == nil || r.text != text || !slices.Equal(r.undo, undo) || !slices.Equal(r.apply, apply) {
		if err := d.read(text, undo, apply); err != nil {
			return err
		}
	}
	d.steps = steps
	d.reading.unread = d.unread()
	misfits = append(misfits, edit.Unused(steps, d.reading.result.Report.Unused)...)
	current, more := edit.Apply(d.reading.result.Transcript, steps)
	d.current, d.misfits = current, append(misfits, more...)
	d.layout = timeline.Lay(current, &timeline.View{})
	return nil
}

func (d *Desk) read(text string, undo, apply []string) error {
	result, err := ingest.Ingest([]byte(text), ingest.Options{Undo: undo, Apply: apply, Progress: d.progress})
	if err != nil {
		return err
	}
	if d.encoding != "" {
		result.Report.Encoding = d.encoding
	}
	numbers := make(map[string]int, len(result.Transcript.Turns))
	for i := range result.Transcript.Turns {
		numbers[result.Transcript.Turns[i].ID] = i + 1
	}
	r := reading{text: text, undo: undo, apply: apply, result: result, numbers: numbers}
	r.pieces = cut(text, result.Report.Spans)
	r.name(&d.reading)
	r.place()
	d.reading = r
	return nil
}

// unread returns the remarks on lines that were not understood and that no step
// leaves out. The transcript cannot be published while there are any.
func (d *Desk) unread() []int {
	var list []int
	for i, m := range d.reading.result.Report.Remarks {
		if m.Kind == ingest.RemarkUnknown && !edit.LeftOut(d.steps, m.Position) {
			list = append(list, i)
		}
	}
	return list
}

// Preview returns the turns from ≤ i < to of the edited transcript as JSON for
// the widget, which needs a title to show.
func (d *Desk) Preview(from, to int) ([]byte, error) {
	t := *d.current
	if t.Title == "" {
		t.Title = "No title yet"
	}
	to = min(to, len(t.Turns))
	t.Turns = t.Turns[min(max(from, 0), to):to]
	return json.Marshal(&t)
}
