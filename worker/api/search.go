package api

import (
	"encoding/base64"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"quoteline/shared/search"
	"quoteline/worker/reply"
)

// maxWords is the largest number of words in one search.
const maxWords = 16

// hitList is one page of found turns. Next is the cursor, a text with which the client
// requests the following page. On the last page it is "".
type hitList struct {
	Hits []hit  `json:"hits"`
	Next string `json:"next,omitempty"`
}

// hit is a found turn. It contains all words of the search.
type hit struct {
	Transcript string `json:"transcript"` // id
	Title      string `json:"title"`
	Turn       string `json:"turn"` // id
	N          int    `json:"n"`
	Speaker    string `json:"speaker"` // id
	Date       string `json:"date,omitempty"`
	Text       string `json:"text"`
	Hits       []span `json:"hits"` // positions of the words in the text
	URL        string `json:"url"`  // the address of the quote's page
}

// search answers with the turns of all transcripts that contain the words of the query.
// They are sorted by transcript, and within a transcript by position.
func (a *api) search(r *http.Request) (*reply.Answer, error) {
	values, err := reply.Query(r)
	if err != nil {
		return nil, err
	}
	q, err := searchQuery(values)
	if err != nil {
		return nil, err
	}
	limit := q.Limit
	q.Limit++ // one hit more than the page holds shows that another page follows
	found, err := a.Store.Search(r.Context(), q)
	if err != nil {
		return nil, err
	}
	page := hitList{Hits: []hit{}}
	for i := range found[:min(limit, len(found))] {
		page.Hits = append(page.Hits, hitOf(&found[i], reply.Origin(r)))
	}
	if len(found) > limit {
		page.Next = cursorFrom(found[limit-1].Place)
	}
	body, err := encode(page)
	if err != nil {
		return nil, err
	}
	return reply.Cached("application/json", body), nil
}

// hitOf converts a found turn from the store's type to the JSON that clients get.
func hitOf(h *search.Hit, origin string) hit {
	return hit{
		Transcript: h.ID, Title: h.Title, Turn: h.Turn, N: h.N, Speaker: h.Speaker, Date: h.Date, Text: h.Text,
		Hits: codePoints(h.Text, h.Ranges), URL: origin + "/t/" + h.ID + "/q/" + h.Turn,
	}
}

// searchQuery reads and checks the query parameters of a search.
func searchQuery(values url.Values) (*search.Query, error) {
	for _, name := range []string{"q", "speaker", "topic", "from", "to", "cursor", "limit"} {
		if len(values[name]) > 1 {
			return nil, reply.Bad(name, name+" may be given once.")
		}
	}
	q := &search.Query{Speaker: values.Get("speaker"), Topic: values.Get("topic"), From: values.Get("from"), To: values.Get("to")}
	var err error
	if q.Words, err = wordsOf(values.Get("q"), maxWords); err != nil {
		return nil, err
	}
	for _, name := range []string{"from", "to"} { // each is a day, as in 2023-11-29
		if _, err := time.Parse(time.DateOnly, values.Get(name)); values.Has(name) && err != nil {
			return nil, reply.Bad(name, name+" must be a day such as 2023-11-29.")
		}
	}
	if q.After, err = placeOf(values.Get("cursor")); err != nil {
		return nil, err
	}
	q.Limit, err = limitOf(values)
	return q, err
}

// wordsOf returns the words of a text from a query parameter. It returns an error if the
// text has no word, or too many words. The argument most is the largest number of words.
func wordsOf(typed string, most int) ([]string, error) {
	if len(typed) > search.MaxQuery || !utf8.ValidString(typed) {
		return nil, reply.Bad("q", "q may have "+strconv.Itoa(search.MaxQuery)+" bytes of UTF-8.")
	}
	words := search.Words(typed)
	switch {
	case len(words) == 0:
		return nil, reply.Bad("q", "q has no word to search for.")
	case len(words) > most:
		return nil, reply.Bad("q", "q may have "+strconv.Itoa(most)+" words.")
	}
	return words, nil
}

// cursorFrom returns the cursor for the page of search results that starts after the
// turn at p.
func cursorFrom(p search.Place) string {
	return base64.RawURLEncoding.EncodeToString([]byte(p.ID + " " + strconv.Itoa(p.N)))
}

// placeOf decodes a cursor, the text with which a client requests a page. "tides 12",
// for example, means that the page starts after turn 12 of the transcript tides. A
// client may make up a cursor. That is harmless, because the page only starts at
// another turn.
func placeOf(cursor string) (search.Place, error) {
	if cursor == "" {
		return search.Place{}, nil
	}
	text, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	id, number, ok := strings.Cut(string(text), " ")
	n, numberErr := strconv.Atoi(number)
	if err != nil || numberErr != nil || !ok || n < 1 || !utf8.ValidString(id) {
		return search.Place{}, reply.Bad("cursor", "cursor must be the next of an earlier page.")
	}
	return search.Place{ID: id, N: n}, nil
}
