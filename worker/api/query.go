package api

import (
	"net/url"
	"strconv"

	"quoteline/worker/reply"
)

// The number of entries on a page. defaultLimit applies if the client requests no
// number, and maxLimit is the largest number that it may request.
const (
	defaultLimit = 20
	maxLimit     = 100
)

// limitOf reads the query parameter limit, which is the largest number of entries on a
// page. It may be from 1 to maxLimit.
func limitOf(values url.Values) (int, error) {
	if !values.Has("limit") {
		return defaultLimit, nil
	}
	limit, err := strconv.Atoi(values.Get("limit"))
	if err != nil || limit < 1 || limit > maxLimit {
		return 0, reply.Bad("limit", "limit must be a whole number from 1 to "+strconv.Itoa(maxLimit)+".")
	}
	return limit, nil
}
