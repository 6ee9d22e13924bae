package api

import (
	"crypto/subtle"
	"errors"
	"maps"
	"net/http"
	"strings"

	"quoteline/shared/publisher"
	"quoteline/worker/reply"
)

// publisherField is a header field of the answer to a write (PUT or DELETE) with a valid
// token. A token has the form "ql_KEY_SECRET". The value of the field is KEY, a space,
// and the name of the token, as in "k1 anna-desk". worker/shim logs the value and removes
// the field.
const publisherField = "Quoteline-Publisher"

// identify checks the token in the request's Authorization field, and returns what the
// store knows about the token. If the token is missing, unknown or revoked, identify
// returns an error with status 401. If one client has sent too many requests without a
// valid token, the status is 429.
func (a *api) identify(r *http.Request) (*publisher.Key, error) {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return nil, a.refuse(r, "Send a publisher's token: Authorization: Bearer ql_…", `Bearer realm="quoteline"`)
	}
	token = strings.TrimSpace(token)
	key, err := a.Publisher.Key(r.Context(), publisher.KeyOf(token))
	if err != nil {
		return nil, err
	}
	if key.RevokedAt != "" {
		return nil, a.refuse(r, "This token was revoked at "+key.RevokedAt+". Ask the operator for a new one.", invalidToken)
	}
	if subtle.ConstantTimeCompare([]byte(publisher.Hash(token, key.IDs)), []byte(key.Hash)) != 1 {
		return nil, a.refuse(r, "This token is not known. Check that it is complete, or ask the operator for a new one.", invalidToken)
	}
	return &key, nil
}

// invalidToken is the value of the field WWW-Authenticate in an answer to a token that is
// not valid (RFC 6750, section 3).
const invalidToken = `Bearer realm="quoteline", error="invalid_token"`

// authorize checks whether the request's token may publish the transcript with this id.
// It returns what the store knows about the token. If the token may not publish the
// transcript, authorize returns an error as well. The status is 403 if the token is only
// for other ids, and 429 if the token has been used too often.
func (a *api) authorize(r *http.Request, id string) (*publisher.Key, error) {
	key, err := a.identify(r)
	if err != nil {
		return nil, err
	}
	if err := a.slow(r, TokenLimit, key.ID); err != nil {
		return key, err
	}
	if !key.Allows(id) {
		return key, &reply.Error{
			Code: reply.Forbidden,
			Detail: "This token may publish ids that begin with " + strings.Join(key.IDs, " or ") +
				". Choose such an id, or use another token.",
			Header: http.Header{"Www-Authenticate": {`Bearer realm="quoteline", error="insufficient_scope"`}},
		}
	}
	return key, nil
}

// signed adds the header field publisherField to an answer or to an error that the client
// gets. It changes nothing if key is nil, because then no valid token was sent.
func signed(key *publisher.Key, answer *reply.Answer, err error) (*reply.Answer, error) {
	if key == nil {
		return answer, err
	}
	field := http.Header{publisherField: {key.ID + " " + key.Name}}
	if failure, ok := errors.AsType[*reply.Error](err); ok {
		if failure.Header == nil {
			failure.Header = http.Header{}
		}
		maps.Copy(failure.Header, field)
	} else if err == nil {
		maps.Copy(answer.Header, field)
	}
	return answer, err
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

// slow counts a request against a rate limit. Each value of the argument key has a count
// of its own. If the request exceeds the limit, slow returns an error with status 429.
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
