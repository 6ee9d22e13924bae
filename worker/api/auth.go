package api

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net/http"
	"strings"

	"quoteline/worker/reply"
)

// tokenPrefix starts a publisher's token, as in "ql_KEY_SECRET". The store finds
// the token by its key and has only a hash of the whole. The hash needs no salt,
// because the secret has 256 random bits.
const tokenPrefix = "ql_"

// authorize returns the key of the request's token. Without a known token the
// error is 401, or 429 if there were too many requests.
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

// refuse returns the error for a request without a valid token (RFC 6750,
// section 3). It also limits such requests by address, so that guessing is slow.
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

// Limit names a limit of requests in one minute. wrangler.toml has the numbers.
type Limit string

// The limits.
const (
	TokenLimit   Limit = "TOKEN_LIMIT"   // writes of a token
	AddressLimit Limit = "ADDRESS_LIMIT" // writes from an address with no token or a wrong one
	IngestLimit  Limit = "INGEST_LIMIT"  // files from an address that are parsed
)

// slow counts a request against a limit, and returns 429 if it is over.
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
