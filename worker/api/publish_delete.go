package api

import (
	"encoding/json"
	"net/http"

	"quoteline/shared/publisher"
	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// withdraw answers a DELETE: it unpublishes a transcript. After that, all addresses of
// the transcript and of its versions have the status 410. The versions are not erased.
// If the transcript is published later, it gets the next version number. A second
// DELETE changes nothing.
func (a *api) withdraw(r *http.Request) (*reply.Answer, error) {
	id := r.PathValue("id")
	key, err := a.mayWrite(r, id)
	if err != nil {
		return signed(key, nil, err)
	}
	answer, err := a.withdrawAs(r, id, key)
	return signed(key, answer, err)
}

// withdrawAs answers a DELETE after its token was checked. The argument key is the store's
// entry for the token.
func (a *api) withdrawAs(r *http.Request, id string, key *publisher.Key) (*reply.Answer, error) {
	for range attempts { // tried again if another write came between Head and Publish
		head, err := a.Publisher.Head(r.Context(), id)
		switch {
		case err != nil:
			return nil, err
		case head.Version == 0:
			return nil, reply.NoTranscript()
		case head.Withdrawn:
			return a.withdrawn(id), nil
		}
		if err := holds(r, head); err != nil {
			return nil, err
		}
		e := withdrawal(id, head.Version+1)
		e.PublishedBy = by(key)
		stored, err := a.Publisher.Publish(r.Context(), e)
		if err != nil {
			return nil, err
		}
		if stored {
			return a.withdrawn(id), nil
		}
	}
	return nil, errBusy()
}

// withdrawn returns the answer to a DELETE, which unpublishes a transcript. The answer
// has the status 204 and no body.
func (a *api) withdrawn(id string) *reply.Answer {
	answer := &reply.Answer{Status: http.StatusNoContent, Header: http.Header{}}
	a.purge(answer.Header, id)
	return answer
}

// withdrawal returns the version that marks a transcript as withdrawn (unpublished). The
// JSON of this version has only the id and the version number.
func withdrawal(id string, version int) *transcript.Edition {
	// Marshal cannot fail: the struct has only a string and a number.
	body, _ := json.Marshal(struct {
		ID      string `json:"id"`
		Version int    `json:"version"`
	}{id, version})
	return &transcript.Edition{ID: id, Version: version, Body: body, Withdrawn: true}
}
