package api

import (
	"bytes"
	"encoding/json"
	"slices"

	"quoteline/shared/transcript"
	"quoteline/worker/pace"
)

// encode returns v as JSON. It does not escape the characters <, > and &, as
// [json.Marshal] would.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// encodeTranscript returns the same JSON as encode would. Between some turns it pauses,
// so that other requests are answered. The list of turns must not be nil. Size is the
// approximate length of the JSON in bytes.
func encodeTranscript(p *pace.Pace, t *transcript.Transcript, size int) ([]byte, error) {
	shell := *t
	shell.Turns = []transcript.Turn{}
	rest, err := encode(&shell)
	if err != nil {
		return nil, err
	}
	w := &listWriter{encode: encode, pace: p, dst: make([]byte, 0, size), rest: rest}
	writeList(w, "turns", t.Turns)
	return append(w.dst, w.rest...), w.err
}

// listWriter writes JSON with long lists in small steps. It starts from JSON in which
// each long list is empty, as in "turns":[]. It copies this JSON, and writes the items
// into the empty lists. writeList must be called for each list, in the order of the JSON.
// writeList encodes a few items at a time. So the work can pause for other requests, and
// needs less memory.
type listWriter struct {
	encode func(v any) ([]byte, error)
	pace   *pace.Pace
	dst    []byte
	rest   []byte // the JSON that is not copied yet
	err    error
}

// writeList copies the JSON up to an empty list, which is the member with the given name.
// Then it writes the items of the argument list instead of the empty list.
//
// It looks for the first text such as "turns":[]. That is always the empty list. The
// words of a transcript cannot contain this text: in a JSON string, a quotation mark is
// written as \".
func writeList[T any](w *listWriter, name string, list []T) {
	const atOnce = 128
	before, after, _ := bytes.Cut(w.rest, []byte(`"`+name+`":[]`))
	w.dst, w.rest = append(append(w.dst, before...), `"`+name+`":[`...), after
	for chunk := range slices.Chunk(list, atOnce) {
		items, err := w.encode(chunk)
		if err != nil {
			w.err = err
			return
		}
		w.dst = append(append(w.dst, items[1:len(items)-1]...), ',')
		w.pace.Steps(len(items))
	}
	w.dst = append(bytes.TrimSuffix(w.dst, []byte(",")), ']')
}
