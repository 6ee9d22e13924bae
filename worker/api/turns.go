package api

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/url"
	"unicode/utf8"

	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// turnList is a page of turns. Next is the cursor of the following page, "" on the last
// one.
type turnList struct {
	Turns []turnEntry `json:"turns"`
	Next  string      `json:"next,omitempty"`
}

// turnEntry is a turn with the positions of the searched text in it.
type turnEntry struct {
	transcript.Turn
	Hits []span `json:"hits,omitempty"`
}

// span is a range of a turn's text in Unicode code points, from Start up to but not
// including End.
type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// turns lists the turns that pass the filters of the query, in order.
func (a *api) turns(r *http.Request) (*reply.Answer, error) {
	values, err := reply.Query(r)
	if err != nil {
		return nil, err
	}
	limit, err := limitOf(values)
	if err != nil {
		return nil, err
	}
	t, err := a.Store.Transcript(r.Context(), r.PathValue("id"))
	if err != nil {
		return nil, reply.FromStore(err)
	}
	// The transcript is loaded first, because filters and cursor are checked against
	// it.
	filter, err := newTurnFilter(t, values)
	if err != nil {
		return nil, err
	}
	from, err := cursorTurn(t, values)
	if err != nil {
		return nil, err
	}
	body, err := json.Marshal(turnPage(t, filter, from, limit, values))
	if err != nil {
		return nil, err
	}
	answer := reply.Cached("application/json", body)
	answer.Header.Set("Link", "<"+reply.Origin(r)+"/t/"+t.ID+`>; rel="canonical"`)
	return answer, nil
}

// turnPage returns at most limit turns, starting at index from. It searches for one
// turn more: if there is one, another page follows.
func turnPage(t *transcript.Transcript, filter *turnFilter, from, limit int, values url.Values) turnList {
	page := turnList{Turns: []turnEntry{}}
	for i := from; i < len(t.Turns); i++ {
		if !filter.passes(i) {
			continue
		}
		if len(page.Turns) == limit {
			page.Next = turnCursor(t.ID, page.Turns[limit-1].ID, values)
			break
		}
		page.Turns = append(page.Turns, turnEntry{t.Turns[i], filter.spans(i)})
	}
	return page
}

// turn answers with one turn.
func (a *api) turn(r *http.Request) (*reply.Answer, error) {
	id, turn := r.PathValue("id"), r.PathValue("turn")
	t, err := a.Store.Transcript(r.Context(), id)
	if err != nil {
		return nil, reply.FromStore(err)
	}
	i := t.TurnIndex(turn)
	if i < 0 {
		return nil, a.lost(r, id, turn)
	}
	body, err := json.Marshal(&t.Turns[i])
	if err != nil {
		return nil, err
	}
	base := reply.Origin(r)
	answer := reply.Cached("application/json", body)
	answer.Header.Set("Link", "<"+base+"/t/"+t.ID+"/q/"+turn+`>; rel="canonical"`+
		", <"+base+"/v1/transcripts/"+t.ID+`>; rel="collection"`)
	return answer, nil
}

// sealBytes is the length of the checksum at the start of a cursor, in bytes. The
// checksum detects a cursor that was mistyped, cut or taken from another list. It
// protects no secret: a forged cursor shows only public turns.
const sealBytes = 6

// turnCursor returns the cursor of the page that starts after a turn, in the list of
// turns that the filters in values select.
func turnCursor(id, turn string, values url.Values) string {
	return base64.RawURLEncoding.EncodeToString(append(seal(id, turn, values), turn...))
}

// cursorTurn returns the index of the turn at which the page starts. It is 0 if the
// query has no cursor.
func cursorTurn(t *transcript.Transcript, values url.Values) (int, error) {
	if !values.Has("cursor") {
		return 0, nil
	}
	raw, err := base64.RawURLEncoding.Strict().DecodeString(values.Get("cursor"))
	if err != nil || len(raw) <= sealBytes || string(seal(t.ID, string(raw[sealBytes:]), values)) != string(raw[:sealBytes]) {
		return 0, reply.Bad("cursor", "cursor must be the next of an earlier page of this list, with the same filters.")
	}
	i := t.TurnIndex(string(raw[sealBytes:]))
	if i < 0 {
		return 0, reply.Bad("cursor", "The turn that cursor points to has been removed. Begin the list again.")
	}
	return i + 1, nil
}

// seal returns the checksum of a turn's id, its transcript's id and the filters. The
// limit is not included, so a client may change the length of its pages.
func seal(id, turn string, values url.Values) []byte {
	filters := url.Values{}
	for _, name := range turnFilters {
		filters[name] = values[name]
	}
	sum := sha256.Sum256([]byte(id + "\x00" + turn + "\x00" + filters.Encode()))
	return sum[:sealBytes]
}

// codePoints converts ranges in bytes into ranges in code points, in one pass over the
// text.
func codePoints(text string, ranges []transcript.Range) []span {
	spans := make([]span, len(ranges))
	bytes, points := 0, 0
	count := func(to int) int {
		points += utf8.RuneCountInString(text[bytes:to])
		bytes = to
		return points
	}
	for i, r := range ranges {
		spans[i].Start = count(r.Start)
		spans[i].End = count(r.End)
	}
	return spans
}
