package render

import (
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// AppendWidget appends what stands inside the element's shadow root, but for
// the style sheet. Controls are present and disabled: the browser program
// enables them when it can serve them, and nothing moves when it does.
func AppendWidget(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	dst = append(dst, `<article class="ql" lang="en" data-version="`...)
	dst = appendInt(dst, t.Version)
	dst = append(dst, `">`...)
	dst = appendSymbols(dst, len(l.Lanes))
	dst = appendStrip(dst, t, l)
	dst = appendHeader(dst, t, l)
	dst = appendTools(dst, t, l)
	dst = append(dst, `<div class="line" role="group" aria-label="Timeline">`...)
	dst = appendChips(dst, t, l)
	dst = appendPlotBox(dst, t, l, o)
	dst = append(dst, `</div><div class="active">`...)
	dst = AppendActive(dst, t, l)
	dst = append(dst, `</div><div class="list">`...)
	for b := range l.Bands {
		dst = appendBand(dst, t, l, o, b)
	}
	dst = append(dst, `</div>`...)
	dst = appendFooter(dst, t, o)
	return append(dst, `<p class="vh" role="status"></p></article>`...)
}

func appendHeader(dst []byte, t *transcript.Transcript, l *timeline.Layout) []byte {
	dst = append(dst, `<header class="head"><p class="kicker">Interview</p><h2 class="title"`...)
	dst = appendLang(dst, t.Lang)
	dst = appendEscaped(dst, t.Title)
	dst = append(dst, `</h2>`...)
	if t.Summary != "" {
		dst = append(dst, `<p class="summary"`...)
		dst = appendLang(dst, t.Lang)
		dst = appendEscaped(dst, t.Summary)
		dst = append(dst, `</p>`...)
	}
	dst = append(dst, `<p class="facts">`...)
	if note := editingNote(t); note != "" {
		dst = append(dst, `<b>`...)
		dst = appendEscaped(dst, note)
		dst = append(dst, `</b><span class="sep"> / </span>`...)
	}
	dst = appendOf(dst, len(t.Turns), "turn")
	dst = append(dst, ", "...)
	dst = appendOf(dst, l.Words, "word")
	return append(dst, `</p></header>`...)
}

// editingNote says what has been done to the words, the editor's own remark
// first.
func editingNote(t *transcript.Transcript) string {
	switch {
	case t.Note != "":
		return t.Note
	case t.Editing == transcript.EditingTranslated:
		return "Translated"
	case t.Editing == transcript.EditingCondensed:
		return "Condensed"
	}
	return ""
}

// appendLang ends an opening tag with the language and direction of its text.
func appendLang(dst []byte, lang string) []byte {
	dst = append(dst, ` lang="`...)
	dst = appendEscaped(dst, lang)
	return append(dst, `" dir="auto">`...)
}

func appendFooter(dst []byte, t *transcript.Transcript, o Options) []byte {
	dst = append(dst, `<footer class="foot"><a href="`...)
	dst = appendPageURL(dst, t, o)
	dst = append(dst, `">Full transcript</a><a href="`...)
	dst = appendDataURL(dst, t, o)
	return append(dst, `">Data (JSON)</a><span class="maker">Quoteline</span></footer>`...)
}
