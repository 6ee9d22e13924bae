package jsonform

import (
	"errors"
	"strconv"

	"golang.org/x/text/unicode/norm"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Quoteline returns the format of a transcript in the JSON that Quoteline itself
// writes.
func Quoteline() draft.Format {
	return treeFormat("quoteline-json", func(root *node) bool {
		return root.member("schema") != nil && root.member("turns") != nil
	}, readQuoteline)
}

// readQuoteline reads a transcript in the JSON that Quoteline itself writes, and
// changes nothing in it. If the transcript is not valid, the error has the position
// of the first fault.
func readQuoteline(src *source.Source, root *node, _ *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	t, err := transcript.Parse([]byte(src.Text[src.Start:]))
	if e, ok := errors.AsType[*transcript.SyntaxError](err); ok {
		return nil, "", src.ErrorAt(src.Start+e.Offset, e.Reason, "write it as the transcript format's documentation says")
	}
	t.Complete()
	faults := append(t.Validate(), t.CheckNormal(norm.NFC.IsNormalString)...)
	if len(faults) > 0 {
		at := root.pointed(faults[0].Pointer)
		return nil, "", src.ErrorAt(int(at.start), faults[0].Error(), "faults in all: "+strconv.Itoa(len(faults)))
	}
	// The transcript t is the result. The report also needs the positions of the turns
	// and the metadata in the source, so they are recorded in d.
	d := draft.New(src)
	d.Ready = t
	for _, name := range []string{"title", "summary", "note", "id", "lang"} {
		if n := root.member(name); n.isString() {
			d.Account(draft.SpanMeta, n.content())
		}
	}
	for _, s := range root.member("speakers").items() {
		if n := s.member("name"); n.isString() {
			d.Account(draft.SpanMeta, n.content())
		}
	}
	for _, turn := range root.member("turns").items() {
		text := turn.member("text")
		d.BeginCue(draft.Cue{Note: turn.member("kind").value() == string(transcript.Note)})
		if text.isString() {
			d.AddMeaning(text.content(), text.text, '\n')
		}
	}
	return d, "JSON: a schema and turns, as this project writes it", nil
}
