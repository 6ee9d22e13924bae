package api

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"

	"quoteline/shared/ingest"
	"quoteline/worker/pace"
	"quoteline/worker/reply"
)

// ingest reads the request's body, which is a transcript file in any format that
// [ingest.Ingest] reads. It answers with the transcript as JSON, and with a report on
// how the file was read. It stores nothing. The format is recognised by the file's
// content. The query parameter "name" is the file's name, which is used only in error
// messages.
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
	// The budget limits the steps and the memory of the import. Without it, a file of 2
	// MB that is made for an attack could use 1 GB of memory.
	p := pace.Of(r.Context())
	budget := &ingest.Budget{Max: ingestLimits(len(src)), Work: p.Steps}
	result, err := ingest.Ingest(src, ingest.Options{Budget: budget})
	if e, ok := errors.AsType[*ingest.Error](err); ok && bytes.HasPrefix(src, []byte("PK\x03\x04")) {
		return nil, &reply.Error{Code: reply.UnsupportedType, Detail: "Documents are not read here: " + e.Reason + "; " + e.Advice + "."}
	}
	if err != nil {
		return nil, refused(r.URL.Query().Get("name"), err)
	}
	body, err := encodeResult(p, result, budget.Used().Answer)
	if err != nil {
		return nil, err
	}
	return reply.Uncached("application/json", body), nil
}

// readSource reads the request's body. If the body has more than maxSource bytes,
// readSource stops reading and returns an error.
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

// refused returns the error for a file that could not be imported. The client gets a
// sentence that says why the file cannot be read as a transcript, and at which line and
// column. If the file exceeds a limit, the sentence names the limit instead.
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

// named puts the file's name before a sentence about the file. If the name is "", it
// returns only the sentence.
func named(name, detail string) string {
	if name == "" {
		return detail
	}
	return name + ": " + detail
}
