package api

import (
	"net/http"
	"strconv"

	"quoteline/shared/ingest"
	"quoteline/worker/pace"
	"quoteline/worker/reply"
)

// maxSource is the largest length of a file to import, in bytes. The transcript of an
// interview is shorter than 2 MiB. A Worker has enough memory to import a file of this
// length. worker/shim/limits.mjs has the same number.
const maxSource = 2 << 20

// bytesPerCall is how many bytes of a file count as one request against the rate limit
// [IngestLimit]. A file of 100 KiB, for example, counts as two requests.
const bytesPerCall = 64 << 10

// ingestLimits returns the limits for the import of a file, such as the largest number of
// steps. The argument size is the length of the file in bytes. Anyone may send a file. So
// the import must not take more than two seconds and 50 MB, whatever the file contains.
// Several short files can be imported at the same time, so a short file gets less memory.
// An interview of three hours needs a tenth of each limit.
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

// countBytes counts the size of a file against the rate limit [IngestLimit]. Cloudflare
// can count only calls, so countBytes makes one call for each started 64 KiB of the
// file. For a short interview that is 1 call, and for the longest file 32 calls. The
// first call is not made here, because ingest makes it before it reads the body. After
// some calls countBytes pauses, so that other requests are answered.
func (a *api) countBytes(r *http.Request, size int) error {
	p := pace.Of(r.Context())
	for counted := bytesPerCall; counted < size; counted += bytesPerCall {
		if err := a.slow(r, IngestLimit, r.RemoteAddr); err != nil {
			return err
		}
		p.Steps(bytesPerCall)
	}
	return nil
}

// elsewhere is the last sentence of the errors for files that exceed a limit. It names
// two other ways to import such a file, which have no limits.
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

// errLimit returns the error for a file that exceeds a limit of the import.
func errLimit(name string, e *ingest.LimitError) error {
	detail := "The source needs more than " + strconv.Itoa(e.Max) + " " + e.Limit + ", which is the limit here. " + elsewhere
	return &reply.Error{Code: reply.TooLarge, Detail: named(name, detail), Members: e}
}
