package api

import (
	"bytes"
	"encoding/json"
	"slices"

	"quoteline/shared/ingest"
	"quoteline/shared/transcript"
)

// encodeResult returns the same JSON as [json.Marshal] would. It encodes the long lists
// a few items at a time, because json.Marshal would need three times as much memory as
// the answer has. Size is the approximate length of the answer in bytes.
func encodeResult(r *ingest.Result, size int) ([]byte, error) {
	t, report := *r.Transcript, *r.Report
	t.Turns = []transcript.Turn{}
	report.Decisions, report.Remarks, report.Spans = []ingest.Decision{}, []ingest.Remark{}, []ingest.Span{}
	rest, err := json.Marshal(ingest.Result{Transcript: &t, Report: &report})
	if err != nil {
		return nil, err
	}
	// writeList looks for the first text `"turns":[]`. That is always the empty list.
	// The words of a transcript cannot contain this text: in a JSON string, a quotation
	// mark is written as \".
	w := &resultWriter{dst: make([]byte, 0, size), rest: rest}
	writeList(w, "turns", r.Transcript.Turns)
	writeList(w, "decisions", r.Report.Decisions)
	writeList(w, "remarks", r.Report.Remarks)
	writeList(w, "spans", r.Report.Spans)
	return append(w.dst, w.rest...), w.err
}

// resultWriter writes the JSON of an imported transcript. It copies JSON whose long
// lists are still empty, such as "turns":[], and inserts the items of each list there.
// writeList must be called for each list, in the order in which the JSON has the lists.
type resultWriter struct {
	dst  []byte
	rest []byte // the JSON that is not copied yet
	err  error
}

// writeList copies the JSON up to the empty list called name. Then it writes the items
// of list instead of the empty list.
func writeList[T any](w *resultWriter, name string, list []T) {
	const atOnce = 128
	before, after, _ := bytes.Cut(w.rest, []byte(`"`+name+`":[]`))
	w.dst, w.rest = append(append(w.dst, before...), `"`+name+`":[`...), after
	for chunk := range slices.Chunk(list, atOnce) {
		items, err := json.Marshal(chunk)
		if err != nil {
			w.err = err
			return
		}
		w.dst = append(append(w.dst, items[1:len(items)-1]...), ',')
	}
	w.dst = append(bytes.TrimSuffix(w.dst, []byte(",")), ']')
}
