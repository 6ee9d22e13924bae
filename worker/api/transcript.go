package api

import (
	"net/http"

	"quoteline/worker/reply"
)

func (a *api) json(r *http.Request, id string) (*reply.Answer, error) {
	body, err := a.Store.JSON(r.Context(), id)
	if err != nil {
		return nil, found(err)
	}
	return linked(read("application/json", body), r, id), nil
}

func (a *api) html(r *http.Request, id string) (*reply.Answer, error) {
	t, err := a.Store.Transcript(r.Context(), id)
	if err != nil {
		return nil, found(err)
	}
	body := a.Fragment(nil, t, reply.Origin(r))
	return linked(read("text/html; charset=utf-8", body), r, id), nil
}

// linked adds the page for readers and the other formats (RFC 8288).
func linked(a *reply.Answer, r *http.Request, id string) *reply.Answer {
	base := reply.Origin(r)
	data := base + "/v1/transcripts/" + id
	a.Header.Set("Link", "<"+base+"/t/"+id+`>; rel="canonical"`+
		", <"+data+`.json>; rel="alternate"; type="application/json"`+
		", <"+data+`.html>; rel="alternate"; type="text/html"`)
	return a
}
