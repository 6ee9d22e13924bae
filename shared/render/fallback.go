package render

import (
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
	dst = append(dst, `<blockquote cite="`...)
	dst = appendPageURL(dst, t, o)
	dst = append(dst, '"')
	dst = appendLang(dst, t.Lang)
	dst = append(dst, '\n')
	shown := 0
	for i := range t.Turns {
		row := &l.Rows[i]
		if l.Dense && shown >= FirstTurns && !(row.Shown && isReply(t, i)) {
			dst = appendGap(dst, o, i+1, len(t.Turns)-i)
			break
		}
		if row.Stub > 0 {
			dst = appendGap(dst, o, i+1, row.Stub)
		}
		if row.Shown {
			shown++
			dst = appendPlainTurn(dst, t, o, i)
		}
	}
	dst = append(dst, "</blockquote>\n"...)
	return AppendLink(dst, t, o, &Embed{})
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

// appendPlainTurn appends turn i as paragraphs. The first paragraph begins with the
// speaker's name.
func appendPlainTurn(dst []byte, t *transcript.Transcript, o Options, i int) []byte {
	for k, paragraph := range strings.Split(t.Turns[i].Text, "\n") {
		dst = append(dst, "<p"...)
		if lang := t.Turns[i].Lang; lang != "" {
			dst = appendLang(dst, lang)
		} else {
			dst = append(dst, '>')
		}
		if k == 0 {
			dst = append(dst, "<b>"...)
			dst = appendEscaped(dst, o.speakerName(t, i))
			dst = append(dst, ":</b> "...)
		}
		dst = appendEscaped(dst, paragraph)
		dst = append(dst, "</p>\n"...)
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
