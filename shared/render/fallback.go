package render

import (
	"cmp"
	"strings"

	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// AppendFallback appends plain content for the <quote-timeline> element. It is for
// readers without JavaScript, for archives and for indexers. The content is the turns
// that no filter hides, with their speakers, a note for each gap, and a link to the
// transcript's page. Of a long (dense) transcript it has only about the first
// FirstTurns turns, because more would be too long for an article. It uses only HTML
// elements that content management systems allow.
func AppendFallback(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	dst = appendPlainTurns(dst, t, l, o)
	return AppendLink(dst, t, o, &Embed{})
}

// appendPlainTurns appends the same as [AppendFallback], but without the link.
func appendPlainTurns(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	shown := 0
	for i := range t.Turns {
		row := &l.Rows[i]
		if l.Dense && shown >= FirstTurns && !(row.Shown && isReply(t, i)) {
			return appendGap(dst, o, i+1, len(t.Turns)-i)
		}
		if row.Stub > 0 {
			dst = appendGap(dst, o, i+1, row.Stub)
		}
		if row.Shown {
			shown++
			dst = appendPlainTurn(dst, t, o, i)
		}
	}
	return dst
}

// isReply reports whether turn i answers the turn directly before it.
func isReply(t *transcript.Transcript, i int) bool {
	return i > 0 && t.Turns[i].ReplyTo != "" && t.Turns[i].ReplyTo == t.Turns[i-1].ID
}

func appendGap(dst []byte, o Options, n, length int) []byte {
	dst = append(dst, "<p><i>"...)
	dst = appendLeftOut(dst, o, n, length)
	return append(dst, "</i></p>\n"...)
}

// appendPlainTurn appends turn i as a quotation. Its first paragraph begins with the
// speaker's name.
//
// Each turn is a separate blockquote element. A reader view, such as Firefox's, keeps
// only the element whose paragraphs have the most text. One blockquote with all turns
// could have more text than the article around it. Then the reader view would drop
// the article.
func appendPlainTurn(dst []byte, t *transcript.Transcript, o Options, i int) []byte {
	turn := &t.Turns[i]
	dst = append(dst, `<blockquote cite="`...)
	dst = appendTurnURL(dst, t, i, o)
	dst = append(dst, '"')
	dst = appendLang(dst, cmp.Or(turn.Lang, t.Lang))
	dst = append(dst, "<p><b>"...)
	dst = appendEscaped(dst, o.speakerName(t, i))
	dst = append(dst, ":</b> "...)
	dst = appendPlainParagraphs(dst, turn.Text)
	return append(dst, "</p></blockquote>\n"...)
}

// appendPlainParagraphs appends the paragraphs of a turn, without the first start tag
// and the last end tag. It puts a line break between two paragraphs. Otherwise
// programs that remove all tags would join the last word of one paragraph and the
// first word of the next.
func appendPlainParagraphs(dst []byte, text string) []byte {
	for k, paragraph := range strings.Split(text, "\n") {
		if k > 0 {
			dst = append(dst, "</p>\n<p>"...)
		}
		dst = appendEscaped(dst, paragraph)
	}
	return dst
}

// appendLeftOut appends a note that turns are omitted, as in "[turns 3 to 7 left out]".
// n is the number of the first omitted turn, and length is how many turns are omitted.
func appendLeftOut(dst []byte, o Options, n, length int) []byte {
	dst = append(dst, '[')
	if length == 1 {
		dst = o.say(dst, messages.TurnLeftOut, count(n))
	} else {
		dst = o.say(dst, messages.TurnsLeftOut, count(n), count(n+length-1))
	}
	return append(dst, ']')
}
