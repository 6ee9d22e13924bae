package cite

import (
	"strings"

	"quoteline/shared/transcript"
)

// Quote is a quotation and its source. Words, Title and URL are never empty. Any other
// string is "" if it is unknown, and Speakers is empty if the words have no speaker.
type Quote struct {
	Key       string   // identifies the quotation in a bibliography: the ids of transcript and turn, as in "tides-b2"
	Asker     string   // name of the person who asked Question
	Question  string   // the question that the words answer; "" if there is none
	Words     string   // paragraphs separated by "\n"; "[…]" replaces omitted words
	Dialogue  bool     // Words are several turns, each with its speaker's name before it
	Speakers  []string // names of the people who say Words; several only in a dialogue, in the order in which they speak
	Role      string
	Title     string // title of the transcript
	Editing   string // how the words were edited, as in "translated, excerpt"; "" for verbatim
	Publisher string
	Date      string // day of the conversation, else of publication: "2023-11-29"
	Lang      string // BCP 47 language tag of the words
	URL       string // link to the words
}

// Part is a turn to quote, or some words of a turn.
type Part struct {
	Turn  int // index in Transcript.Turns
	Words transcript.Range
}

// Of returns the quotation of the given parts. There must be one or more parts, in the
// order of the transcript. A single part is quoted with the question that it answers,
// if there is one. Several parts are quoted as a dialogue. The argument url is the link
// to the words.
func Of(t *transcript.Transcript, parts []Part, url string) Quote {
	turn := &t.Turns[parts[0].Turn]
	q := Quote{Key: t.ID + "-" + turn.ID, Title: t.Title, Lang: turn.Lang, URL: url}
	q.describe(t, turn)
	if len(parts) > 1 {
		q.quoteDialogue(t, parts)
		return q
	}
	q.Words = elided(turn.Text, parts[0].Words)
	var name string
	if name, q.Role = speaker(t, turn); name != "" {
		q.Speakers = []string{name}
	}
	if k := t.TurnIndex(turn.ReplyTo); k >= 0 {
		q.Asker, _ = speaker(t, &t.Turns[k])
		q.Question = t.Turns[k].Text
	}
	return q
}

// describe sets the fields Date, Publisher, Lang and Editing.
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

// quoteDialogue sets Words to the words of all parts, separated by line breaks. If
// turns between two parts are not quoted, "[…]" is written instead of these turns.
func (q *Quote) quoteDialogue(t *transcript.Transcript, parts []Part) {
	var words []string
	speakers, named := t.SpeakerIndexes(), map[string]bool{"": true}
	for i, part := range parts {
		turn := &t.Turns[part.Turn]
		if i > 0 && part.Turn > parts[i-1].Turn+1 {
			words = append(words, elision)
		}
		name := ""
		if k, ok := speakers[turn.Speaker]; ok {
			name = t.Speakers[k].Name
		}
		said := elided(turn.Text, part.Words)
		if name != "" {
			said = name + ": " + said
		}
		if !named[name] {
			named[name], q.Speakers = true, append(q.Speakers, name)
		}
		words = append(words, said)
	}
	q.Dialogue, q.Words = true, strings.Join(words, "\n")
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

// elision replaces words that are left out of a quotation.
const elision = "[…]"

// elided returns a part of a text. It puts "[…]" before the part if the text has words
// before it, and after the part if the text has words after it.
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

// asked returns the question in quotation marks, with the asker's name before it and
// the separator after it. If there is no question, it returns "".
func (q *Quote) asked(separator string) string {
	if q.Question == "" {
		return ""
	}
	return q.asker() + "“" + q.Question + "”" + separator
}

// asker returns the name of the person who asked the question, in the form "Name: ". It
// returns "" if that person is unknown.
func (q *Quote) asker() string {
	if q.Asker == "" {
		return ""
	}
	return q.Asker + ": "
}

// said returns the quoted words in quotation marks. For a dialogue it adds no quotation
// marks, because each turn of a dialogue begins with its speaker's name.
func (q *Quote) said() string {
	if q.Dialogue {
		return q.Words
	}
	return "“" + q.Words + "”"
}

// abstract returns one text: the question, the quoted words, and a remark on how the
// words were edited. Bibliography formats have no field for a quotation, so the text
// is written to their field for an abstract. Their field for notes is not used, for
// two reasons. Common citation styles print the notes in a bibliography, but not the
// abstract. And programs that read CSL-JSON take a note such as "publisher: …" for
// the publisher.
func (q *Quote) abstract() string { return q.asked(" ") + q.said() + q.remark() }

// speakerAndRole returns "Name, role", or only "Name" if the role is unknown. It
// returns all names of a dialogue, as in "Name, Name", and "" if no speaker is known.
func (q *Quote) speakerAndRole() string {
	names := strings.Join(q.Speakers, ", ")
	if names == "" || q.Role == "" {
		return names
	}
	return names + ", " + q.Role
}
