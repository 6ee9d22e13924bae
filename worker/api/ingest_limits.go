package api

import (
	"net/http"
	"strconv"

	"quoteline/shared/ingest"
	"quoteline/worker/reply"
)

// maxSource is the length of the longest source, in bytes. No interview is as long,
// and a Worker's memory is enough to parse it. worker/shim/limits.mjs has the same
// number.
const maxSource = 2 << 20

// bytesPerCall is how many bytes of a source one call of [IngestLimit] counts.
const bytesPerCall = 64 << 10

// ingestLimits returns what a source of that many bytes may take. Anyone may send
// one, so reading it must end within two seconds and 50 MB, whatever it contains. A
// short source may take less, because several are read side by side. An interview
// of three hours takes a tenth of each limit.
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

// countBytes counts the size of a source against [IngestLimit]. The platform only
// counts calls. So a source takes one call for each started 64 KiB: a short interview
// 1, the longest source 32. The first call was made before the body was read.
func (a *api) countBytes(r *http.Request, size int) error {
	for counted := bytesPerCall; counted < size; counted += bytesPerCall {
		if err := a.slow(r, IngestLimit, r.RemoteAddr); err != nil {
			return err
		}
	}
	return nil
}

// elsewhere names the places where a larger source can be read.
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
