// Package publisher describes the tokens of publishers, who may store transcripts.
//
// A token is "ql_KEY_SECRET". KEY is public and identifies the token. SECRET is random,
// and the database has only a hash of the whole token.
package publisher

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Prefix is the start of every token.
const Prefix = "ql_"

// maxName is the greatest length, in bytes, of a token's name. It is also the limit for
// the beginning of a transcript id.
const maxName = 64

// Key is what the database knows of a token. The zero Key is for an unknown token.
type Key struct {
	ID        string   // the KEY part of the token
	Name      string   // who uses the token, as in "anna-desk"; "" if the token has no name
	Hash      string   // see [Hash]
	IDs       []string // beginnings of the transcript ids that may be published; empty for all ids
	RevokedAt string   // RFC 3339 date-time, UTC; "" while the token is valid
}

// KeyOf returns the KEY part of a token. If the text is not a token, the result is
// some part of the text, and a key of the database may be equal to it. So the caller
// must also compare the hash of the whole text with the hash of that key (see
// [Hash]).
func KeyOf(token string) string {
	key, _, _ := strings.Cut(strings.TrimPrefix(token, Prefix), "_") // "ql_k1_secret": k1
	return key
}

// Hash returns the SHA-256 that the database has for a token, in hex. It is not
// salted: SECRET has 256 random bits, so no attacker can guess it.
//
// A token can be bound to some transcript ids. The argument ids has the beginnings of
// these ids. They are part of the hash. So a Worker of an older release, which does
// not know them, refuses such a token and does not accept it for all transcripts.
func Hash(token string, ids []string) string {
	for _, id := range ids {
		token += " " + id
	}
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// Allows reports whether the token may publish the transcript id.
func (k *Key) Allows(id string) bool {
	for _, start := range k.IDs {
		if strings.HasPrefix(id, start) {
			return true
		}
	}
	return len(k.IDs) == 0
}

// IsName reports whether s can be the name of a token or the beginning of a transcript
// id: 1 to 64 lower-case letters, digits and hyphens.
func IsName(s string) bool {
	for i := range len(s) {
		c := s[i]
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return s != "" && len(s) <= maxName
}
