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

// turnList is one page of a transcript's turns. Next is the cursor, a text with which
// the client requests the following page. On the last page it is "".
type turnList struct {
	Turns []turnEntry `json:"turns"`
	Next  string      `json:"next,omitempty"`
}

// turnEntry is a turn, and the positions in it at which the search text was found.
type turnEntry struct {
	transcript.Turn
	Hits []span `json:"hits,omitempty"`
}

// span is a part of a turn's text. Start and End count Unicode code points, and End is
// after the last one of the part.
type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// turns answers with the turns that the query parameters choose, in the order of the
// transcript.
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
	// The transcript was loaded first, because the parameters of the filter and the
	// cursor may name its speakers, topics and turns.
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

// turnPage returns at most limit turns that the filter chooses. The argument from is the
// index of the first turn that turnPage looks at. If the filter chooses one more turn, the
// page gets a cursor for the next page.
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

// turn answers with one turn as JSON.
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

// sealBytes is the length in bytes of the checksum at the start of a cursor (the text
// with which a client requests a page). The checksum detects a cursor that was
// mistyped, cut off, or copied from another list. It protects no secret: a forged
// cursor shows only public turns.
const sealBytes = 6

// turnCursor returns the cursor for the page that starts after a turn. The parameters
// in values choose the turns of the list.
func turnCursor(id, turn string, values url.Values) string {
	return base64.RawURLEncoding.EncodeToString(append(seal(id, turn, values), turn...))
}

// cursorTurn returns the index of the first turn of the requested page. If the query has
// no cursor, the result is 0.
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

// seal returns the checksum of a cursor. It covers the ids of the transcript and the
// turn, and the parameters that choose turns. It does not cover the parameter limit, so
// a client may change the length of its pages.
func seal(id, turn string, values url.Values) []byte {
	filters := url.Values{}
	for _, name := range turnFilters {
		filters[name] = values[name]
	}
	sum := sha256.Sum256([]byte(id + "\x00" + turn + "\x00" + filters.Encode()))
	return sum[:sealBytes]
}

// codePoints converts ranges of bytes in a text to ranges of Unicode code points. It
// reads the text only once.
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
