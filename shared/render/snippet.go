package render

import (
	"strings"

	"quoteline/shared/transcript"
)

// AppendSnippet appends what a newsroom pastes into an article: the element
// with the whole text inside, and the script that makes it interactive.
func AppendSnippet(dst []byte, t *transcript.Transcript, o Options) []byte {
	dst = append(dst, `<quote-timeline src="`...)
	dst = appendDataURL(dst, t, o)
	dst = append(dst, "\">\n"...)
	dst = AppendFallback(dst, t, o)
	dst = append(dst, "</quote-timeline>\n<script type=\"module\" async src=\""...)
	dst = appendEscaped(dst, o.Base)
	return append(dst, "/quote-timeline.js\"></script>\n"...)
}

// AppendFallback appends what the element holds for readers without
// JavaScript, archives and indexers: every turn with its speaker, and the way to
// the transcript's page. It uses only elements that content management systems
// let through.
func AppendFallback(dst []byte, t *transcript.Transcript, o Options) []byte {
	dst = append(dst, `<blockquote cite="`...)
	dst = appendPageURL(dst, t, o)
	dst = append(dst, "\">\n"...)
	for i := range t.Turns {
		dst = append(dst, `<p><b>`...)
		dst = appendEscaped(dst, speakerName(t, i))
		dst = append(dst, `:</b> `...)
		for k, paragraph := range strings.Split(t.Turns[i].Text, "\n") {
			if k > 0 {
				dst = append(dst, "</p>\n<p>"...)
			}
			dst = appendEscaped(dst, paragraph)
		}
		dst = append(dst, "</p>\n"...)
	}
	dst = append(dst, "</blockquote>\n<p><a href=\""...)
	dst = appendPageURL(dst, t, o)
	dst = append(dst, `">`...)
	dst = appendEscaped(dst, t.Title)
	return append(dst, ": full transcript</a></p>\n"...)
}
