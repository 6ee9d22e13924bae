package api

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"

	"quoteline/shared/ingest"
	"quoteline/worker/reply"
)

// ingest parses the body, a file in any format of [ingest.Ingest], and answers with
// the transcript and the report. It stores nothing. The content determines the format;
// the parameter name only names the file in errors.
func (a *api) ingest(r *http.Request) (*reply.Answer, error) {
	if err := a.slow(r, IngestLimit, r.RemoteAddr); err != nil {
		return nil, err
	}
	src, err := readSource(r)
	if err != nil {
		return nil, err
	}
	if err := a.countBytes(r, len(src)); err != nil {
		return nil, err
	}
	// Without a budget, a hostile source of 2 MB could take 1 GB of memory.
	budget := &ingest.Budget{Max: ingestLimits(len(src))}
	result, err := ingest.Ingest(src, ingest.Options{Budget: budget})
	if err != nil {
		return nil, refused(r.URL.Query().Get("name"), err)
	}
	body, err := encodeResult(result, budget.Used().Answer)
	if err != nil {
		return nil, err
	}
	return reply.Uncached("application/json", body), nil
}

// readSource reads the body. It stops after maxSource bytes.
func readSource(r *http.Request) ([]byte, error) {
	if coding := r.Header.Get("Content-Encoding"); coding != "" && !strings.EqualFold(coding, "identity") {
		return nil, unsupported("Send the file without a Content-Encoding.")
	}
	if r.ContentLength > maxSource {
		return nil, errLongSource()
	}
	var src bytes.Buffer
	src.Grow(int(max(0, r.ContentLength)) + bytes.MinRead) // else the buffer doubles until it is large enough
	if _, err := src.ReadFrom(io.LimitReader(r.Body, maxSource+1)); err != nil {
		return nil, &reply.Error{Code: reply.InvalidTranscript, Detail: "The body ended too early."}
	}
	if src.Len() > maxSource {
		return nil, errLongSource()
	}
	return src.Bytes(), nil
}

// refused returns the client's error for a source: why it is not a transcript and
// where, or which limit it exceeds.
func refused(name string, err error) error {
	if e, ok := errors.AsType[*ingest.LimitError](err); ok {
		return errLimit(name, e)
	}
	e, ok := errors.AsType[*ingest.Error](err)
	if !ok {
		return err
	}
	detail := "Line " + strconv.Itoa(e.Line) + ", column " + strconv.Itoa(e.Column) + ": " + e.Reason + "; " + e.Advice + "."
	return &reply.Error{Code: reply.InvalidTranscript, Detail: named(name, detail), Members: e}
}

// named puts the name of a file before a sentence about it.
func named(name, detail string) string {
	if name == "" {
		return detail
	}
	return name + ": " + detail
}
