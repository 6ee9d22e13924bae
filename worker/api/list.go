package api

import (
	"encoding/base64"
	"encoding/json"
	"net/http"

	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// list is a page of transcripts. Next is the cursor of the following page, "" on the
// last one.
type list struct {
	Transcripts []transcript.Entry `json:"transcripts"`
	Next        string             `json:"next,omitempty"`
}

// list answers with a page of the list of all transcripts, in the order of their ids.
func (a *api) list(r *http.Request) (*reply.Answer, error) {
	after, limit, err := window(r)
	if err != nil {
		return nil, err
	}
	// The store is asked for one entry more than the page holds. If it has that entry,
	// another page follows.
	entries, err := a.Store.List(r.Context(), after, limit+1)
	if err != nil {
		return nil, err
	}
	page := list{Transcripts: entries}
	if len(entries) > limit {
		page.Transcripts = entries[:limit]
		page.Next = cursorAfter(entries[limit-1].ID)
	}
	body, err := json.Marshal(page)
	if err != nil {
		return nil, err
	}
	return reply.Cached("application/json", body), nil
}

// window reads the parameters cursor and limit. The list starts with the first id
// greater than after, which is the cursor, and has at most limit entries.
func window(r *http.Request) (after string, limit int, err error) {
	values, err := reply.Query(r)
	if err != nil {
		return "", 0, err
	}
	if limit, err = limitOf(values); err != nil {
		return "", 0, err
	}
	id, err := base64.RawURLEncoding.Strict().DecodeString(values.Get("cursor"))
	if err != nil {
		return "", 0, reply.Bad("cursor", "cursor must be the next of an earlier page.")
	}
	return string(id), limit, nil
}

// cursorAfter returns the cursor of the page that starts after id. A cursor holds an id
// and not an offset: if the list changes between two pages, the entries that remain are
// neither repeated nor skipped.
func cursorAfter(id string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(id))
}
