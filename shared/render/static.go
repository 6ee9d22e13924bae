package render

import (
	"strings"

	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// AppendStatic appends a transcript that needs no script and no other file. It consists
// of a drawing of the timeline, and the turns that are not hidden in the layout l
// (where and how each turn is drawn). style is the text of a style sheet, which is
// written into the markup. If a site removes the style sheet, headings, quotations and
// links remain.
func AppendStatic(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, style string) []byte {
	dst = append(dst, `<section class="quoteline"`...)
	dst = appendLang(dst, t.Lang)
	dst = append(dst, '\n')
	dst = appendStyleLink(dst, style)
	dst = append(dst, "<h2>"...)
	dst = appendEscaped(dst, t.Title)
	dst = append(dst, "</h2>\n"...)
	if t.Summary != "" {
		dst = append(dst, "<p>"...)
		dst = appendEscaped(dst, t.Summary)
		dst = append(dst, "</p>\n"...)
	}
	dst = appendStaticFacts(dst, t, l, o)
	dst = appendStaticLine(dst, l)
	for b := range l.Bands {
		dst = appendStaticBand(dst, t, l, o, b)
	}
	dst = append(dst, "<footer>\n"...)
	dst = AppendLink(dst, t, o, &Embed{})
	return append(dst, "</footer>\n</section>\n"...)
}

// AppendStaticPage appends a whole document with the markup of [AppendStatic], which
// can be saved as a file.
func AppendStaticPage(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, style string) []byte {
	dst = append(dst, "<!doctype html>\n<html lang=\""...)
	dst = appendEscaped(dst, t.Lang)
	dst = append(dst, "\">\n<head>\n"...)
	dst = appendMeta(dst, t.Title)
	dst = append(dst, `<link rel="canonical" href="`...)
	dst = appendPageURL(dst, t, o)
	dst = append(dst, "\">\n</head>\n<body>\n"...)
	dst = AppendStatic(dst, t, l, o, style)
	return append(dst, "</body>\n</html>\n"...)
}

// appendStyleLink appends a link to the style sheet, whose text is in the link's
// address: "data:text/css,p%7Bmargin%3A0%7D". A <style> element is no alternative.
// Some sites remove its tags but not its text, so their readers would see the text.
func appendStyleLink(dst []byte, style string) []byte {
	dst = append(dst, `<link rel="stylesheet" href="data:text/css,`...)
	dst = appendComponent(dst, strings.Join(strings.Fields(style), " "))
	return append(dst, "\"/>\n"...)
}

func appendStaticFacts(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	dst = appendFactsStart(dst, o)
	if note := o.editingNote(t); note != "" {
		dst = append(dst, "<b>"...)
		dst = appendEscaped(dst, note)
		dst = append(dst, "</b> / "...)
	}
	if t.RecordedAt != "" {
		dst = appendTime(dst, o, t.RecordedAt)
		dst = append(dst, " / "...)
	}
	dst = o.sayCount(dst, messages.Turns, len(t.Turns), count(len(t.Turns)))
	dst = o.comma(dst)
	dst = o.sayCount(dst, messages.Words, l.Words, count(l.Words))
	dst = appendCorrected(dst, t, o, " / ")
	return append(dst, "</p>\n"...)
}

// appendFactsStart appends the start tag of a paragraph with facts about the interview.
// The paragraph is in the language of the interface.
func appendFactsStart(dst []byte, o Options) []byte {
	dst = append(dst, `<p class="facts" lang="`...)
	dst = o.say(dst, messages.Lang)
	dst = append(dst, `" dir="`...)
	dst = o.say(dst, messages.Direction)
	return append(dst, `">`...)
}

// staticLane is the height of a lane (a speaker's row) in units of the SVG viewBox. The
// viewBox is [timeline.Width] units wide, and is stretched to the width of the page.
const staticLane = 10

// appendStaticLine draws the timeline: a row for each speaker and a bar for each turn.
// The bars of turns that a filter hides are pale.
func appendStaticLine(dst []byte, l *timeline.Layout) []byte {
	if len(l.Lanes) == 0 {
		return dst
	}
	dst = append(dst, `<svg aria-hidden="true" preserveAspectRatio="none" width="100%" height="`...)
	dst = appendInt(dst, len(l.Lanes)*2*staticLane)
	dst = append(dst, `" viewBox="0 0 `...)
	dst = appendInt(dst, timeline.Width)
	dst = append(dst, ' ')
	dst = appendInt(dst, len(l.Lanes)*staticLane)
	dst = append(dst, `">`...)
	for i := range l.Segments {
		s := &l.Segments[i]
		if s.Lane < 0 {
			continue
		}
		// A static page cannot be zoomed, so the drawing always shows the whole
		// timeline.
		place, wide, _ := timeline.Whole().Span(s.X, s.W)
		dst = append(dst, `<rect class="s`...)
		dst = appendInt(dst, l.Lanes[s.Lane].Colour)
		dst = append(dst, `" x="`...)
		dst = appendInt(dst, place)
		dst = append(dst, `" y="`...)
		dst = appendInt(dst, s.Lane*staticLane+staticLane/4)
		dst = append(dst, `" width="`...)
		dst = appendInt(dst, wide)
		dst = append(dst, `" height="`...)
		dst = appendInt(dst, staticLane/2)
		if s.Mark == timeline.Hidden {
			dst = append(dst, `" opacity=".25`...)
		}
		dst = append(dst, `"/>`...)
	}
	return append(dst, "</svg>\n"...)
}

func appendStaticBand(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, b int) []byte {
	band := &l.Bands[b]
	if name := bandName(t, o, band); name != "" && !band.Empty {
		dst = append(dst, "<h3>"...)
		dst = appendEscaped(dst, name)
		dst = append(dst, "</h3>\n"...)
	}
	for i := band.First - 1; i < band.Last; i++ {
		if stub := l.Rows[i].Stub; stub > 0 {
			dst = appendFactsStart(dst, o)
			dst = appendLeftOut(dst, o, i+1, stub)
			dst = append(dst, "</p>\n"...)
		}
		if l.Rows[i].Shown {
			dst = appendStaticTurn(dst, t, l, o, i)
		}
	}
	return dst
}

// appendStaticTurn appends turn i: first the name of the speaker, with a link to the
// turn, and then the words. An answer is a <blockquote>, and a question is a <div>.
func appendStaticTurn(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, i int) []byte {
	turn := &t.Turns[i]
	dst = append(dst, `<p class="by s`...)
	dst = appendInt(dst, max(0, l.Segments[i].Lane))
	dst = append(dst, `"><b>`...)
	dst = appendEscaped(dst, o.nameOf(t, l.Speakers[i]))
	dst = append(dst, `</b> <a href="`...)
	dst = appendTurnURL(dst, t, i, o)
	dst = append(dst, `">`...)
	dst = o.number(dst, i+1)
	dst = append(dst, "</a></p>\n"...)
	// A question of the interviewer is not a quotation, and neither is a note.
	element := "blockquote"
	if turn.Kind == transcript.Question || turn.Kind == transcript.Note {
		element = "div"
	}
	dst = append(dst, '<')
	dst = append(dst, element...)
	if turn.Lang != "" {
		dst = appendLang(dst, turn.Lang)
	} else {
		dst = append(dst, '>')
	}
	dst = append(dst, "<p>"...)
	dst = appendPlainParagraphs(dst, turn.Text)
	dst = append(dst, "</p></"...)
	dst = append(dst, element...)
	return append(dst, ">\n"...)
}
