package api

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net/http"
	"strings"

	"quoteline/worker/reply"
)

// tokenPrefix is the start of a publisher's token, as in "ql_KEY_SECRET". The store
// looks up a token by its KEY, and has only a hash of the whole token. The hash is not
// salted: the SECRET has 256 random bits, so no attacker can guess it.
const tokenPrefix = "ql_"

// authorize checks the token in the request's Authorization field, and returns the
// token's KEY. If the token is missing or unknown, authorize returns an error with
// status 401. If one client has sent too many such requests, the status is 429.
func (a *api) authorize(r *http.Request) (key string, err error) {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return "", a.refuse(r, "Send a publisher's token: Authorization: Bearer ql_…", `Bearer realm="quoteline"`)
	}
	token = strings.TrimSpace(token)
	key, _, _ = strings.Cut(strings.TrimPrefix(token, tokenPrefix), "_") // "ql_k1_secret": k1
	hash, err := a.Publisher.TokenHash(r.Context(), key)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256([]byte(token))
	if subtle.ConstantTimeCompare([]byte(hex.EncodeToString(sum[:])), []byte(hash)) != 1 {
		return "", a.refuse(r, "This token is not known.", `Bearer realm="quoteline", error="invalid_token"`)
	}
	return key, a.slow(r, TokenLimit, key)
}

// refuse returns the error for a request without a valid token (RFC 6750, section 3).
// It counts such requests of each client address against a limit, so that guessing
// tokens takes long.
func (a *api) refuse(r *http.Request, detail, challenge string) error {
	if err := a.slow(r, AddressLimit, r.RemoteAddr); err != nil {
		return err
	}
	return &reply.Error{
		Code:   reply.Unauthorized,
		Detail: detail,
		Header: http.Header{"Www-Authenticate": {challenge}},
	}
}

// Limit is the name of a rate limit. A rate limit is a largest number of requests in
// one minute, and wrangler.toml sets this number.
type Limit string

// The names of the rate limits that wrangler.toml defines.
const (
	TokenLimit   Limit = "TOKEN_LIMIT"   // writes with one token
	AddressLimit Limit = "ADDRESS_LIMIT" // writes from one client address without a valid token
	IngestLimit  Limit = "INGEST_LIMIT"  // files to be parsed from one client address
)

// slow counts a request for key against a rate limit. If the request exceeds the limit,
// slow returns an error with status 429.
func (a *api) slow(r *http.Request, limit Limit, key string) error {
	if a.Allow == nil {
		return nil
	}
	allowed, err := a.Allow(r.Context(), limit, key)
	if err != nil || allowed {
		return err
	}
	return &reply.Error{
		Code:   reply.TooManyRequests,
		Detail: "Too many requests. Wait a minute and send this one again.",
		Header: http.Header{"Retry-After": {"60"}},
	}
}
