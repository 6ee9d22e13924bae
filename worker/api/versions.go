package api

import (
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"net/url"
	"strconv"

	"quoteline/shared/transcript"
	"quoteline/worker/pace"
	"quoteline/worker/reply"
)

// versions answers with the list of a transcript's versions, the newest first. Only a
// request with a token gets the names of the publishers.
func (a *api) versions(r *http.Request) (*reply.Answer, error) {
	holder := r.Header.Get("Authorization") != "" && a.Publisher != nil
	if holder {
		if _, err := a.identify(r); err != nil {
			return nil, err
		}
	}
	list, err := a.Store.Versions(r.Context(), r.PathValue("id"))
	if err != nil {
		return nil, reply.FromStore(err)
	}
	if !holder {
		for i := range list {
			list[i].PublishedBy = transcript.PublishedBy{}
		}
	}
	body, err := encode(struct {
		Versions []transcript.Version `json:"versions"`
	}{list})
	if err != nil {
		return nil, err
	}
	answer := reply.Cached("application/json", body)
	if holder { // a cache that stored the names might give them to a reader
		answer = reply.Uncached("application/json", body)
	}
	answer.Header.Set("Vary", "Authorization")
	return answer, nil
}

// version answers with the JSON of one version, as it was published. If the query has
// the parameter from, as in ?from=2, it answers with the changes from version 2 to this
// version.
func (a *api) version(r *http.Request) (*reply.Answer, error) {
	id := r.PathValue("id")
	n, ok := versionNumber(r.PathValue("n"))
	if !ok {
		return nil, errNoVersion()
	}
	values, err := reply.Query(r)
	if err != nil {
		return nil, err
	}
	body, err := a.Store.At(r.Context(), id, n)
	if err != nil {
		return nil, foundVersion(err)
	}
	if !values.Has("from") {
		return reply.Cached("application/json", body), nil
	}
	return a.difference(r, id, body, n, values)
}

// difference is the JSON body of an answer about the changes between two versions of a
// transcript.
type difference struct {
	ID   string `json:"id"`
	From int    `json:"from"`
	To   int    `json:"to"`
	*transcript.Changes
}

// difference answers with the changes between two versions. The query parameter "from"
// has the number of the earlier version. The argument later is the JSON of the later
// version, and the argument to is the number of the later version.
func (a *api) difference(r *http.Request, id string, later []byte, to int, values url.Values) (*reply.Answer, error) {
	from, ok := versionNumber(values.Get("from"))
	if !ok {
		return nil, reply.Bad("from", "from must be the number of a version.")
	}
	earlier, err := a.Store.At(r.Context(), id, from)
	if err != nil {
		return nil, foundVersion(err)
	}
	// Comparing two versions of 2,000 turns, for example, takes long. [pace.Long] returns
	// an error if this call cannot pause for other requests. Then the request is answered
	// again by a call that can.
	if err := pace.Long(r.Context(), len(earlier)+len(later)); err != nil {
		return nil, err
	}
	p := pace.Of(r.Context())
	before, err := whole(p, earlier, from)
	if err != nil {
		return nil, err
	}
	after, err := whole(p, later, to)
	if err != nil {
		return nil, err
	}
	p.Steps(stepsOf(before) + stepsOf(after))
	changes := transcript.DiffTurns(before, after)
	changes.CompareWords(p.Steps)
	body, err := encode(difference{id, from, to, changes})
	if err != nil {
		return nil, err
	}
	return reply.Cached("application/json", body), nil
}

// whole decodes version n of a transcript. If the version was thinned, most of its turns
// are missing, so it cannot be compared: then whole returns an error with status 410.
func whole(p *pace.Pace, body []byte, n int) (*transcript.Transcript, error) {
	p.Steps(len(body))
	var mark struct {
		Thinned bool `json:"thinned"`
	}
	// Only valid versions are stored, so a failure here is a server error.
	if err := json.Unmarshal(body, &mark); err != nil {
		return nil, err
	}
	if mark.Thinned {
		return nil, &reply.Error{
			Code: reply.Gone,
			Detail: "Version " + strconv.Itoa(n) + " was thinned: it has only the turns that the next version changed. " +
				"Compare versions that the list does not mark as thinned.",
		}
	}
	return parse(p, body)
}

// versionNumber reads a version number from an address. It accepts only one spelling of
// each number: "2", but not "02" or "+2".
func versionNumber(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n > 0 && strconv.Itoa(n) == s
}

// foundVersion converts an error of the store to the error that clients get. If the
// error is [fs.ErrNotExist], the client gets "There is no such version of this
// transcript." Any other error is converted by [reply.FromStore].
func foundVersion(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return errNoVersion()
	}
	return reply.FromStore(err)
}

func errNoVersion() error {
	return &reply.Error{Code: reply.NotFound, Detail: "There is no such version of this transcript."}
}

// lost returns the error for a turn that the transcript does not have. If it never had
// the turn, the status is 404. If the turn was removed, the status is 410, and the
// error links to the nearest turn that remains.
func (a *api) lost(r *http.Request, id, turn string) error {
	nearest, err := a.Store.NearestSurviving(r.Context(), id, turn)
	switch {
	case err != nil:
		return err
	case nearest == "":
		return &reply.Error{Code: reply.NotFound, Detail: "This transcript has no such turn."}
	}
	address := reply.Origin(r) + "/v1/transcripts/" + id + "/turns/" + nearest
	return &reply.Error{
		Code:   reply.Gone,
		Detail: "This turn was removed. The nearest remaining turn is " + nearest + ".",
		Members: struct {
			Nearest string `json:"nearest"` // id of a turn
			URL     string `json:"url"`
		}{nearest, address},
		Header: http.Header{"Link": {"<" + address + `>; rel="related"`}},
	}
}
