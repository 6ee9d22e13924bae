package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// AppendWidget appends the content of the <quote-timeline> element's shadow root, except
// for the style sheet. The controls are disabled until the program in the browser
// starts. They have their final size from the beginning, so the page does not move when
// they are enabled.
func AppendWidget(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	dst = append(dst, `<article class="ql" lang="`...)
	dst = o.say(dst, messages.Lang)
	dst = append(dst, `" dir="`...)
	dst = o.say(dst, messages.Direction)
	dst = append(dst, `" data-version="`...)
	dst = appendInt(dst, t.Version)
	dst = append(dst, `">`...)
	dst = appendSymbols(dst, len(l.Lanes))
	dst = appendPlaySymbols(dst, t, o)
	dst = appendStrip(dst, t, l, o)
	dst = appendHeader(dst, t, l, o)
	dst = appendPlayer(dst, t, o)
	dst = appendTools(dst, t, l, o)
	dst = appendCalendar(dst, l, o)
	dst = append(dst, `<div class="line" part="line" role="group" aria-label="`...)
	dst = o.say(dst, messages.Timeline)
	dst = append(dst, `">`...)
	dst = appendChips(dst, t, l, o)
	dst = appendZoom(dst, o)
	dst = appendPlotBox(dst, t, l, o)
	// Some elements are filled later by the program in the browser. They are already in
	// the markup, so that the program only has to set their content.
	dst = append(dst, `</div><div class="active">`...)
	dst = AppendActive(dst, t, l, o)
	dst = append(dst, `</div><div class="list">`...)
	for b := range l.Bands {
		dst = appendBand(dst, t, l, o, b)
	}
	dst = append(dst, `</div>`...)
	dst = appendMore(dst, t, l, o)
	dst = append(dst, `<div class="box" hidden></div>`...)
	dst = appendFooter(dst, t, o)
	return append(dst, `<p class="vh" role="status"></p></article>`...)
}

// separator is the markup between two facts about the interview.
const separator = `<span class="sep"> / </span>`

// appendHeader appends the title, the summary, and a line of facts.
func appendHeader(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	dst = append(dst, `<header class="head" part="header"><p class="kicker">`...)
	dst = o.say(dst, messages.Interview)
	dst = append(dst, `</p><h2 class="title"`...)
	dst = appendLang(dst, t.Lang)
	dst = appendEscaped(dst, t.Title)
	dst = append(dst, `</h2>`...)
	if t.Summary != "" {
		dst = append(dst, `<p class="summary"`...)
		dst = appendLang(dst, t.Lang)
		dst = appendEscaped(dst, t.Summary)
		dst = append(dst, `</p>`...)
	}
	// Example: "Translated / November 29, 2023 / 30 turns, 1,046 words / Correction, May 3, 2024"
	dst = append(dst, `<p class="facts">`...)
	if note := o.editingNote(t); note != "" {
		dst = append(dst, `<b><bdi>`...)
		dst = appendEscaped(dst, note)
		dst = append(dst, `</bdi></b>`+separator...)
	}
	if t.RecordedAt != "" {
		dst = appendTime(dst, o, t.RecordedAt)
		dst = append(dst, separator...)
	}
	dst = o.sayCount(dst, messages.Turns, len(t.Turns), count(len(t.Turns)))
	dst = o.comma(dst)
	dst = o.sayCount(dst, messages.Words, l.Words, count(l.Words))
	dst = appendCorrected(dst, t, o, separator)
	return append(dst, `</p></header>`...)
}

// editingNote returns a note on how the words of the transcript were edited. If the
// editor has written a note, it returns that. Otherwise it returns "Translated" or
// "Condensed" in the language of the interface, or "" if the words were not edited.
func (o Options) editingNote(t *transcript.Transcript) string {
	switch {
	case t.Note != "":
		return t.Note
	case t.Editing == transcript.EditingTranslated:
		return o.words().Say(messages.Translated)
	case t.Editing == transcript.EditingCondensed:
		return o.words().Say(messages.Condensed)
	}
	return ""
}

// appendLang appends the attributes lang and dir, and the ">" at the end of an
// element's opening tag.
func appendLang(dst []byte, lang string) []byte {
	dst = append(dst, ` lang="`...)
	dst = appendEscaped(dst, lang)
	return append(dst, `" dir="auto">`...)
}

func appendFooter(dst []byte, t *transcript.Transcript, o Options) []byte {
	dst = append(dst, `<footer class="foot" part="footer"><a href="`...)
	dst = appendPageURL(dst, t, o)
	dst = append(dst, `">`...)
	dst = o.say(dst, messages.FullTranscript)
	dst = append(dst, `</a><a href="`...)
	dst = appendDataURL(dst, t, o)
	dst = append(dst, `">`...)
	dst = o.say(dst, messages.Data)
	return append(dst, `</a><span class="maker">Quoteline</span></footer>`...)
}
