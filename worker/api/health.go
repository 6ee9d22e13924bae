package api

import (
	"encoding/json"
	"net/http"

	"quoteline/worker/reply"
)

// The states of the store, which the answer of /healthz contains.
const (
	storeBuiltIn = "built-in" // no database: only the compiled-in transcripts are served
	storeReady   = "ready"
	storeFailing = "failing" // the database does not answer, or lacks its tables
)

// condition is the JSON body of /healthz.
type condition struct {
	Status      string `json:"status"` // ok or failing
	Version     string `json:"version"`
	Store       string `json:"store"`
	Transcripts int    `json:"transcripts"`
}

// health answers monitoring programs at /healthz. The status is 200 if the store works,
// and otherwise 503. No cache may keep the answer.
func (a *api) health(r *http.Request) (*reply.Answer, error) {
	c, status := condition{"ok", a.Version, storeReady, 0}, http.StatusOK
	if a.Publisher == nil {
		c.Store = storeBuiltIn
	}
	var err error
	if c.Transcripts, err = a.Store.Count(r.Context()); err != nil {
		a.Log(err)
		c.Status, c.Store, status = "failing", storeFailing, http.StatusServiceUnavailable
	}
	body, err := json.Marshal(c)
	if err != nil {
		return nil, err
	}
	answer := reply.Uncached("application/json", body)
	answer.Status = status
	return answer, nil
}
