package api

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"time"

	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// Publisher stores new versions of transcripts.
type Publisher interface {
	// BuiltIn reports whether the transcript is compiled into the program.
	BuiltIn(id string) bool
	// Head returns the newest version, on which the next one is based. Its Version is 0
	// if the id is unknown.
	Head(ctx context.Context, id string) (transcript.Head, error)
	// RemovedTurns returns the turns that were in an earlier version and dropped by a
	// later one: their ids, speakers and last texts.
	RemovedTurns(ctx context.Context, id string) ([]transcript.Turn, error)
	// Publish stores a new version (an edition) if its number follows that of the
	// newest version. It reports whether it stored the new version.
	Publish(ctx context.Context, e *transcript.Edition) (bool, error)
	// TokenHash returns the SHA-256, in hex, of the token with that key. It
	// returns "" for an unknown key.
	TokenHash(ctx context.Context, key string) (string, error)
}

// attempts is how often a write is tried. A write starts again if another write to the
// transcript came first. A write with If-Match fails at its second attempt, because the
// version has changed.
const attempts = 8

// put publishes a transcript, or a new version of it.
//
// The entity tag of the stored transcript is in the JSON of the answer. The answer has
// no ETag field, because the stored transcript differs from the sent one (RFC 9110,
// section 9.3.4).
func (a *api) put(r *http.Request) (*reply.Answer, error) {
	id := r.PathValue("id")
	if err := a.mayWrite(r, id); err != nil {
		return nil, err
	}
	body, err := readJSON(r)
	if err != nil {
		return nil, err
	}
	warnings := unknownMembers(body)
	for range attempts {
		// Each attempt parses the body again, because publish changes the turns of
		// next.
		next, err := parseTranscript(body, id)
		if err != nil {
			return nil, err
		}
		answer, err := a.publish(r, next)
		if err != nil {
			return nil, err
		}
		if answer != nil {
			answer.Warnings = warnings
			return a.replyPublished(answer)
		}
	}
	return nil, errBusy()
}

// mayWrite returns an error if the token or the transcript's id does not allow a write.
func (a *api) mayWrite(r *http.Request, id string) error {
	if _, err := a.authorize(r); err != nil {
		return err
	}
	if a.Publisher.BuiltIn(id) {
		return &reply.Error{Code: reply.BuiltIn, Detail: "This transcript is part of the program. Publish under another id."}
	}
	return nil
}

// publish stores next as the version after the newest one. It returns nil, nil if
// another write was stored in the meantime.
func (a *api) publish(r *http.Request, next *transcript.Transcript) (*publication, error) {
	head, err := a.Publisher.Head(r.Context(), next.ID)
	if err != nil {
		return nil, err
	}
	previous, err := decoded(head)
	if err != nil {
		return nil, err
	}
	lost, err := a.Publisher.RemovedTurns(r.Context(), next.ID)
	if err != nil {
		return nil, err
	}
	// Align lets turns that an editor reworded or moved keep their ids, so that links
	// to them still work.
	removed := transcript.Align(previous, next, lost)
	p := &publication{ID: next.ID, URL: reply.Origin(r) + "/v1/transcripts/" + next.ID, Page: reply.Origin(r) + "/t/" + next.ID}
	p.Changes = changesOf(previous, next, removed)
	if same, err := sameAs(head, previous, next); err != nil || same {
		p.Version, p.ETag = head.Version, reply.Tag(head.Body)
		return p, err
	}
	if err := holds(r, head); err != nil {
		return nil, err
	}
	e, err := a.edition(next, previous, head, removed)
	if err != nil {
		return nil, err
	}
	stored, err := a.Publisher.Publish(r.Context(), e)
	if err != nil || !stored {
		return nil, err
	}
	p.Version, p.ETag, p.created = e.Version, reply.Tag(e.Body), head.Version == 0 || head.Withdrawn
	return p, nil
}

// decoded returns the newest version decoded, or an empty transcript if there is none.
func decoded(head transcript.Head) (*transcript.Transcript, error) {
	if head.Version == 0 {
		return new(transcript.Transcript), nil
	}
	return transcript.Parse(head.Body)
}

// sameAs reports whether next equals the newest version. That happens if a client lost
// the answer and sends its request again. The repeated request stores nothing and
// succeeds, even if its conditions no longer hold (RFC 9110, section 13.1.1).
func sameAs(head transcript.Head, previous, next *transcript.Transcript) (bool, error) {
	if head.Version == 0 || head.Withdrawn {
		return false, nil
	}
	again := *next
	again.Version = previous.Version
	if undated(next, previous) {
		again.DateModified = previous.DateModified
	}
	body, err := encode(&again)
	return bytes.Equal(body, head.Body), err
}

// edition sets the version and the date of next, and returns it in the form that is
// stored.
func (a *api) edition(next, previous *transcript.Transcript, head transcript.Head, removed []transcript.Removal) (*transcript.Edition, error) {
	next.Version = head.Version + 1
	if undated(next, previous) {
		next.DateModified = a.Now().UTC().Format(time.RFC3339)
	}
	body, err := encode(next)
	if err != nil {
		return nil, err
	}
	if len(body) > MaxBody {
		return nil, errTooLarge()
	}
	return &transcript.Edition{ID: next.ID, Version: next.Version, Body: body, Removed: removed}, nil
}

// encode returns v as JSON in which <, > and & are not escaped.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

func errBusy() error {
	return &reply.Error{
		Code:   reply.Unavailable,
		Detail: "Other writes to this transcript came first. Send the request again.",
		Header: http.Header{"Retry-After": {"1"}},
	}
}
