package reply

import (
	"errors"
	"net/http"
)

// CacheAge is how long a cache may serve an answer before it asks the server for a
// newer one, in seconds.
const CacheAge = 60

// cacheControl is the Cache-Control field of answers that may be cached. A browser uses
// its copy for a minute (CacheAge). After a minute it still shows the copy, and in the
// background fetches the newest version for the next visit. The edge cache
// (Cloudflare's) may store its copy for a day.
const cacheControl = "public, max-age=60, s-maxage=86400, stale-while-revalidate=604800"

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
// VaryAccept adds the field to err, because the client then gets the error. Every
// function whose answer depends on the request's Accept field must call VaryAccept. The
// other header fields of err stay.
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
