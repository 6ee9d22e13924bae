package desk

import (
	"slices"
	"unicode/utf8"

	"quoteline/shared/edit"
	"quoteline/shared/transcript"
)

// TurnRow is a row of the list in which an editor changes the turns. Each row shows one
// turn.
type TurnRow struct {
	ID      string              `json:"id"`
	N       int                 `json:"n"`
	Speaker string              `json:"speaker"` // id of the speaker
	Name    string              `json:"name"`
	Lane    int                 `json:"lane"` // -1 for none
	Kind    transcript.TurnKind `json:"kind"`
	Text    string              `json:"text"`
	Clipped bool                `json:"clipped"` // Text is only the beginning of the turn's text
	Topic   string              `json:"topic"`   // label of the topic that begins with this turn, "" for none
	Start   string              `json:"start"`   // as in "1:02"; "" for none
}

// clip is the maximum number of bytes that the list of turns shows of a turn's text.
const clip = 1200

// TurnRows returns the rows for a range of turns. The argument from is the first index of the
// range, and to is the index after the last. A row contains only the beginning of a long
// text. Indexes without a turn are skipped.
func (d *Desk) TurnRows(from, to int) []TurnRow {
	from, to = max(from, 0), min(to, len(d.current.Turns))
	rows := []TurnRow{}
	for i := from; i < to; i++ {
		rows = append(rows, d.turnRow(i, clip))
	}
	return rows
}

// Turn returns the turn with that id, with all of its text. It returns false if there is no
// such turn.
func (d *Desk) Turn(id string) (TurnRow, bool) {
	i := d.current.TurnIndex(id)
	if i < 0 {
		return TurnRow{}, false
	}
	return d.turnRow(i, len(d.current.Turns[i].Text)), true
}

func (d *Desk) turnRow(i, longest int) TurnRow {
	turn := &d.current.Turns[i]
	row := TurnRow{ID: turn.ID, N: i + 1, Speaker: turn.Speaker, Kind: turn.Kind, Lane: d.layout.Segments[i].Lane, Text: turn.Text}
	if k := d.current.SpeakerIndex(turn.Speaker); k >= 0 {
		row.Name = d.current.Speakers[k].Name
	}
	row.Text = clipped(turn.Text, longest)
	row.Clipped = len(row.Text) < len(turn.Text)
	if ms, ok := turn.Start.Millis(); ok {
		row.Start = edit.FormatClock(ms)
	}
	if d.topicBegins(i) {
		row.Topic = d.topicLabel(turn.Topics[0])
	}
	return row
}

func (d *Desk) topicBegins(i int) bool {
	topics := d.current.Turns[i].Topics
	return len(topics) > 0 && (i == 0 || !slices.Equal(topics, d.current.Turns[i-1].Topics))
}

func (d *Desk) topicLabel(id string) string {
	for _, t := range d.current.Topics {
		if t.ID == id {
			return t.Label
		}
	}
	return id
}

// clipped cuts off the end of a text that is too long. The argument longest is the
// largest number of bytes of the result. The result does not end inside a character.
func clipped(text string, longest int) string {
	if len(text) <= longest {
		return text
	}
	for !utf8.RuneStart(text[longest]) {
		longest--
	}
	return text[:longest]
}
