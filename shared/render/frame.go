package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// AppendFramePage appends the document that an article shows in a frame. Its links open
// in a new tab, because the other pages of the site forbid browsers to show them in a
// frame.
func AppendFramePage(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, e *Embed) []byte {
	dst = append(dst, "<!doctype html>\n<html lang=\""...)
	dst = appendEscaped(dst, t.Lang)
	dst = append(dst, `" dir="`...)
	dst = o.say(dst, messages.Direction)
	dst = append(dst, '"')
	if e.Theme != "" {
		dst = append(dst, ` data-theme="`...)
		dst = appendEscaped(dst, e.Theme)
		dst = append(dst, '"')
	}
	dst = append(dst, ">\n<head>\n"...)
	dst = appendMeta(dst, t.Title)
	// The meta element "robots" keeps this page itself out of search results. The value
	// "indexifembedded" lets search engines read its words as a part of the article. The
	// script /embed.js reports the page's height to the article. It is not async, so it
	// runs after the whole page is parsed: an incomplete page has a wrong height.
	dst = append(dst, "<meta name=\"robots\" content=\"noindex, indexifembedded\">\n"+
		"<base target=\"_blank\">\n"+frameStyle+widgetStyle+
		"<script type=\"module\" async src=\"/quote-timeline.js\"></script>\n"+
		"<script type=\"module\" src=\"/embed.js\"></script>\n"+
		"<link rel=\"canonical\" href=\""...)
	dst = appendPageURL(dst, t, o)
	dst = append(dst, "\">\n</head>\n<body>\n<main>\n"...)
	dst = appendElement(dst, t, l, o, e)
	return append(dst, "</main>\n</body>\n</html>\n"...)
}

// AppendFrameNotice appends the document that a frame shows if the transcript is
// unknown or an error has occurred.
func AppendFrameNotice(dst []byte, title, detail string) []byte {
	dst = append(dst, "<!doctype html>\n<html lang=\"en\">\n<head>\n"...)
	dst = appendMeta(dst, title)
	dst = append(dst, "<meta name=\"robots\" content=\"noindex\">\n<base target=\"_blank\">\n"+frameStyle+
		"<script type=\"module\" src=\"/embed.js\"></script>\n</head>\n<body>\n<main class=\"notice\">\n<h1>"...)
	dst = appendEscaped(dst, title)
	dst = append(dst, "</h1>\n<p>"...)
	dst = appendEscaped(dst, detail)
	return append(dst, "</p>\n</main>\n</body>\n</html>\n"...)
}

// frameStyle links to the style sheet of the document in a frame. The <quote-timeline>
// element in this document has another style sheet.
const frameStyle = "<link rel=\"stylesheet\" href=\"/embed.css\">\n"
