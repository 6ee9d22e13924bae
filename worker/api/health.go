package api

import (
	"encoding/json"
	"net/http"

	"quoteline/worker/reply"
)

// health tells monitors that the endpoint and its store answer. It is never
// cached.
func (a *api) health(r *http.Request) (*reply.Answer, error) {
	n, err := a.Store.Count(r.Context())
	if err != nil {
		return nil, err
	}
	body, err := json.Marshal(struct {
		Status      string `json:"status"`
		Version     string `json:"version"`
		Transcripts int    `json:"transcripts"`
	}{"ok", a.Version, n})
	if err != nil {
		return nil, err
	}
	answer := reply.New(http.StatusOK, "application/json", body)
	answer.Header.Set("Cache-Control", "no-store")
	return answer, nil
}
