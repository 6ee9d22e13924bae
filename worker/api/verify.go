package api

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"

	"quoteline/shared/search"
	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

const (
	maxQuoted  = 100 // the largest number of words in a quote
	candidates = 20  // how many turns are compared with the quote
	maxMatches = 5   // the largest number of turns in the answer
	// maxPairs limits the work for one request. Each word of the quote is compared with
	// each word of the candidates (turns that may be the source of the quote). Each such
	// comparison counts as one pair. For example, a quote of 100 words can be compared
	// with 40,000 words. That takes some 20 ms of CPU natively, and some 80 ms in the
	// Worker.
	maxPairs = 4_000_000
	// similarEnough is a share of words, from 0 to 1. A turn is possibly the source of
	// a quote only if it has at least this share of words in common with the quote.
	similarEnough = 0.5
)

// verdict says whether a turn contains the words of a quote, or only similar words.
type verdict string

const (
	same    verdict = "same"    // a turn has these words in this order; case and punctuation are ignored
	similar verdict = "similar" // a turn has similar words
	none    verdict = "none"
)

// verification is the JSON body of the answer to the question whether a transcript
// contains a quote.
type verification struct {
	Verdict verdict `json:"verdict"`
	Matches []match `json:"matches"` // the best first
}

// match is a turn (one speaker's words) that contains the quote, or similar words.
type match struct {
	Transcript string              `json:"transcript"` // id
	Title      string              `json:"title"`
	Turn       string              `json:"turn"` // id
	N          int                 `json:"n"`
	Speaker    *transcript.Speaker `json:"speaker,omitempty"` // a note, which has no speaker, has none
	Date       string              `json:"date,omitempty"`
	Text       string              `json:"text"`
	Span       span                `json:"span"`       // position of the matching words in the text
	Similarity float64             `json:"similarity"` // share of common words, from 0 to 1
	Words      []transcript.Edit   `json:"words"`      // the edits that turn the quote into the matching words
	URL        string              `json:"url"`        // page of the quote
}

// verify answers with the turns that contain a quote. If no turn contains it, verify
// answers with the most similar turns, and with their differences from the quote.
func (a *api) verify(r *http.Request) (*reply.Answer, error) {
	quote, words, err := quoteOf(r)
	if err != nil {
		return nil, err
	}
	hits, err := a.Store.QuoteCandidates(r.Context(), words, candidates)
	if err != nil {
		return nil, err
	}
	if err := checkPairs(hits, quote); err != nil {
		return nil, err
	}
	v := verification{none, []match{}} // a quote without a match gets this answer, not 404
	for _, c := range likest(hits, quote) {
		m, err := a.match(r, &c.Hit, c.Likeness, quote)
		if err != nil {
			return nil, err
		}
		v.Matches = append(v.Matches, m)
	}
	if len(v.Matches) > 0 {
		v.Verdict = similar
		if v.Matches[0].Similarity == 1 {
			v.Verdict = same
		}
	}
	body, err := encode(v)
	if err != nil {
		return nil, err
	}
	return reply.Cached("application/json", body), nil
}

// quoteOf reads the query parameter q, which is the quote. It removes quotation marks
// and spaces at both ends of the quote.
func quoteOf(r *http.Request) (quote string, words []string, err error) {
	values, err := reply.Query(r)
	if err != nil {
		return "", nil, err
	}
	if len(values["q"]) > 1 {
		return "", nil, reply.Bad("q", "q may be given once.")
	}
	words, err = wordsOf(values.Get("q"), maxQuoted)
	return search.Trim(values.Get("q")), words, err
}

// checkPairs returns an error if comparing the found turns with the quote would take too
// long. Anyone may send quotes, so the work is calculated before it begins.
func checkPairs(hits []search.Hit, quote string) error {
	pairs := 0
	for i := range hits {
		pairs += search.Pairs(hits[i].Text, quote)
	}
	if pairs <= maxPairs {
		return nil
	}
	return reply.Bad("q", "These words are in turns that are too long to compare with all of them. Send fewer words: about "+
		strconv.Itoa(max(1, search.CountWords(quote)*maxPairs/pairs))+".")
}

// candidate is a turn (one speaker's words) that may contain the quote, and how similar
// it is to the quote.
type candidate struct {
	search.Hit
	search.Likeness
}

// likest compares the found turns with the quote. It returns at most maxMatches of
// them, the most similar first. If a turn has the exact words of the quote, likest
// returns only such turns.
func likest(hits []search.Hit, quote string) []candidate {
	var all []candidate
	for i := range hits {
		c := candidate{hits[i], search.Nearest(hits[i].Text, quote)}
		if c.Share >= similarEnough {
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.ID, b.ID), a.N-b.N)
	})
	for i := range all {
		if all[i].Share < 1 && all[0].Share == 1 {
			all = all[:i]
			break
		}
	}
	return all[:min(maxMatches, len(all))]
}

// match converts a found turn from the store's type to the JSON that clients get.
func (a *api) match(r *http.Request, h *search.Hit, l search.Likeness, quote string) (match, error) {
	t, err := a.Store.Transcript(r.Context(), h.ID)
	if err != nil {
		return match{}, reply.FromStore(err)
	}
	m := match{
		Transcript: h.ID, Title: h.Title, Turn: h.Turn, N: h.N, Date: h.Date, Text: h.Text,
		Span:       codePoints(h.Text, []transcript.Range{l.Range})[0],
		Similarity: l.Share,
		Words:      transcript.DiffWords(quote, h.Text[l.Start:l.End]),
		URL:        reply.Origin(r) + "/t/" + h.ID + "/q/" + h.Turn,
	}
	if i := t.SpeakerIndex(h.Speaker); i >= 0 {
		m.Speaker = &t.Speakers[i]
	}
	return m, nil
}
