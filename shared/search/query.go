package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/script"
	"quoteline/shared/transcript"
)

// MaxQuery is the largest length of a text to search for, in bytes. Programs that accept
// such texts from clients refuse longer ones.
const MaxQuery = 1000

// Query describes the turns to find in many transcripts. The fields Words and Limit must
// be set. Each of the other fields restricts the result, unless the field has its zero
// value.
type Query struct {
	Words    []string // as [Words] returns them; a turn must have a word that begins with each of them
	Speaker  string   // id of the speaker
	Topic    string   // id of the topic
	From, To string   // first and last day, RFC 3339 full-date
	After    Place    // only hits after this one
	Limit    int      // greatest number of hits
}

// Place is the position of a turn among the turns of all transcripts. The transcripts
// are in the order of their ids.
type Place struct {
	ID string // of the transcript
	N  int    // position of the turn, counting from 1
}

// Before reports whether the turn at p comes before the turn at q.
func (p Place) Before(q Place) bool { return p.ID < q.ID || p.ID == q.ID && p.N < q.N }

// Hit is a turn in which all words of a query occur.
type Hit struct {
	Place
	Title   string // of the transcript
	Turn    string // id
	Speaker string // id
	Date    string // RFC 3339 full-date on which the turn was said, else on which the transcript was published; "" if unknown
	Text    string
	Ranges  []transcript.Range // where the words are, in order and without overlap
}

// Words splits a reader's input into pieces, at white space and control characters. It
// trims each piece as [Trim] does, and drops a piece without a letter or digit. So
// "the ❤️" has one word.
func Words(typed string) []string {
	var words []string
	for field := range strings.FieldsFuncSeq(typed, isGap) {
		if word := Trim(field); word != "" {
			words = append(words, word)
		}
	}
	return words
}

// Trim removes all characters before the first letter or digit of a text. It also
// removes all characters after the last letter or digit, except for the combining marks
// that follow it. It returns "" if the text has no letter and no digit. Any other result
// can be searched for: folding (which removes case and diacritics) may change a letter
// or digit, but does not delete it.
func Trim(text string) string {
	start := strings.IndexFunc(text, isBase)
	if start < 0 {
		return ""
	}
	end := strings.LastIndexFunc(text, isBase)
	_, size := utf8.DecodeRuneInString(text[end:])
	end += size
	rest := text[end:]
	return text[start : len(text)-len(strings.TrimLeftFunc(rest, unicode.IsMark))]
}

func isGap(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// isBase reports whether a character is a letter or digit. Every word has such a
// character. A combining mark alone makes no word.
func isBase(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

func isWord(r rune) bool { return isBase(r) || unicode.IsMark(r) }

// Across returns the turns of t that match q. It returns not more than q.Limit turns.
func Across(t *transcript.Transcript, q *Query) []Hit {
	if len(q.Words) == 0 {
		return nil
	}
	index := New(t)
	var hits []Hit
	for i := range t.Turns {
		hit := HitOf(t, i)
		if !q.asksFor(&hit, t.Turns[i].Topics) {
			continue
		}
		if hit.Ranges = index.turns[i].words(q.Words); hit.Ranges != nil {
			hits = append(hits, hit)
		}
	}
	return hits[:min(len(hits), q.Limit)]
}

// Marks returns the ranges of the text in which the given words occur, as [Across] finds
// them in a turn. A given word occurs where a word of the text begins with it: "comp"
// occurs in "company". If one of the given words does not occur, the result is nil.
func Marks(text string, words []string) []transcript.Range {
	f := foldText(text)
	return f.words(words)
}

// HitOf returns the turn at position i of t as a search result, without the ranges of
// the words found. Positions count from 0.
func HitOf(t *transcript.Transcript, i int) Hit {
	turn := &t.Turns[i]
	return Hit{
		Place: Place{t.ID, turn.N}, Title: t.Title,
		Turn: turn.ID, Speaker: turn.Speaker, Date: day(t, turn), Text: turn.Text,
	}
}

// day returns the date of a turn, with which Query.From and Query.To are compared. It
// is the turn's own date, else the date of the recording, else that of the publication.
// It returns "" if all are unknown.
func day(t *transcript.Transcript, turn *transcript.Turn) string {
	for _, date := range []string{turn.Date, t.RecordedAt, t.DatePublished} {
		if date != "" {
			return date[:min(len(date), len("2023-11-29"))]
		}
	}
	return ""
}

// asksFor reports whether the hit h and its topics satisfy the restrictions in q, such
// as Speaker and Topic. It does not check Words and Limit.
func (q *Query) asksFor(h *Hit, topics []string) bool {
	return q.After.Before(h.Place) &&
		(q.Speaker == "" || q.Speaker == h.Speaker) &&
		(q.Topic == "" || slices.Contains(topics, q.Topic)) &&
		(q.From == "" || q.From <= h.Date) &&
		(q.To == "" || h.Date != "" && h.Date <= q.To)
}

// words returns the ranges of the text in which the given words occur. A given word
// occurs where a word of the text begins with it: "comp" occurs in "company". If one of
// the given words does not occur, the result is nil. A given word that consists only of
// diacritics and invisible characters is ignored.
func (f *folded) words(words []string) []transcript.Range {
	var all []transcript.Range
	for _, word := range words {
		q := foldText(word).text
		if q == "" {
			continue
		}
		before := len(all)
		for start, end := f.next(q, 0); start >= 0; start, end = f.next(q, end) {
			if f.beginsWord(start) {
				all = append(all, f.original(start, end))
			}
		}
		if len(all) == before {
			return nil
		}
	}
	return joined(all)
}

// beginsWord reports whether a word begins at an offset of the folded text. Folding
// removes invisible characters, so they do not divide a word: in "a\u200db", no word
// begins at "b".
func (f *folded) beginsWord(at int) bool {
	last, _ := utf8.DecodeLastRuneInString(f.text[:at])
	first, _ := utf8.DecodeRuneInString(f.text[at:])
	return at == 0 || !isWord(last) || script.Single(last) || script.Single(first)
}

// joined sorts the ranges. If some ranges touch or overlap, it makes one range of
// them.
func joined(all []transcript.Range) []transcript.Range {
	if len(all) == 0 {
		return nil
	}
	slices.SortFunc(all, func(a, b transcript.Range) int { return a.Start - b.Start })
	kept := all[:1]
	for _, r := range all[1:] {
		if last := &kept[len(kept)-1]; r.Start <= last.End {
			last.End = max(last.End, r.End)
		} else {
			kept = append(kept, r)
		}
	}
	return kept
}
