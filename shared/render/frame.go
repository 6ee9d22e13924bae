package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// AppendFramePage appends the document that frames hold. Links leave the frame,
// because other pages of the site refuse to be framed.
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
	// The page is no result of its own, but its words count for the article that
	// holds it. It tells its height when it is all there: part of a page has none,
	// and far from the window nothing tells of the rest.
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

// AppendFrameNotice appends the document that stands in a frame where nothing is
// or where something failed.
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

// frameStyle is the style of the document around the element in a frame.
const frameStyle = "<link rel=\"stylesheet\" href=\"/embed.css\">\n"
