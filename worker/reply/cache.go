package reply

import (
	"errors"
	"maps"
	"net/http"
)

// CacheAge is how long a cached answer is fresh, in seconds.
const CacheAge = 60

// cacheControl says CacheAge to caches. A page shows its copy again at once and
// learns of a new version within a minute; the edge keeps a copy for a day.
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

// VaryAccept adds "Vary: Accept" to an answer or, if err is an [*Error], to that:
// another Accept field would have had another answer.
func VaryAccept(a *Answer, err error) (*Answer, error) {
	vary := http.Header{"Vary": {"Accept"}}
	if failure, ok := errors.AsType[*Error](err); ok {
		failure.Header = vary
	} else if err == nil {
		maps.Copy(a.Header, vary)
	}
	return a, err
}
