package reply

import (
	"errors"
	"net/http"
)

// CacheAge is how long a program may use an oEmbed answer before it asks for a newer one,
// in seconds. An old answer does little harm, because it contains only addresses and a
// title, and no words of a transcript.
const CacheAge = 60

// cacheControl is the Cache-Control field of answers that may be cached. A browser or a
// proxy may store a copy, but asks the server before each use whether the copy is still
// the present one (RFC 9111, section 5.2.2.4). So a reader who comes back never sees
// words that were corrected in the meantime. If nothing has changed, the answer is 304
// without a body. The copies in the edge cache (Cloudflare's) have a time limit of their
// own, which worker/shim sets.
const cacheControl = "public, no-cache"

// Cached returns an answer with status 200 that caches may store. Its entity tag is a
// hash of the body.
func Cached(mediaType string, body []byte) *Answer {
	a := New(http.StatusOK, mediaType, body)
	a.Header.Set("Cache-Control", cacheControl)
	a.Header.Set("ETag", Tag(body))
	return a
}

// Uncached returns an answer with status 200 that caches must not store.
func Uncached(mediaType string, body []byte) *Answer {
	a := New(http.StatusOK, mediaType, body)
	a.Header.Set("Cache-Control", noStore)
	return a
}

const noStore = "no-store"

// VaryAccept adds the header field "Vary: Accept" to an answer. If err is an [*Error],
// VaryAccept adds the field to err, because the client then gets the error. The other
// header fields of err stay. Every function whose answer depends on the request's Accept
// field must call VaryAccept.
func VaryAccept(a *Answer, err error) (*Answer, error) {
	if failure, ok := errors.AsType[*Error](err); ok {
		if failure.Header == nil {
			failure.Header = http.Header{}
		}
		failure.Header.Set("Vary", "Accept")
	} else if err == nil {
		a.Header.Set("Vary", "Accept")
	}
	return a, err
}
