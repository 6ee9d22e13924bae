package reply

import (
	"errors"
	"maps"
	"net/http"
)

// CacheAge is the time for which a cached answer is fresh, in seconds.
const CacheAge = 60

// cacheControl is the Cache-Control field of answers that may be cached. A browser uses
// its copy for a minute (CacheAge). After that it still shows the copy, and fetches the
// newest version for the next time. The edge cache may keep its copy for a day.
const cacheControl = "public, max-age=60, s-maxage=86400, stale-while-revalidate=604800"

// Cached returns an answer with status 200 that caches may keep. Its entity tag
// is made from the body.
func Cached(mediaType string, body []byte) *Answer {
	a := New(http.StatusOK, mediaType, body)
	a.Header.Set("Cache-Control", cacheControl)
	a.Header.Set("ETag", Tag(body))
	return a
}

// Uncached returns an answer with status 200 that no cache may keep.
func Uncached(mediaType string, body []byte) *Answer {
	a := New(http.StatusOK, mediaType, body)
	a.Header.Set("Cache-Control", noStore)
	return a
}

const noStore = "no-store"

// VaryAccept adds "Vary: Accept" to the answer or, if err is an [*Error], to the
// error's header fields. It is for answers that depend on the Accept field.
func VaryAccept(a *Answer, err error) (*Answer, error) {
	vary := http.Header{"Vary": {"Accept"}}
	if failure, ok := errors.AsType[*Error](err); ok {
		failure.Header = vary
	} else if err == nil {
		maps.Copy(a.Header, vary)
	}
	return a, err
}
