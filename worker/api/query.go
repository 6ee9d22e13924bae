package api

import (
	"net/url"
	"strconv"

	"quoteline/worker/reply"
)

// The number of entries on a page: the default, and the largest that a client may ask
// for.
const (
	defaultLimit = 20
	maxLimit     = 100
)

// limitOf reads the parameter limit: how many entries a page may have, from 1 to
// maxLimit.
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
