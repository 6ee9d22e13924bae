// Package desk holds the state of the studio, the page on which an editor turns a source
// text into a transcript. The state consists of the open source, the editing steps of the
// editor, and the data about both that the page shows. A source may have 100,000 lines, so
// the page gets only the rows that it asks for.
package desk

import (
	"encoding/json"
	"errors"
	"slices"

	"quoteline/shared/edit"
	"quoteline/shared/ingest"
	"quoteline/shared/propose"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// Desk is the state of the studio, the page where an editor turns a source text into a
// transcript: the open source, the editor's steps, and the transcript that results from
// both.
type Desk struct {
	text     string          // the source as it was opened, in UTF-8
	file     string          // the name of the source's file, "" for none
	encoding string          // the source's original encoding
	remarks  []ingest.Remark // on what the text does not have, such as deleted words of a document
	log      edit.Log
	progress func(ingest.Stage)

	reading reading
	steps   []edit.Step // the steps in force, with their positions in the present source
	misfits []edit.Misfit
	current *transcript.Transcript
	layout  *timeline.Layout
}

// reading is the result of reading the source with package ingest, the importer.
type reading struct {
	text        string // the source as the steps have changed it
	undo, apply []string
	result      *ingest.Result
	pieces      []piece
	proposals   []propose.Proposal
	named       int   // number of ids that pieces have got so far
	unread      []int // positions of the remarks that the method unread returns
}

// Open reads a source text and applies the editing steps in log, which may be empty. The
// argument file is the name of the source's file, or "". Open calls progress at the start of
// each stage of reading. The error is an [*ingest.Error] if the source is not a transcript.
func Open(src []byte, file string, log edit.Log, progress func(ingest.Stage)) (*Desk, error) {
	source, err := ingest.Decode(src, log.Encoding)
	if err != nil {
		return nil, err
	}
	// The log (the list of the editing steps) comes from the browser's storage, where
	// anything may have changed it. log.Done is the number of steps that are applied, and
	// it may be negative or too large.
	log.Done = min(max(log.Done, 0), len(log.Steps))
	d := &Desk{text: source.Text, file: file, encoding: source.Encoding, remarks: source.Remarks, log: log, progress: progress}
	return d, d.refresh()
}

// Do applies an editing step. If the step does not fit the source, or if the source cannot be
// read after the step, Do removes the step and returns the reason as the error.
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

// Undo undoes the last editing step, if there is one.
func (d *Desk) Undo() error {
	d.log.Undo()
	return d.refresh()
}

// Redo applies the editing step that was undone last, if there is one.
func (d *Desk) Redo() error {
	d.log.Redo()
	return d.refresh()
}

// Log returns the editing steps as JSON. A caller can decode the JSON as an edit.Log and
// pass it to [Open] later.
func (d *Desk) Log() ([]byte, error) { return json.Marshal(d.log) }

// refresh applies the editing steps of the log. It reads the source again only if a step has
// changed the source's text, or the editor's choice of how to read a part of it.
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
	result, err := ingest.Ingest([]byte(text), ingest.Options{Undo: undo, Apply: apply, Progress: d.progress, Remarks: d.remarks})
	if err != nil {
		return err
	}
	if d.encoding != "" {
		result.Report.Encoding = d.encoding
	}
	r := reading{text: text, undo: undo, apply: apply, result: result, proposals: propose.All(text, d.file, result)}
	r.pieces = cut(text, result.Report.Spans)
	r.name(&d.reading)
	r.place()
	d.reading = r
	return nil
}

// unread returns the indexes of the remarks (entries of the import report) about lines that
// the importer did not understand. It omits the lines that the editor has chosen to leave
// out. If the result is not empty, the transcript cannot be published.
func (d *Desk) unread() []int {
	var list []int
	for i, m := range d.reading.result.Report.Remarks {
		if m.Kind == ingest.RemarkUnknown && !edit.LeftOut(d.steps, m.Position) {
			list = append(list, i)
		}
	}
	return list
}

// Preview returns a range of turns of the edited transcript, as JSON for the widget. The
// argument from is the first index of the range, and to is the index after the last. The
// widget needs a title. If the transcript has none, the title in the JSON is "No title yet".
func (d *Desk) Preview(from, to int) ([]byte, error) {
	t := *d.current
	if t.Title == "" {
		t.Title = "No title yet"
	}
	to = min(to, len(t.Turns))
	t.Turns = t.Turns[min(max(from, 0), to):to]
	return json.Marshal(&t)
}
