package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"quoteline/shared/script"
	"quoteline/shared/search"
	"quoteline/shared/transcript"
)

// Control characters that no transcript contains. In search results, SQLite puts
// markStart before a match and markEnd after it. In the search index, markSplit is
// before and after each ideograph (a character that is a word).
const (
	markSplit = '\x01'
	markStart = '\x02'
	markEnd   = '\x03'
)

// longTurn is a number of characters. In longer turns, Go marks the words and SQLite
// does not. SQLite's function highlight copies the text for each mark: for a turn of 90
// KB with 45,000 marks, the search took 190 ms.
const longTurn = 10_000

// Search returns the turns that match q. They are sorted by transcript, and within a
// transcript by position.
func (s *Database) Search(ctx context.Context, q *search.Query) ([]search.Hit, error) {
	if len(q.Words) == 0 {
		return []search.Hit{}, nil
	}
	hits, err := collect(ctx, s.db, scanHit, `SELECT q.id, q.n, q.title, q.turn, q.speaker, q.date,
			CASE WHEN length(q.text) > ?9 THEN q.text ELSE highlight(quotes_text, 0, char(2), char(3)) END
		FROM quotes_text JOIN quotes AS q ON q.rowid = quotes_text.rowid
		WHERE quotes_text MATCH ?1
			AND (q.id, q.n) > (?2, ?3)
			AND (?4 = '' OR q.speaker = ?4)
			AND (?5 = '' OR EXISTS (SELECT 1 FROM json_each(q.topics) WHERE value = ?5))
			AND (?6 = '' OR q.date >= ?6)
			AND (?7 = '' OR q.date <> '' AND q.date <= ?7)
		ORDER BY q.id, q.n LIMIT ?8`,
		match(q.Words), q.After.ID, q.After.N, q.Speaker, q.Topic, q.From, q.To, q.Limit, longTurn)
	for i := range hits {
		if hits[i].Ranges == nil {
			hits[i].Ranges = search.Marks(hits[i].Text, q.Words)
		}
	}
	return hits, err
}

// match returns a search expression for FTS5, the full-text search of SQLite. Each word
// becomes a quoted string and a star, as in "flow"*. Such a string matches every word
// of the text that begins with it, such as "flowing". Inside the quotation marks, no
// character has a special function. If a word has several spellings, any of them
// matches. An example is `"the"* AND ("flow"* OR "ﬂow"*)`.
func match(words []string) string {
	var plain, spelled []string
	for _, word := range words {
		all := search.Spellings(word)
		for i := range all {
			all[i] = quoted(all[i]) + "*"
		}
		if len(all) == 1 {
			plain = append(plain, all[0])
			continue
		}
		spelled = append(spelled, "("+strings.Join(all, " OR ")+")")
	}
	if len(plain) > 0 { // with spaces and not AND: then FTS5 skips words that it sees no letters in
		spelled = append(spelled, strings.Join(plain, " "))
	}
	return strings.Join(spelled, " AND ")
}

// quoted returns a quoted string for a search expression of FTS5, the full-text search
// of SQLite. A string with several words matches only these words in this order.
func quoted(word string) string {
	return `"` + strings.ReplaceAll(splitIdeographs(word), `"`, `""`) + `"`
}

// splitIdeographs puts the character markSplit before and after each ideograph. So the
// search index has each ideograph as a word. The triggers of the database do the same.
func splitIdeographs(words string) string {
	var b strings.Builder
	before := rune(0)
	for _, r := range words {
		if script.Single(before) || script.Single(r) {
			b.WriteByte(markSplit)
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}

// single returns the words in the form in which the search index has them. In the
// index, every ideograph is a word. The result is sorted, and no word is in it twice.
func single(words []string) []string {
	joined := splitIdeographs(strings.Join(words, string(markSplit)))
	parts := strings.FieldsFuncSeq(joined, func(r rune) bool { return r == markSplit })
	return slices.Compact(slices.Sorted(parts))
}

// QuoteCandidates returns turns that may contain a quote with these words. First it
// searches for turns that have all the words in this order. If there are none, it
// returns turns that have some of the words. Those with many of the words, and with
// rare words, come first.
func (s *Database) QuoteCandidates(ctx context.Context, words []string, limit int) ([]search.Hit, error) {
	if len(words) == 0 {
		return []search.Hit{}, nil
	}
	hits, err := s.ranked(ctx, quoted(strings.Join(words, " ")), limit)
	if err != nil || len(hits) > 0 {
		return hits, err
	}
	var any []string
	for _, word := range single(words) {
		for _, spelling := range search.Spellings(word) {
			any = append(any, quoted(spelling))
		}
	}
	return s.ranked(ctx, strings.Join(any, " OR "), limit)
}

// ranked returns at most limit turns that match a search expression, the best match
// first.
func (s *Database) ranked(ctx context.Context, expression string, limit int) ([]search.Hit, error) {
	return collect(ctx, s.db, scanHit, `SELECT q.id, q.n, q.title, q.turn, q.speaker, q.date, q.text
		FROM quotes_text JOIN quotes AS q ON q.rowid = quotes_text.rowid
		WHERE quotes_text MATCH ?1 ORDER BY quotes_text.rank, q.id, q.n LIMIT ?2`, expression, limit)
}

// scanHit reads a database row with a found turn. In its text, the characters markStart
// and markEnd may be around each match.
func scanHit(rows *sql.Rows) (h search.Hit, err error) {
	var marked string
	err = rows.Scan(&h.ID, &h.N, &h.Title, &h.Turn, &h.Speaker, &h.Date, &marked)
	h.Text, h.Ranges = unmark(marked)
	return h, err
}

// unmark returns a text without the control characters markStart, markEnd and
// markSplit. It also returns the ranges of the text that were between markStart and
// markEnd, counted in bytes of the returned text.
func unmark(marked string) (text string, ranges []transcript.Range) {
	plain := make([]byte, 0, len(marked))
	start := 0
	for i := range len(marked) {
		switch marked[i] {
		case markStart:
			start = len(plain)
		case markEnd:
			ranges = append(ranges, transcript.Range{Start: start, End: len(plain)})
		case markSplit:
		default:
			plain = append(plain, marked[i])
		}
	}
	return string(plain), ranges
}
