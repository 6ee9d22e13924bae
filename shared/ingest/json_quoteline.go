package ingest

import (
	"errors"
	"strconv"

	"golang.org/x/text/unicode/norm"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/jsonpointer"
	"quoteline/shared/transcript"
)

// quoteline returns the format of a transcript in the JSON that Quoteline itself
// writes.
func quoteline() draft.Format {
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
		return nil, "", src.ErrorAt(at.at.Start, faults[0].Error(), "faults in all: "+strconv.Itoa(len(faults)))
	}
	// The transcript t is the result. The report also needs to know where each turn
	// and the metadata are in the source. This is recorded in d.
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

// pointed returns the value at a JSON Pointer, a path such as /turns/3/text (RFC
// 6901). If there is no such value, it returns the innermost value on the path that
// exists.
func (n *node) pointed(pointer string) *node {
	for token, rest, ok := jsonpointer.Next(pointer); ok; token, rest, ok = jsonpointer.Next(rest) {
		next := n.member(token)
		if n.kind == '[' {
			if i, ok := jsonpointer.Index(token, len(n.members)); ok {
				next = &n.members[i]
			}
		}
		if next == nil {
			return n
		}
		n = next
	}
	return n
}

// adopt returns the transcript that was read from Quoteline's own JSON, and lists its
// speakers in the report.
func adopt(d *draft.Draft, r *draft.Report) *transcript.Transcript {
	counts := map[string]int{}
	for i := range d.Ready.Turns {
		counts[d.Ready.Turns[i].Speaker]++
	}
	r.Speakers = []draft.SpeakerCount{}
	for _, s := range d.Ready.Speakers {
		r.Speakers = append(r.Speakers, draft.SpeakerCount{Labels: []draft.LabelCount{{Label: s.Name, Turns: counts[s.ID]}}})
	}
	return d.Ready
}

// turnNumbers returns, for each cue (a piece of speech), the number of the turn that
// contains it. In Quoteline's own JSON, each cue is exactly one turn. The exception
// is the cue at index 0: it is the introduction, and its number is 0.
func turnNumbers(d *draft.Draft) []int {
	number := make([]int, len(d.Cues))
	for i := range number {
		number[i] = i
	}
	return number
}
