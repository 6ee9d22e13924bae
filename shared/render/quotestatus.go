package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// appendQuoteStatus appends a note on the words of turn i that the reader's link
// quotes. It says whether the words are unchanged, are now in another place, or have
// been reworded.
func appendQuoteStatus(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, i int) []byte {
	row := &l.Rows[i]
	if row.Proof == transcript.Unproven {
		return dst
	}
	dst = append(dst, `<div class="proof"><p>`...)
	if row.Change != nil && row.Change.Date != "" {
		dst = o.say(dst, messages.RewordedOn, unescaped(string(appendTime(nil, o, row.Change.Date))))
	} else {
		dst = o.say(dst, quoteStatusPhrase(row.Proof))
	}
	dst = append(dst, `</p>`...)
	if row.Change != nil {
		dst = appendChange(dst, t, l, o, i)
	}
	return append(dst, `</div>`...)
}

func quoteStatusPhrase(proof transcript.Proof) messages.Phrase {
	return [...]messages.Phrase{
		transcript.Unchanged: messages.WordsUnchanged,
		transcript.Moved:     messages.WordsMoved,
		transcript.Reworded:  messages.WordsReworded,
		transcript.Removed:   messages.TurnRemoved,
	}[proof]
}

// appendChange shows how words that a link quotes have been reworded since. It appends
// the earlier and the present words, a link to the editor's correction, and a button
// that copies a link to the present words.
func appendChange(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, i int) []byte {
	c := l.Rows[i].Change
	if c.Found {
		dst = appendThenNow(dst, t, o, i, c.Then, c.Now)
	} else {
		dst = append(dst, `<p>`...)
		dst = o.say(dst, messages.OldWordsUnknown)
		dst = append(dst, `</p>`...)
	}
	corrected := l.Correction(t.Turns[i].ID) >= 0
	if !corrected && len(c.Now) == 0 {
		return dst
	}
	dst = append(dst, `<p class="on">`...)
	if corrected {
		dst = appendLinkButton(dst, o, "correction", i+1, messages.SeeCorrection)
	}
	if len(c.Now) > 0 {
		dst = appendLinkButton(dst, o, "relink", i+1, messages.CopyNewLink)
	}
	return append(dst, `</p>`...)
}

// appendThenNow appends the earlier words of turn i and, below them, the present words.
// The changes are marked.
func appendThenNow(dst []byte, t *transcript.Transcript, o Options, i int, then, now []transcript.Edit) []byte {
	dst = append(dst, `<dl class="versions">`...)
	dst = appendWording(dst, t, o, i, messages.Then, then)
	dst = appendWording(dst, t, o, i, messages.Now, now)
	return append(dst, `</dl>`...)
}

func appendWording(dst []byte, t *transcript.Transcript, o Options, i int, label messages.Phrase, steps []transcript.Edit) []byte {
	dst = append(dst, `<dt>`...)
	dst = o.say(dst, label)
	if len(steps) == 0 {
		dst = append(dst, `</dt><dd>`...)
		dst = o.say(dst, messages.NothingNow)
		return append(dst, `</dd>`...)
	}
	dst = append(dst, `</dt><dd dir="auto" lang="`...)
	dst = appendEscaped(dst, turnLang(t, i))
	dst = append(dst, `">`...)
	return append(appendEdits(dst, steps), `</dd>`...)
}

// appendEdits appends the words of a turn, and marks how they differ from another
// version. Deleted words are in <del>, inserted words in <ins>.
func appendEdits(dst []byte, steps []transcript.Edit) []byte {
	for _, step := range steps {
		element := ""
		switch step.Op {
		case transcript.Delete:
			element = "del>"
		case transcript.Insert:
			element = "ins>"
		}
		if element != "" {
			dst = append(append(dst, '<'), element...)
		}
		dst = appendEscaped(dst, step.Text)
		if element != "" {
			dst = append(append(dst, "</"...), element...)
		}
	}
	return dst
}

func appendLinkButton(dst []byte, o Options, act string, n int, label messages.Phrase) []byte {
	dst = append(dst, `<button type="button" class="link" data-act="`...)
	dst = append(dst, act...)
	dst = append(dst, `" data-n="`...)
	dst = appendInt(dst, n)
	dst = append(dst, `"><span>`...)
	dst = o.say(dst, label)
	return append(dst, `</span></button>`...)
}

// appendCorrections appends the editor's corrections of turn i, in the order of the
// transcript.
func appendCorrections(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, i int) []byte {
	for k := l.Correction(t.Turns[i].ID); k >= 0; k = l.NextCorrection(k) {
		c := &t.Corrections[k]
		dst = append(dst, `<aside class="fix" tabindex="-1"><p><b>`...)
		dst = appendCorrectionOf(dst, o, c)
		dst = append(dst, `</b> <span`...)
		dst = appendLang(dst, t.Lang)
		dst = appendEscaped(dst, c.Note)
		dst = append(dst, `</span></p>`...)
		if c.Before != "" && c.After != "" {
			then, now := transcript.Versions(c.Before, c.After)
			dst = appendThenNow(dst, t, o, i, then, now)
		}
		dst = append(dst, `</aside>`...)
	}
	return dst
}

// appendCorrected appends a link to the turn that was corrected last, with the date of
// that correction. The argument between is appended before the link. If that turn was
// removed since, the server answers with the nearest turn. If no turn was corrected,
// appendCorrected appends nothing.
func appendCorrected(dst []byte, t *transcript.Transcript, o Options, between string) []byte {
	if len(t.Corrections) == 0 {
		return dst
	}
	c := &t.Corrections[len(t.Corrections)-1]
	dst = append(dst, between...)
	dst = append(dst, `<a href="`...)
	dst = appendQuoteURL(dst, t, c.Turn, o)
	dst = append(dst, `">`...)
	dst = appendCorrectionOf(dst, o, c)
	return append(dst, `</a>`...)
}

// appendCorrectionOf appends the date of a correction, as in "Correction, May 3, 2024".
func appendCorrectionOf(dst []byte, o Options, c *transcript.Correction) []byte {
	return o.say(dst, messages.CorrectionOf, unescaped(string(appendTime(nil, o, c.Date))))
}

// appendTime appends the day of an RFC 3339 date in a <time> element. Readers see the
// date written out, and programs read the datetime attribute.
func appendTime(dst []byte, o Options, date string) []byte {
	dst = append(dst, `<time datetime="`...)
	dst = appendEscaped(dst, date)
	dst = append(dst, `">`...)
	dst = appendEscaped(dst, string(o.words().AppendDate(nil, date)))
	return append(dst, `</time>`...)
}

// turnLang returns the language of turn i, which is that of the transcript if the turn
// has none.
func turnLang(t *transcript.Transcript, i int) string {
	if lang := t.Turns[i].Lang; lang != "" {
		return lang
	}
	return t.Lang
}

// statusOf returns the phrase for the status of turn i, such as "Partly inaudible". It
// returns false if the turn has no status, or if its status is that of the whole
// transcript.
func statusOf(t *transcript.Transcript, i int) (messages.Phrase, bool) {
	status := t.Turns[i].Status
	switch {
	case status == string(t.Editing):
	case status == "condensed":
		return messages.Condensed, true
	case status == "translated":
		return messages.Translated, true
	case status == "inaudible":
		return messages.Inaudible, true
	}
	return 0, false
}
