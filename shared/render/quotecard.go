package render

import (
	"strings"

	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// appendCard appends turn i as a quotation with its speaker. If the turn answers a
// question, the question and its speaker come first. A small timeline graphic shows
// where in the conversation the turn is.
func appendCard(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, i int, url string) []byte {
	turn := &t.Turns[i]
	dst = append(dst, "<figure class=\"quote-card\">\n"...)
	if q := t.TurnIndex(turn.ReplyTo); q >= 0 {
		dst = append(dst, "<div class=\"quote-asked\"><b><bdi>"...)
		dst = appendEscaped(dst, o.speakerName(t, q))
		dst = append(dst, "</bdi></b>"...)
		dst = appendParagraphs(dst, t.Turns[q].Text, marks{})
		dst = append(dst, "</div>\n"...)
	}
	// The speaker's name is in the caption, because a blockquote must contain only the
	// quoted words.
	dst = append(dst, "<blockquote cite=\""...)
	dst = append(dst, url...)
	dst = append(dst, '"')
	if turn.Lang != "" {
		dst = append(dst, " lang=\""...)
		dst = appendEscaped(dst, turn.Lang)
		dst = append(dst, '"')
	}
	dst = append(dst, '>')
	dst = appendParagraphs(dst, turn.Text, marks{})
	dst = append(dst, "</blockquote>\n<figcaption lang=\""...)
	dst = o.say(dst, messages.Lang)
	dst = append(dst, "\" dir=\""...)
	dst = o.say(dst, messages.Direction)
	dst = append(dst, "\">\n"...)
	dst = appendSpeaker(dst, t, o, i)
	dst = appendCardLine(dst, t, l, i)
	dst = appendSource(dst, t, o, i)
	return append(dst, "</figcaption>\n</figure>\n"...)
}

// appendCardLine appends the small timeline graphic of a quotation. Only turn i has
// full colour.
func appendCardLine(dst []byte, t *transcript.Transcript, l *timeline.Layout, i int) []byte {
	dst = appendMiniStart(dst, l, "quote-line")
	for lane := range l.Lanes {
		dst = appendMiniLane(dst, t, l, lane, timeline.Plain, " dim")
	}
	if s := &l.Segments[i]; s.Lane >= 0 {
		y, height := miniPlace(t, l, s.Lane)
		dst = append(dst, `<path class="s`...)
		dst = appendInt(dst, l.Lanes[s.Lane].Colour)
		dst = append(dst, `" d="`...)
		dst = appendWholeBar(dst, s, y, height)
		dst = append(dst, `"/>`...)
	}
	return append(dst, "</svg>\n"...)
}

// appendSpeaker appends the name of the speaker of turn i.
func appendSpeaker(dst []byte, t *transcript.Transcript, o Options, i int) []byte {
	dst = append(dst, "<p class=\"quote-by\"><b><bdi>"...)
	dst = appendEscaped(dst, o.speakerName(t, i))
	dst = append(dst, "</bdi></b>"...)
	if k := t.SpeakerIndex(t.Turns[i].Speaker); k >= 0 && t.Speakers[k].Role != "" {
		dst = o.comma(dst)
		dst = append(dst, "<bdi>"...)
		dst = appendEscaped(dst, t.Speakers[k].Role)
		dst = append(dst, "</bdi>"...)
	}
	return append(dst, "</p>\n"...)
}

// appendSource appends the title of the interview that contains the quotation, turn i.
// If the words are translated or condensed, it also says that.
func appendSource(dst []byte, t *transcript.Transcript, o Options, i int) []byte {
	before, _, after := messages.Hole(o.words().Say(messages.FromInterview))
	dst = append(dst, "<p class=\"quote-from\">"...)
	dst = append(dst, before...)
	dst = append(dst, "<a href=\""...)
	dst = appendPageURL(dst, t, o)
	dst = append(dst, '"')
	dst = appendLang(dst, t.Lang)
	dst = appendEscaped(dst, t.Title)
	dst = append(dst, "</a>"...)
	dst = append(dst, after...)
	dst = append(dst, "</p>\n<p class=\"quote-place\">"...)
	dst = o.say(dst, messages.TurnOf, count(i+1), count(len(t.Turns)))
	if note := o.editingNote(t); note != "" {
		dst = append(dst, " / <bdi>"...)
		dst = appendEscaped(dst, note)
		dst = append(dst, "</bdi>"...)
	}
	return append(dst, "</p>\n"...)
}

// excerptRunes is the greatest length of an excerpt in code points. The previews that
// other sites show for a link cut a text at about this length.
const excerptRunes = 280

// excerpt returns the beginning of a text on one line. A short text is returned whole.
// A longer one is cut between words, and ends with "…".
func excerpt(text string) string {
	text = strings.ReplaceAll(text, "\n", " ")
	start := firstRunes(text, excerptRunes)
	if len(start) == len(text) {
		return text
	}
	if end := strings.LastIndexByte(start, ' '); end > 0 {
		start = start[:end]
	}
	return start + "…"
}
