package api

import (
	"net/http"

	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// holds returns an error if the condition in If-Match or If-None-Match is false for the
// newest version (RFC 9110, section 13.1). A withdrawn transcript has no entity tag.
func holds(r *http.Request, head transcript.Head) error {
	tag := ""
	if head.Version > 0 && !head.Withdrawn {
		tag = reply.Tag(head.Body)
	}
	if lines := r.Header.Values("If-Match"); len(lines) > 0 && (tag == "" || !reply.Names(lines, tag, true)) {
		return stale(mismatch(lines, tag), tag)
	}
	if lines := r.Header.Values("If-None-Match"); len(lines) > 0 && tag != "" && reply.Names(lines, tag, false) {
		return stale("There already is a transcript with this id.", tag)
	}
	return nil
}

// mismatch explains why If-Match does not hold. A proxy that compresses an answer makes
// its entity tag weak, as in W/"5d41". A weak tag never matches here (RFC 9110, section
// 13.1.1).
func mismatch(lines []string, tag string) string {
	if tag != "" && reply.Names(lines, tag, false) {
		return "If-Match names the newest version by a weak tag, which never matches. Send the tag without W/."
	}
	return "If-Match does not name the newest version. Read it again and merge the changes."
}

// stale returns an error with status 412. Its member etag is the entity tag of the
// newest version, and is missing if there is none.
func stale(detail, tag string) error {
	return &reply.Error{Code: reply.PreconditionFailed, Detail: detail, Members: struct {
		ETag string `json:"etag,omitempty"`
	}{tag}}
}
