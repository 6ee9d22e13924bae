package cite

import "quoteline/shared/transcript"

// Quote is a quotation and its source. Only Words, Title and URL are always
// there.
type Quote struct {
	Key       string // unique among the quotations of a publisher
	Words     string // paragraphs separated by "\n"
	Speaker   string
	Role      string
	Title     string // of the transcript
	Editing   string // what has been done to the words: "", "condensed" or "translated"
	Publisher string
	Date      string // RFC 3339 full-date of the conversation, else of its publication
	Lang      string // BCP 47 tag of the words
	URL       string // leads to the words
}

// Of returns the quotation of a part of turn i, 0 ≤ i < len(t.Turns). URL is the
// link that leads to the words.
func Of(t *transcript.Transcript, i int, part transcript.Range, url string) Quote {
	turn := &t.Turns[i]
	q := Quote{
		Key: t.ID + "-" + turn.ID, Words: turn.Text[part.Start:part.End],
		Title: t.Title, Lang: turn.Lang, URL: url, Date: t.RecordedAt,
	}
	if k := t.SpeakerIndex(turn.Speaker); k >= 0 {
		q.Speaker, q.Role = t.Speakers[k].Name, t.Speakers[k].Role
	}
	if t.Publisher != nil {
		q.Publisher = t.Publisher.Name
	}
	if q.Lang == "" {
		q.Lang = t.Lang
	}
	if q.Date == "" {
		q.Date = t.DatePublished
	}
	if turn.Date != "" {
		q.Date = turn.Date
	}
	q.Date = q.Date[:min(len(q.Date), len("2006-01-02"))]
	if t.Editing != transcript.EditingVerbatim {
		q.Editing = string(t.Editing)
	}
	return q
}

// speakerAndRole returns "Name, role", "" where nobody is named.
func (q *Quote) speakerAndRole() string {
	if q.Speaker == "" || q.Role == "" {
		return q.Speaker
	}
	return q.Speaker + ", " + q.Role
}
