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

// ingest parses the body, which is a file in any format that [ingest.Ingest] reads. It
// answers with the transcript and with a report on how it was read, and stores nothing.
// The content determines the format. The query parameter "name" is the file's name in
// error messages.
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
	// The budget limits steps and memory: without it, a hostile source of 2 MB could
	// use 1 GB of memory.
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

// readSource reads the body. A body of more than maxSource bytes is an error, and the
// remaining bytes are not read.
func readSource(r *http.Request) ([]byte, error) {
	if coding := r.Header.Get("Content-Encoding"); coding != "" && !strings.EqualFold(coding, "identity") {
		return nil, unsupported("Send the file without a Content-Encoding.")
	}
	if r.ContentLength > maxSource {
		return nil, errLongSource()
	}
	var src bytes.Buffer
	src.Grow(int(max(0, r.ContentLength)) + bytes.MinRead) // room for the whole body: without it the buffer is doubled and copied again and again
	if _, err := src.ReadFrom(io.LimitReader(r.Body, maxSource+1)); err != nil {
		return nil, &reply.Error{Code: reply.InvalidTranscript, Detail: "The body ended too early."}
	}
	if src.Len() > maxSource {
		return nil, errLongSource()
	}
	return src.Bytes(), nil
}

// refused returns the error that a client gets for a source that was not read. It says
// why the source is not a transcript and where, or which limit the source exceeds.
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

// named puts the name of a file, if it is known, before a sentence about the file.
func named(name, detail string) string {
	if name == "" {
		return detail
	}
	return name + ": " + detail
}
