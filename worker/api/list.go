package api

import (
	"encoding/base64"
	"encoding/json"
	"net/http"

	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// list is one page of the list of transcripts. Next is the cursor, a text with which
// the client requests the following page. On the last page it is "".
type list struct {
	Transcripts []transcript.Entry `json:"transcripts"`
	Next        string             `json:"next,omitempty"`
}

// list answers with one page of the list of all transcripts, which is sorted by id.
func (a *api) list(r *http.Request) (*reply.Answer, error) {
	after, limit, err := window(r)
	if err != nil {
		return nil, err
	}
	// One entry more than limit is requested from the store. If the store returns that
	// many, another page follows.
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

// window reads the query parameters cursor and limit, which choose a page of the list.
// The first result is the decoded cursor. The page starts with the first id that is
// greater than this text. The second result is the largest number of entries on the page.
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

// cursorAfter returns the cursor for the page that follows the transcript with this id.
// The cursor contains the id and not a number of entries. So no transcript is skipped or
// repeated if others are published between two requests.
func cursorAfter(id string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(id))
}
