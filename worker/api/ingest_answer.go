package api

import (
	"encoding/json"

	"quoteline/shared/ingest"
	"quoteline/shared/transcript"
	"quoteline/worker/pace"
)

// encodeResult returns the same JSON as [json.Marshal] would. It encodes the long lists a
// few items at a time, because json.Marshal would need three times as much memory as the
// answer has. Between the items it pauses, so that other requests are answered. Size is
// the approximate length of the answer in bytes.
func encodeResult(p *pace.Pace, r *ingest.Result, size int) ([]byte, error) {
	t, report := *r.Transcript, *r.Report
	t.Turns = []transcript.Turn{}
	report.Decisions, report.Remarks, report.Spans = []ingest.Decision{}, []ingest.Remark{}, []ingest.Span{}
	rest, err := json.Marshal(ingest.Result{Transcript: &t, Report: &report})
	if err != nil {
		return nil, err
	}
	w := &listWriter{encode: json.Marshal, pace: p, dst: make([]byte, 0, size), rest: rest}
	writeList(w, "turns", r.Transcript.Turns)
	writeList(w, "decisions", r.Report.Decisions)
	writeList(w, "remarks", r.Report.Remarks)
	writeList(w, "spans", r.Report.Spans)
	return append(w.dst, w.rest...), w.err
}
