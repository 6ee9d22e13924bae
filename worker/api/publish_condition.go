package api

import (
	"net/http"

	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// holds checks the condition in the request's If-Match or If-None-Match field (RFC
// 9110, section 13.1). It returns an error if the condition is false for the newest
// version. A withdrawn (unpublished) transcript has no entity tag to compare.
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

// mismatch returns a sentence that explains why the condition in If-Match is false. A
// proxy that compresses answers changes the entity tag to a weak one, as in W/"5d41".
// If-Match compares strongly, so a weak tag never matches (RFC 9110, section 13.1.1).
func mismatch(lines []string, tag string) string {
	if tag != "" && reply.Names(lines, tag, false) {
		return "If-Match names the newest version by a weak tag, which never matches. Send the tag without W/."
	}
	return "If-Match does not name the newest version. Read it again and merge the changes."
}

// stale returns an error with status 412. Its JSON has the member etag with the entity
// tag of the newest version. If tag is "", the member is missing.
func stale(detail, tag string) error {
	return &reply.Error{Code: reply.PreconditionFailed, Detail: detail, Members: struct {
		ETag string `json:"etag,omitempty"`
	}{tag}}
}
