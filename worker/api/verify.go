package api

import (
	"cmp"
	"net/http"
	"slices"

	"quoteline/shared/search"
	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

const (
	maxQuoted  = 100 // words that a quote to be verified may have
	candidates = 20  // turns that are looked at
	maxMatches = 5   // that are answered
	// similarEnough is the share of common words from which a turn is said to be
	// what a quote may have come from.
	similarEnough = 0.5
)

// verdict says whether somebody said some words.
type verdict string

const (
	same    verdict = "same"    // these words, in this order; case and punctuation do not count
	similar verdict = "similar" // words like these
	none    verdict = "none"
)

// verification is what the transcripts know of a quote.
type verification struct {
	Verdict verdict `json:"verdict"`
	Matches []match `json:"matches"` // the best first
}

// match is a turn that has a quote, or the nearest words to it.
type match struct {
	Transcript string              `json:"transcript"` // id
	Title      string              `json:"title"`
	Turn       string              `json:"turn"` // id
	N          int                 `json:"n"`
	Speaker    *transcript.Speaker `json:"speaker,omitempty"` // a note has none
	Date       string              `json:"date,omitempty"`
	Text       string              `json:"text"`
	Span       span                `json:"span"`       // of the words that agree, in the text
	Similarity float64             `json:"similarity"` // share of common words, from 0 to 1
	Words      []transcript.Edit   `json:"words"`      // from the quote to what was said
	URL        string              `json:"url"`        // page of the quote
}

// verify finds who said some words, or the nearest words and the difference.
func (a *api) verify(r *http.Request) (*reply.Answer, error) {
	quote, words, err := quoteOf(r)
	if err != nil {
		return nil, err
	}
	hits, err := a.Store.QuoteCandidates(r.Context(), words, candidates)
	if err != nil {
		return nil, err
	}
	v := verification{none, []match{}}
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

// quoteOf reads the words to be verified, without the signs around them.
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

type candidate struct {
	search.Hit
	search.Likeness
}

// likest returns the few hits that are most like a quote. Where one has the very
// words, those that have not are no news.
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

// match tells of one hit.
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
