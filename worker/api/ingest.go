package api

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"

	"quoteline/shared/ingest"
	"quoteline/worker/reply"
)

// maxSource is the longest source that is read, in bytes: more than any
// interview, and little enough to be parsed within a Worker's memory.
const maxSource = 2 << 20

// ingest parses the body, a file in any format that [ingest.Ingest] knows, and
// answers the transcript with the report. It stores nothing. The format is
// recognised by content; the name parameter only names the file in errors.
func (a *api) ingest(r *http.Request) (*reply.Answer, error) {
	if err := a.slow(r, IngestLimit, r.RemoteAddr); err != nil {
		return nil, err
	}
	src, err := readSource(r)
	if err != nil {
		return nil, err
	}
	result, err := ingest.Ingest(src, ingest.Options{})
	if err != nil {
		return nil, refused(r.URL.Query().Get("name"), err)
	}
	body, err := json.Marshal(result)
	if err != nil {
		return nil, err
	}
	answer := reply.New(http.StatusOK, "application/json", body)
	answer.Header.Set("Cache-Control", "no-store")
	return answer, nil
}

// readSource reads the body, and no more of it than may be parsed.
func readSource(r *http.Request) ([]byte, error) {
	if coding := r.Header.Get("Content-Encoding"); coding != "" && !strings.EqualFold(coding, "identity") {
		return nil, unsupported("Send the file without a Content-Encoding.")
	}
	if r.ContentLength > maxSource {
		return nil, errLongSource()
	}
	src, err := io.ReadAll(io.LimitReader(r.Body, maxSource+1))
	if err != nil {
		return nil, &reply.Error{Code: reply.InvalidTranscript, Detail: "The body ended too early."}
	}
	if len(src) > maxSource {
		return nil, errLongSource()
	}
	return src, nil
}

func errLongSource() error {
	return &reply.Error{
		Code:   reply.TooLarge,
		Detail: "A source may have " + strconv.Itoa(maxSource) + " bytes. Give a longer one in parts.",
	}
}

// refused tells why a source is no transcript, and where.
func refused(name string, err error) error {
	e, ok := errors.AsType[*ingest.Error](err)
	if !ok {
		return err
	}
	detail := "Line " + strconv.Itoa(e.Line) + ", column " + strconv.Itoa(e.Column) + ": " + e.Reason + "; " + e.Advice + "."
	if name != "" {
		detail = name + ": " + detail
	}
	return &reply.Error{Code: reply.InvalidTranscript, Detail: detail, Members: e}
}
