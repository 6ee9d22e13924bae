package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// Embed is what a newsroom chooses for one place. Ids are of the transcript; ""
// leaves a choice to the reader.
type Embed struct {
	Speaker string // ids of the speakers that are shown at first, with commas between
	Topic   string // id of the only topic shown at first
	Query   string // words to search for
	Turn    string // id of the turn that is shown as linked
	Theme   string // "light" or "dark"; "" follows the reader's system
	Lang    string // of the interface
	Height  int    // of a frame in CSS pixels until its page reports its own; 0 for [FrameHeight]
}

// FrameHeight is the default height of a frame in CSS pixels: enough for the line and
// the first exchange.
const FrameHeight = 640

// Snippets are written so that they are well-formed in XHTML as well: every
// attribute has a value.

// Addresses below the endpoint's origin that other people's pages refer to. They must
// not change.
const (
	scriptPath     = "/quote-timeline.js"
	hostScriptPath = "/host.js"
)

// AppendScript appends what a newsroom pastes into an article: the element with
// the text inside, and the script that makes it interactive. The text is what l
// shows.
func AppendScript(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, e *Embed) []byte {
	dst = appendOpenElement(dst, t, o, e)
	dst = append(dst, ">\n"...)
	dst = AppendFallback(dst, t, l, o)
	return appendCloseElement(dst, o)
}

// AppendIframe appends a frame that holds the embed page, and the script by which
// its height follows the content. Without the script the frame scrolls; the link
// remains where frames are taken out or cannot be loaded.
func AppendIframe(dst []byte, t *transcript.Transcript, o Options, e *Embed) []byte {
	dst = AppendFrame(dst, t, o, e)
	dst = append(dst, '\n')
	dst = AppendLink(dst, t, o, &Embed{Turn: e.Turn})
	dst = append(dst, "<script type=\"module\" async=\"\" src=\""...)
	dst = appendEscaped(dst, o.Base)
	return append(dst, hostScriptPath+"\"></script>\n"...)
}

// AppendFrame appends the bare frame. It works with less than its sandbox
// allows: scripts alone are enough to filter and search.
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
	return append(dst, `" style="border:0" loading="lazy" allow="clipboard-write"`+
		` sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>`...)
}

// AppendLink appends a link to the transcript's page, or to that of the turn.
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

// AppendQuote appends one quotation with the question that it answers. Its link opens
// the whole conversation inside the element if the script runs, and the quote's page
// if it does not. The embed must name a turn of t.
func AppendQuote(dst []byte, t *transcript.Transcript, o Options, e *Embed) []byte {
	i := t.TurnIndex(e.Turn)
	dst = appendOpenElement(dst, t, o, e)
	dst = append(dst, " only=\"\">\n<blockquote cite=\""...)
	dst = appendTurnURL(dst, t, i, o)
	dst = append(dst, '"')
	dst = appendLang(dst, t.Lang)
	dst = append(dst, '\n')
	// An answer without its question can mislead, so the question comes along.
	if q := t.TurnIndex(t.Turns[i].ReplyTo); q >= 0 {
		dst = appendPlainTurn(dst, t, o, q)
	}
	dst = appendPlainTurn(dst, t, o, i)
	dst = append(dst, "</blockquote>\n<p>"...)
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
	dst = append(dst, "</p>\n"...)
	return appendCloseElement(dst, o)
}

// appendOpenElement appends the element's start tag up to its ">", with the
// choices as attributes.
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

func appendCloseElement(dst []byte, o Options) []byte {
	dst = append(dst, "</quote-timeline>\n<script type=\"module\" async=\"\" src=\""...)
	dst = appendEscaped(dst, o.Base)
	return append(dst, scriptPath+"\"></script>\n"...)
}

// choices returns the choices by the name that they have as attributes of the
// element and as parameters of an address.
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
