package render

import (
	"quoteline/shared/transcript"
	"quoteline/shared/words"
)

// appendCorrections appends what was changed after publication, as the transcript
// tells it; nothing when there is nothing to tell.
func appendCorrections(dst []byte, t *transcript.Transcript, o Options) []byte {
	if len(t.Corrections) == 0 {
		return dst
	}
	dst = append(dst, "<section class=\"corrections\" lang=\""...)
	dst = o.say(dst, words.Lang)
	dst = append(dst, "\" dir=\""...)
	dst = o.say(dst, words.Direction)
	dst = append(dst, "\" aria-labelledby=\"corrections\">\n<h2 id=\"corrections\">"...)
	dst = o.say(dst, words.Corrections)
	dst = append(dst, "</h2>\n<ul>\n"...)
	for i := range t.Corrections {
		dst = appendCorrection(dst, t, o, &t.Corrections[i])
	}
	return append(dst, "</ul>\n</section>\n"...)
}

// appendCorrection appends one. The note and the words are the transcript's own,
// in its language. A turn that is gone has no number and no page.
func appendCorrection(dst []byte, t *transcript.Transcript, o Options, c *transcript.Correction) []byte {
	dst = append(dst, "<li><p class=\"correction-of\"><time datetime=\""...)
	dst = appendEscaped(dst, c.Date)
	dst = append(dst, "\">"...)
	dst = appendEscaped(dst, string(o.words().AppendDate(nil, c.Date)))
	dst = append(dst, "</time>"...)
	if i := t.TurnIndex(c.Turn); i >= 0 {
		dst = append(dst, " <a href=\""...)
		dst = appendTurnURL(dst, t, i, o)
		dst = append(dst, "\">"...)
		dst = o.say(dst, words.TurnNumber, count(i+1))
		dst = append(dst, "</a>"...)
	}
	dst = append(dst, "</p>\n<div lang=\""...)
	dst = appendEscaped(dst, t.Lang)
	dst = append(dst, "\" dir=\"auto\"><p>"...)
	dst = appendEscaped(dst, c.Note)
	dst = append(dst, "</p>"...)
	dst = appendRewording(dst, c.Before, c.After)
	return append(dst, "</div></li>\n"...)
}

// appendRewording appends the steps from before to after, none when neither is
// known.
func appendRewording(dst []byte, before, after string) []byte {
	if before == "" && after == "" {
		return dst
	}
	dst = append(dst, "<p class=\"reworded\">"...)
	for _, edit := range transcript.DiffWords(before, after) {
		tag := ""
		switch edit.Op {
		case transcript.Delete:
			tag = "del>"
		case transcript.Insert:
			tag = "ins>"
		}
		if tag != "" {
			dst = append(append(dst, '<'), tag...)
		}
		dst = appendEscaped(dst, edit.Text)
		if tag != "" {
			dst = append(append(dst, "</"...), tag...)
		}
	}
	return append(dst, "</p>"...)
}
