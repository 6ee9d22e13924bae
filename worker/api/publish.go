package api

import (
	"bytes"
	"context"
	"net/http"
	"time"

	"quoteline/shared/publisher"
	"quoteline/shared/transcript"
	"quoteline/worker/pace"
	"quoteline/worker/reply"
)

// Publisher stores new versions of transcripts. A store with a database implements this
// interface.
type Publisher interface {
	// BuiltIn reports whether the transcript is compiled into the program. Such a
	// transcript cannot be published.
	BuiltIn(id string) bool
	// Head returns the newest version of a transcript. If the id is unknown, the field
	// Version of the result is 0.
	Head(ctx context.Context, id string) (transcript.Head, error)
	// Recall looks for turns with the words or ids in q. It looks among the turns that
	// an earlier version of the transcript had and a later version removed.
	Recall(ctx context.Context, id string, q *transcript.RecallQuery) (*transcript.Recalled, error)
	// Publish stores a new version (an edition) if its number is one more than the number
	// of the newest version, and returns true. Otherwise it stores nothing and returns
	// false.
	Publish(ctx context.Context, e *transcript.Edition) (bool, error)
	// Key returns what the store knows about a publisher's token, such as its name. The
	// argument id is the KEY part of the token "ql_KEY_SECRET". For an unknown token, the
	// result is the zero Key.
	Key(ctx context.Context, id string) (publisher.Key, error)
}

// attempts is the largest number of attempts to store a version. An attempt fails if
// another request has stored a version of the same transcript in the meantime. Then the
// next attempt starts from that version. The request may have an If-Match field, which
// names the version to replace. In that case the next attempt returns an error with
// status 412, because the named version is not the newest any more.
const attempts = 8

// put answers a PUT: it publishes a new transcript, or a new version of an existing
// one.
//
// The JSON of the answer contains the entity tag of the stored transcript. The answer
// has no ETag field, because the stored transcript differs from the body of the request
// (RFC 9110, section 9.3.4).
func (a *api) put(r *http.Request) (*reply.Answer, error) {
	id := r.PathValue("id")
	key, err := a.mayWrite(r, id)
	if err != nil {
		return signed(key, nil, err)
	}
	answer, err := a.putAs(r, id, key)
	return signed(key, answer, err)
}

// putAs answers a PUT after its token was checked. The argument key is the store's entry
// for the token.
func (a *api) putAs(r *http.Request, id string, key *publisher.Key) (*reply.Answer, error) {
	body, err := readJSON(r)
	if err != nil {
		return nil, err
	}
	for range attempts {
		// Each attempt decodes the body again, because the method publish changes the
		// turns of the decoded transcript.
		next, err := parseTranscript(pace.Of(r.Context()), body, id)
		if err != nil {
			return nil, err
		}
		answer, err := a.publish(r, next, key)
		if err != nil {
			return nil, err
		}
		if answer != nil {
			answer.Warnings = unknownMembers(pace.Of(r.Context()), body)
			return a.replyPublished(answer)
		}
	}
	return nil, errBusy()
}

// mayWrite checks whether the request's token may publish the transcript with this id. It
// returns what the store knows about the token. If the token may not publish the
// transcript, mayWrite returns an error as well. It also returns an error if the
// transcript is compiled into the program, because such a transcript cannot be changed.
func (a *api) mayWrite(r *http.Request, id string) (*publisher.Key, error) {
	key, err := a.authorize(r, id)
	if err == nil && a.Publisher.BuiltIn(id) {
		err = &reply.Error{Code: reply.BuiltIn, Detail: "This transcript is part of the program. Publish under another id."}
	}
	return key, err
}

// by returns the part of a version that names its publisher.
func by(key *publisher.Key) transcript.PublishedBy {
	return transcript.PublishedBy{Key: key.ID, Name: key.Name}
}

// publish stores a transcript, the argument next, as the version after the newest one. If
// another request has stored a version in the meantime, publish stores nothing and
// returns nil, nil.
func (a *api) publish(r *http.Request, next *transcript.Transcript, key *publisher.Key) (*publication, error) {
	head, err := a.Publisher.Head(r.Context(), next.ID)
	if err != nil {
		return nil, err
	}
	p := pace.Of(r.Context())
	previous, err := decoded(p, head)
	if err != nil {
		return nil, err
	}
	p.Steps(stepsOf(previous) + stepsOf(next))
	// Align gives ids to the turns of the new version. A turn that an editor reworded or
	// moved keeps its old id, so that links to the turn still work.
	removed, err := transcript.Align(previous, next, a.recall(r.Context(), next.ID, head))
	if err != nil {
		return nil, err
	}
	answer := &publication{ID: next.ID, URL: reply.Origin(r) + "/v1/transcripts/" + next.ID, Page: reply.Origin(r) + "/t/" + next.ID}
	p.Steps(stepsOf(previous) + stepsOf(next))
	answer.Changes = changesOf(previous, next, removed)
	if same, err := sameAs(p, head, previous, next); err != nil || same {
		answer.Version, answer.ETag = head.Version, reply.Tag(head.Body)
		return answer, err
	}
	if err := holds(r, head); err != nil {
		return nil, err
	}
	e, err := a.edition(p, next, previous, head, removed)
	if err != nil {
		return nil, err
	}
	e.PublishedBy = by(key)
	stored, err := a.Publisher.Publish(r.Context(), e)
	if err != nil || !stored {
		return nil, err
	}
	answer.Version, answer.ETag, answer.created = e.Version, reply.Tag(e.Body), head.Version == 0 || head.Withdrawn
	return answer, nil
}

// recall returns a function for [transcript.Align], which gives ids to the turns of a new
// version. The function asks the store about turns that older versions had. recall
// returns nil if the transcript was never published, because then there are no older
// versions.
func (a *api) recall(ctx context.Context, id string, head transcript.Head) transcript.Recall {
	if head.Version == 0 {
		return nil
	}
	return func(q *transcript.RecallQuery) (*transcript.Recalled, error) {
		return a.Publisher.Recall(ctx, id, q)
	}
}

// decoded returns the newest version, decoded from its JSON. If the id is new, it
// returns an empty transcript.
func decoded(p *pace.Pace, head transcript.Head) (*transcript.Transcript, error) {
	if head.Version == 0 {
		return new(transcript.Transcript), nil
	}
	return parse(p, head.Body)
}

// sameAs reports whether the argument next, a transcript to publish, has the same content
// as the newest version. It has the same content, for example, if a client did not receive
// the answer and sends its request a second time. The second request stores nothing and
// succeeds, even if the condition in its If-Match field is now false (RFC 9110, section
// 13.1.1).
func sameAs(p *pace.Pace, head transcript.Head, previous, next *transcript.Transcript) (bool, error) {
	if head.Version == 0 || head.Withdrawn {
		return false, nil
	}
	again := *next
	again.Version = previous.Version
	if undated(next, previous) {
		again.DateModified = previous.DateModified
	}
	body, err := encodeTranscript(p, &again, len(head.Body))
	return bytes.Equal(body, head.Body), err
}

// edition sets the version number of a transcript to publish, the argument next. If needed,
// it sets the date too. It returns the transcript as a [transcript.Edition], the form in
// which the store saves a version.
func (a *api) edition(p *pace.Pace, next, previous *transcript.Transcript, head transcript.Head, removed []transcript.Removal) (*transcript.Edition, error) {
	next.Version = head.Version + 1
	if undated(next, previous) {
		next.DateModified = a.Now().UTC().Format(time.RFC3339)
	}
	body, err := stored(p, next)
	if err != nil {
		return nil, err
	}
	return &transcript.Edition{ID: next.ID, Version: next.Version, Body: body, Removed: removed}, nil
}

func errBusy() error {
	return &reply.Error{
		Code:   reply.Unavailable,
		Detail: "Other writes to this transcript came first. Send the request again.",
		Header: http.Header{"Retry-After": {"1"}},
	}
}
