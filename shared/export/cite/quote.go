package cite

import (
	"slices"
	"strings"

	"quoteline/shared/transcript"
)

// Quote is a quotation and its source. Only Words, Title and URL are always
// there.
type Quote struct {
	Key       string // unique among the quotations of a publisher
	Asker     string // who asked the question that the words answer
	Question  string // "" if they answer none
	Words     string // paragraphs separated by "\n"; "[…]" marks words left out
	Dialogue  bool   // several turns, each with its speaker's name before the words
	Speaker   string
	Role      string
	Title     string // of the transcript
	Editing   string // how the words were edited, as in "translated, excerpt"
	Publisher string
	Date      string // RFC 3339 full-date of the conversation, else of its publication
	Lang      string // BCP 47 tag of the words
	URL       string // leads to the words
}

// Part is the quoted part of a turn.
type Part struct {
	Turn  int // position in Transcript.Turns
	Words transcript.Range
}

// Of returns the quotation of one part, with the question that it answers, or of
// several in their order, as a dialogue. URL is the link that leads to the words.
func Of(t *transcript.Transcript, parts []Part, url string) Quote {
	turn := &t.Turns[parts[0].Turn]
	q := Quote{Key: t.ID + "-" + turn.ID, Title: t.Title, Lang: turn.Lang, URL: url}
	q.describe(t, turn)
	if len(parts) > 1 {
		q.quoteDialogue(t, parts)
		return q
	}
	q.Words = elided(turn.Text, parts[0].Words)
	q.Speaker, q.Role = speaker(t, turn)
	if k := t.TurnIndex(turn.ReplyTo); k >= 0 {
		q.Asker, _ = speaker(t, &t.Turns[k])
		q.Question = t.Turns[k].Text
	}
	return q
}

// describe sets the date, publisher, language and editing of the words.
func (q *Quote) describe(t *transcript.Transcript, turn *transcript.Turn) {
	q.Date = t.RecordedAt
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
	if turn.Status != q.Editing {
		q.remarkOn(turn.Status)
	}
}

// quoteDialogue sets the words to the parts, one below the other, with an elision
// between turns that do not follow each other.
func (q *Quote) quoteDialogue(t *transcript.Transcript, parts []Part) {
	var words, names []string
	for i, part := range parts {
		turn := &t.Turns[part.Turn]
		if i > 0 && part.Turn > parts[i-1].Turn+1 {
			words = append(words, elision)
		}
		name, _ := speaker(t, turn)
		said := elided(turn.Text, part.Words)
		if name != "" {
			said = name + ": " + said
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		words = append(words, said)
	}
	q.Dialogue, q.Words, q.Speaker = true, strings.Join(words, "\n"), strings.Join(names, ", ")
	q.remarkOn("excerpt")
}

func (q *Quote) remarkOn(remark string) {
	if q.Editing != "" && remark != "" {
		q.Editing += ", "
	}
	q.Editing += remark
}

func speaker(t *transcript.Transcript, turn *transcript.Turn) (name, role string) {
	if k := t.SpeakerIndex(turn.Speaker); k >= 0 {
		return t.Speakers[k].Name, t.Speakers[k].Role
	}
	return "", ""
}

// elision marks words that are left out.
const elision = "[…]"

// elided returns a part of a text, with an elision at each end at which words are
// missing.
func elided(text string, part transcript.Range) string {
	words := text[part.Start:part.End]
	if part.Start > 0 {
		words = elision + " " + words
	}
	if part.End < len(text) {
		words += " " + elision
	}
	return words
}

// asked returns the question in one line, with its asker and the separator before the
// words; "" if there is no question.
func (q *Quote) asked(separator string) string {
	if q.Question == "" {
		return ""
	}
	return q.asker() + "“" + q.Question + "”" + separator
}

// asker returns "Name: ", or "" if the asker is unknown.
func (q *Quote) asker() string {
	if q.Asker == "" {
		return ""
	}
	return q.Asker + ": "
}

// said returns the words in one line, in quotation marks. A dialogue has names
// instead of quotation marks.
func (q *Quote) said() string {
	if q.Dialogue {
		return q.Words
	}
	return "“" + q.Words + "”"
}

// note returns the words for formats that have no field for quotations.
func (q *Quote) note() string { return q.asked(" ") + q.said() + q.remark() }

// speakerAndRole returns "Name, role", or "" if the speaker is unknown.
func (q *Quote) speakerAndRole() string {
	if q.Speaker == "" || q.Role == "" {
		return q.Speaker
	}
	return q.Speaker + ", " + q.Role
}
