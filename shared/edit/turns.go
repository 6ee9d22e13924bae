package edit

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"quoteline/shared/transcript"
)

func (w *work) assign(i int, speaker string) string {
	if w.t.SpeakerIndex(speaker) < 0 {
		return "The speaker is no longer there."
	}
	w.t.Turns[i].Speaker = speaker
	if w.t.Turns[i].Kind == transcript.Note {
		w.t.Turns[i].Kind = transcript.Statement
	}
	return ""
}

func (w *work) part(i int, part transcript.TurnKind) string {
	switch part {
	case transcript.Question, transcript.Answer, transcript.Statement, transcript.Note:
	default:
		return "A turn is a question, an answer, a statement or a note."
	}
	turn := &w.t.Turns[i]
	turn.Kind = part
	w.parts[turn.ID] = part
	return ""
}

func (w *work) words(i int, text string) string {
	text = Prose(text)
	if text == "" {
		return "A turn has words. Remove the turn to leave them out."
	}
	w.t.Turns[i].Text = text
	return ""
}

// Prose cleans a text that an editor typed, for use as the text of a turn. It
// normalises to Unicode form NFC, deletes empty paragraphs and the white space around
// each paragraph, and replaces control characters by spaces.
func Prose(text string) string {
	var paragraphs []string
	for line := range strings.Lines(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)) {
		if line = Line(line); line != "" {
			paragraphs = append(paragraphs, line)
		}
	}
	return strings.Join(paragraphs, "\n")
}

// Line cleans a text that an editor typed and makes one paragraph of it. Otherwise it
// does the same as [Prose].
func Line(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
	return norm.NFC.String(strings.TrimSpace(text))
}

func (w *work) start(i int, clock string) string {
	turn := &w.t.Turns[i]
	if strings.TrimSpace(clock) == "" {
		turn.Start, turn.End = transcript.Offset{}, transcript.Offset{}
		return ""
	}
	millis, ok := parseClock(clock)
	if !ok {
		return "Write the time as minutes and seconds, such as 1:02 or 1:00:02.5."
	}
	turn.Start = transcript.At(millis)
	if end, ok := turn.End.Millis(); ok && end < millis {
		turn.End = transcript.Offset{}
	}
	return ""
}

// split divides turn i into two turns. The argument at is the number of code points
// before the division. The second turn gets the end time of the whole turn. Its start
// is unknown, because the source gives no time for it. If the argument speaker is "",
// both turns have the same speaker. The result is "", or the reason why the change is
// not possible.
func (w *work) split(i, at int, speaker string) string {
	turn := &w.t.Turns[i]
	cut := byteAt(turn.Text, at)
	first, second := Prose(turn.Text[:cut]), Prose(turn.Text[cut:])
	if first == "" || second == "" {
		return "Both parts need words. Choose a place inside the text."
	}
	if speaker == "" {
		speaker = turn.Speaker
	} else if w.t.SpeakerIndex(speaker) < 0 {
		return "The speaker is no longer there."
	}
	rest := *turn
	rest.ID, rest.Speaker, rest.Text, rest.Start = "", speaker, second, transcript.Offset{}
	turn.Text, turn.End = first, transcript.Offset{}
	w.t.Turns = slices.Insert(w.t.Turns, i+1, rest)
	transcript.AssignIDs(w.t)
	return ""
}

// byteAt converts an index in code points to a byte offset in text. It returns
// len(text) if the text has fewer code points.
func byteAt(text string, at int) int {
	cut := 0
	for ; at > 0 && cut < len(text); at-- {
		_, size := utf8.DecodeRuneInString(text[cut:])
		cut += size
	}
	return cut
}

func (w *work) join(i int) string {
	if i == 0 {
		return "There is no turn before the first one."
	}
	before, turn := &w.t.Turns[i-1], &w.t.Turns[i]
	before.Text += "\n" + turn.Text
	before.End = turn.End
	w.forget(turn.ID, before.ID)
	w.t.Turns = slices.Delete(w.t.Turns, i, i+1)
	return ""
}

func (w *work) remove(i int) string {
	if len(w.t.Turns) == 1 {
		return "A transcript has at least one turn."
	}
	w.forget(w.t.Turns[i].ID, "")
	w.t.Turns = slices.Delete(w.t.Turns, i, i+1)
	return ""
}

// forget prepares the deletion of the turn with this id. Answers that reply to this
// turn become replies to another turn, whose id is in the parameter called "instead".
// If that parameter is "", these answers no longer reply to any turn.
func (w *work) forget(id, instead string) {
	for k := range w.t.Turns {
		turn := &w.t.Turns[k]
		if turn.ReplyTo != id {
			continue
		}
		turn.ReplyTo = instead
		if turn.ID == instead {
			turn.ReplyTo = ""
		}
	}
}
