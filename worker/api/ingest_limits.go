package api

import (
	"net/http"
	"strconv"

	"quoteline/shared/ingest"
	"quoteline/worker/reply"
)

// maxSource is the largest number of bytes that a source may have. Interviews are
// shorter, and a Worker has enough memory to parse a source of this length.
// worker/shim/limits.mjs has the same number.
const maxSource = 2 << 20

// bytesPerCall is the number of bytes of a source for which [IngestLimit] is counted
// once.
const bytesPerCall = 64 << 10

// ingestLimits returns the steps and sizes that a source of size bytes may use. Anyone
// may send a source, so reading it must end within two seconds and 50 MB, whatever it
// contains. Several short sources may be read at the same time, so a short source gets
// less memory. An interview of three hours needs a tenth of each limit.
func ingestLimits(size int) ingest.Limits {
	return ingest.Limits{
		Steps:  48_000_000,
		Lines:  100_000,
		Values: min(200_000, 20_000+size/8),
		Labels: 2_000,
		Cues:   40_000,
		Turns:  25_000,
		Answer: min(14_000_000, 1_000_000+12*size),
	}
}

// countBytes counts the size of a source against [IngestLimit]. Cloudflare counts only
// calls, so each started 64 KiB of the source is one call: a short interview takes 1,
// the longest source 32. The caller has already made the first call, before it read the
// body.
func (a *api) countBytes(r *http.Request, size int) error {
	for counted := bytesPerCall; counted < size; counted += bytesPerCall {
		if err := a.slow(r, IngestLimit, r.RemoteAddr); err != nil {
			return err
		}
	}
	return nil
}

// elsewhere is the advice in errors: where a source that exceeds the limits can be
// read.
const elsewhere = `Read it in the studio or with the command "quoteline ingest", which have no such limit.`

func errLongSource() error {
	return &reply.Error{
		Code:   reply.TooLarge,
		Detail: "A source may have " + strconv.Itoa(maxSource) + " bytes here. " + elsewhere,
		Members: &ingest.LimitError{
			Limit: "bytes",
			Max:   maxSource,
		},
	}
}

// errLimit returns the error for a source that exceeds a limit.
func errLimit(name string, e *ingest.LimitError) error {
	detail := "The source needs more than " + strconv.Itoa(e.Max) + " " + e.Limit + ", which is the limit here. " + elsewhere
	return &reply.Error{Code: reply.TooLarge, Detail: named(name, detail), Members: e}
}
