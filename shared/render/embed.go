package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// Embed holds the options that a newsroom chooses for a timeline in one of its articles.
// The ids in the fields are those of speakers, topics and turns in the transcript. An
// option that is "" has its default value.
type Embed struct {
	Speaker string // ids of the speakers that are shown at first, delimited by commas
	Topic   string // id of the only topic shown at first
	Query   string // words to search for
	Turn    string // id of the turn that is shown as linked
	Theme   string // "light" or "dark"; "" follows the reader's system
	Lang    string // language of the interface
	Height  int    // height of a frame in CSS pixels, until the page in the frame reports its real height; 0 for [FrameHeight]
}

// FrameHeight is the default height of a frame in CSS pixels. It is enough for the
// timeline, one question and its answer.
const FrameHeight = 640

// The snippets that newsrooms paste into articles must be well-formed XHTML as well as
// HTML. So every attribute has a value.

// These are paths on the server of the transcripts. Articles on other sites use the
// addresses, so the paths must not change.
const (
	scriptPath     = "/quote-timeline.js"
	hostScriptPath = "/host.js"
)

// AppendScript appends the markup that a newsroom pastes into an article. It is the
// <quote-timeline> element, and a script that makes the element interactive. If the
// script does not run, readers see the plain content of the element. This content is
// the turns that are not hidden in the layout l (where and how each turn is drawn).
func AppendScript(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, e *Embed) []byte {
	dst = appendOpenElement(dst, t, o, e)
	dst = append(dst, ">\n"...)
	dst = AppendFallback(dst, t, l, o)
	return appendCloseElement(dst, o)
}

// AppendIframe appends a frame with the transcript's embed page, a link, and a script.
// The script adjusts the frame's height to its content. If the script does not run, the
// frame scrolls. Readers still have the link if a site removes frames or the frame does
// not load.
func AppendIframe(dst []byte, t *transcript.Transcript, o Options, e *Embed) []byte {
	// Without the <div>, the link would be beside the frame in a flex container.
	dst = append(dst, "<div>\n"...)
	dst = AppendFrame(dst, t, o, e)
	dst = append(dst, '\n')
	dst = AppendLink(dst, t, o, &Embed{Turn: e.Turn})
	dst = append(dst, "</div>\n<script type=\"module\" async=\"\" src=\""...)
	dst = appendEscaped(dst, o.Base)
	return append(dst, hostScriptPath+"\"></script>\n"...)
}

// AppendFrame appends only the frame, without the link and the script of
// [AppendIframe]. The frame is sandboxed. Filters and search need only the permission
// allow-scripts. Other features, such as links to a new tab, need the other permissions
// in the attribute sandbox.
func AppendFrame(dst []byte, t *transcript.Transcript, o Options, e *Embed) []byte {
	height := e.Height
	if height == 0 {
		height = FrameHeight
	}
	dst = append(dst, `<iframe title="`...)
	dst = appendEscaped(dst, t.Title)
	dst = append(dst, `" src="`...)
	dst = AppendFrameURL(dst, t, o, e)
	dst = append(dst, `" width="100%" height="`...)
	dst = appendInt(dst, height)
	// A float or a flex container may be as wide as its content. In such a parent, a
	// frame with a width of 100% would be only 300 px wide. With a width of 9999px and a
	// max-width of 100%, the frame is as wide as the parent can be.
	return append(dst, `" style="border:0;max-width:100%;width:9999px" loading="lazy" allow="clipboard-write"`+
		` sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>`...)
}

// AppendLink appends a link to the page of the turn with the id e.Turn. If t has no
// such turn, the link leads to the transcript's page.
func AppendLink(dst []byte, t *transcript.Transcript, o Options, e *Embed) []byte {
	dst = append(dst, `<p><a href="`...)
	i := t.TurnIndex(e.Turn)
	if i < 0 {
		dst = appendPageURL(dst, t, o)
		dst = append(dst, `">`...)
		dst = o.say(dst, messages.TranscriptOf, plain(t.Title))
		return append(dst, "</a></p>\n"...)
	}
	dst = appendTurnURL(dst, t, i, o)
	dst = append(dst, `">`...)
	dst = appendEscaped(dst, o.speakerName(t, i))
	dst = o.say(dst, messages.Colon)
	dst = o.say(dst, messages.Quoted, plain(excerpt(t.Turns[i].Text)))
	dst = append(dst, "</a> ("...)
	dst = appendEscaped(dst, t.Title)
	return append(dst, ")</p>\n"...)
}

// AppendQuote appends the turn with the id e.Turn as a quotation, with the question
// that it answers. Below the quotation is a link. If the widget's script runs, the link
// opens the whole conversation in the present page. Otherwise the link leads to the page
// of the quote on the server. The turn e.Turn must exist in t.
func AppendQuote(dst []byte, t *transcript.Transcript, o Options, e *Embed) []byte {
	i := t.TurnIndex(e.Turn)
	dst = appendOpenElement(dst, t, o, e)
	dst = append(dst, " only=\"\">\n"...)
	// An answer without its question can mislead, so the question is added.
	if q := t.TurnIndex(t.Turns[i].ReplyTo); q >= 0 {
		dst = appendPlainTurn(dst, t, o, q)
	}
	dst = appendPlainTurn(dst, t, o, i)
	dst = append(dst, "<p>"...)
	if note := o.editingNote(t); note != "" {
		dst = appendEscaped(dst, note)
		dst = append(dst, " / "...)
	}
	before, _, after := messages.Hole(o.words().Say(messages.FromInterview))
	dst = append(dst, before...)
	dst = append(dst, `<a href="`...)
	dst = appendTurnURL(dst, t, i, o)
	dst = append(dst, `">`...)
	dst = appendEscaped(dst, t.Title)
	dst = append(dst, "</a>"...)
	dst = append(dst, after...)
	dst = append(dst, " / "...)
	dst = o.say(dst, messages.TurnOf, count(i+1), count(len(t.Turns)))
	dst = appendCorrected(dst, t, o, " / ")
	dst = append(dst, "</p>\n"...)
	return appendCloseElement(dst, o)
}

// appendOpenElement appends the start tag of the <quote-timeline> element, except for
// the ">" at its end. The options in e become attributes.
func appendOpenElement(dst []byte, t *transcript.Transcript, o Options, e *Embed) []byte {
	dst = append(dst, `<quote-timeline src="`...)
	dst = appendDataURL(dst, t, o)
	dst = append(dst, '"')
	for _, choice := range e.choices() {
		if choice.value == "" {
			continue
		}
		dst = append(dst, ' ')
		dst = append(dst, choice.name...)
		dst = append(dst, `="`...)
		dst = appendEscaped(dst, choice.value)
		dst = append(dst, '"')
	}
	return dst
}

// appendCloseElement appends the end tag of the <quote-timeline> element, and the
// script of the element.
func appendCloseElement(dst []byte, o Options) []byte {
	dst = append(dst, "</quote-timeline>\n<script type=\"module\" async=\"\" src=\""...)
	dst = appendEscaped(dst, o.Base)
	return append(dst, scriptPath+"\"></script>\n"...)
}

// choices returns the options of e, each with its name. The name is that of an
// attribute of the <quote-timeline> element, and also that of a parameter in the embed
// page's address.
func (e *Embed) choices() [6]struct{ name, value string } {
	return [...]struct{ name, value string }{
		{"speaker", e.Speaker},
		{"topic", e.Topic},
		{"q", e.Query},
		{"turn", e.Turn},
		{"theme", e.Theme},
		{"lang", e.Lang},
	}
}
