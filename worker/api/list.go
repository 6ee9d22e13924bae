package api

import (
	"encoding/base64"
	"encoding/json"
	"net/http"

	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// list is a page of transcripts; Next is the cursor of the page after it.
type list struct {
	Transcripts []entry `json:"transcripts"`
	Next        string  `json:"next,omitempty"`
}

// entry is a transcript without its turns.
type entry struct {
	ID            string               `json:"id"`
	Version       int                  `json:"version"`
	Title         string               `json:"title"`
	Summary       string               `json:"summary,omitempty"`
	Lang          string               `json:"lang"`
	RecordedAt    string               `json:"recordedAt,omitempty"`
	DatePublished string               `json:"datePublished,omitempty"`
	Editing       transcript.Editing   `json:"editing"`
	Timing        transcript.Timing    `json:"timing"`
	Speakers      []transcript.Speaker `json:"speakers"`
	Turns         int                  `json:"turns"` // how many
}

func entryOf(t *transcript.Transcript) entry {
	return entry{
		ID: t.ID, Version: t.Version, Title: t.Title, Summary: t.Summary, Lang: t.Lang,
		RecordedAt: t.RecordedAt, DatePublished: t.DatePublished,
		Editing: t.Editing, Timing: t.Timing, Speakers: t.Speakers, Turns: len(t.Turns),
	}
}

func (a *api) list(r *http.Request) (*reply.Answer, error) {
	after, limit, err := window(r.URL.RawQuery)
	if err != nil {
		return nil, err
	}
	// One more than asked for tells whether another page follows.
	transcripts, err := a.Store.List(r.Context(), after, limit+1)
	if err != nil {
		return nil, err
	}
	page := list{Transcripts: []entry{}}
	for i, t := range transcripts {
		if i == limit {
			page.Next = cursorAfter(transcripts[i-1].ID)
			break
		}
		page.Transcripts = append(page.Transcripts, entryOf(t))
	}
	body, err := json.Marshal(page)
	if err != nil {
		return nil, err
	}
	return read("application/json", body), nil
}

// window reads the part of a list that a query asks for.
func window(query string) (after string, limit int, err error) {
	values, err := parseQuery(query)
	if err != nil {
		return "", 0, err
	}
	if limit, err = limitOf(values); err != nil {
		return "", 0, err
	}
	id, err := base64.RawURLEncoding.Strict().DecodeString(values.Get("cursor"))
	if err != nil {
		return "", 0, bad("cursor", "cursor must be the next of an earlier page.")
	}
	return string(id), limit, nil
}

// cursorAfter returns the cursor of what follows id. A list that changes
// between two pages neither repeats nor skips what stays in it.
func cursorAfter(id string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(id))
}
