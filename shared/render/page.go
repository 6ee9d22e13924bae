package render

import (
	"bytes"

	"quoteline/shared/card"
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// AppendPage appends the document with a whole transcript. The timeline is in a
// declarative shadow root, so readers see it with its styles before any script runs.
// data is the description of the page for search engines, as JSON-LD.
func AppendPage(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, data []byte) []byte {
	url := string(appendPageURL(nil, t, o))
	dst = appendHead(dst, t, o, head{url: url, title: t.Title, description: t.Summary, picture: t.Title})
	dst = append(dst, "<h1 class=\"vh\" dir=\"auto\">"...)
	dst = appendEscaped(dst, t.Title)
	dst = append(dst, "</h1>\n"...)
	dst = appendElement(dst, t, l, o, &Embed{})
	return appendEnd(dst, data)
}

// AppendQuotePage appends the document about turn i. At the top is a card with the
// quote and the question that it answers. Below is the whole timeline, in which turn i
// is marked as linked. So the caller must have computed the layout l (where and how
// each turn is drawn) for a reader who has followed a link to turn i.
func AppendQuotePage(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, i int, data []byte) []byte {
	turn := &t.Turns[i]
	name := o.speakerName(t, i)
	url := string(appendTurnURL(nil, t, i, o))
	title := string(o.say(nil, messages.QuoteTitle, unescaped(name), count(i+1), unescaped(t.Title)))
	quote := string(o.say(nil, messages.Quoted, unescaped(excerpt(turn.Text))))
	said := name + o.words().Say(messages.Colon) + quote
	dst = appendHead(dst, t, o, head{url: url, title: title, description: said, picture: said})
	dst = append(dst, "<h1 class=\"vh\" dir=\"auto\">"...)
	dst = appendEscaped(dst, title)
	dst = append(dst, "</h1>\n"...)
	dst = appendCard(dst, t, l, o, i, url)
	dst = appendElement(dst, t, l, o, &Embed{Turn: turn.ID})
	return appendEnd(dst, data)
}

// AppendNotice appends the document that is shown for an unknown address or after an
// error.
func AppendNotice(dst []byte, title, detail string) []byte {
	dst = append(dst, "<!doctype html>\n<html lang=\"en\">\n<head>\n"...)
	dst = appendMeta(dst, title)
	dst = append(dst, "<meta name=\"robots\" content=\"noindex\">\n"...)
	dst = append(dst, pageStyle+"</head>\n<body>\n"+siteHeader+"<main class=\"notice\">\n<h1>"...)
	dst = appendEscaped(dst, title)
	dst = append(dst, "</h1>\n<p>"...)
	dst = appendEscaped(dst, detail)
	return append(dst, "</p>\n<p><a href=\"/\">To the front page</a></p>\n</main>\n</body>\n</html>\n"...)
}

const (
	// pageIcon shows three lines, of which the middle one is thick. It is written into
	// the page because browsers would otherwise request /favicon.ico.
	pageIcon = `<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E` +
		`%3Cpath d='M1 2.5h14m-14 11h14' stroke='%23858b95'/%3E%3Cpath d='M1 8h14' stroke='%231f62c4' stroke-width='5'/%3E%3C/svg%3E">` + "\n"
	pageStyle = "<link rel=\"stylesheet\" href=\"/page.css\">\n"
	// widgetStyle links to the widget's style sheet. The link is both in the head and
	// in the shadow root. The one in the head delays rendering until the style sheet is
	// loaded, so that readers never see unstyled text.
	widgetStyle = "<link rel=\"stylesheet\" href=\"/quote-timeline.css\">\n"
	siteHeader  = "<header class=\"site\" lang=\"en\"><a href=\"/\">Quoteline</a></header>\n"
)

func appendMeta(dst []byte, title string) []byte {
	dst = append(dst, "<meta charset=\"utf-8\">\n"+
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"+
		"<meta name=\"color-scheme\" content=\"light dark\">\n<title>"...)
	dst = appendEscaped(dst, title)
	return append(dst, "</title>\n"+pageIcon...)
}

// head has the values for the head element of a page.
type head struct {
	url                string // already escaped for an attribute
	title, description string
	picture            string // what the card shows, for readers who cannot see it
}

// appendHead appends the document from its beginning to the start tag of the main
// element.
func appendHead(dst []byte, t *transcript.Transcript, o Options, h head) []byte {
	dst = append(dst, "<!doctype html>\n<html lang=\""...)
	dst = appendEscaped(dst, t.Lang)
	dst = append(dst, "\" dir=\""...)
	dst = o.say(dst, messages.Direction)
	dst = append(dst, "\">\n<head>\n"...)
	dst = appendMeta(dst, h.title)
	dst = append(dst, pageStyle+widgetStyle+"<script type=\"module\" async src=\"/quote-timeline.js\"></script>\n"+
		"<link rel=\"canonical\" href=\""...)
	dst = append(dst, h.url...)
	dst = append(dst, "\">\n<link rel=\"alternate\" type=\"application/json\" title=\""...)
	dst = o.say(dst, messages.TranscriptData)
	dst = append(dst, "\" href=\""...)
	dst = appendDataURL(dst, t, o)
	dst = append(dst, "\">\n"...)
	dst = appendDiscovery(dst, o, h.url, h.title)
	dst = appendProperty(dst, "name", "description", h.description)
	dst = appendCardMeta(dst, t, h)
	dst = append(dst, "</head>\n<body>\n<header class=\"site\" lang=\"en\"><a href=\"/\">Quoteline</a> <a href=\"/demo/embed/?id="...)
	dst = appendEscaped(dst, t.ID)
	return append(dst, "\">Embed</a></header>\n<main>\n"...)
}

// appendCardMeta appends the meta elements from which other sites make the preview of a
// link. They are those of the Open Graph protocol (ogp.me), and one that X (Twitter)
// needs in addition.
//
// The address of the picture is that of the page, followed by [transcript.CardPath].
func appendCardMeta(dst []byte, t *transcript.Transcript, h head) []byte {
	dst = appendProperty(dst, "property", "og:type", "article")
	dst = append(dst, "<meta property=\"og:url\" content=\""...)
	dst = append(dst, h.url...)
	dst = append(dst, "\">\n"...)
	dst = appendProperty(dst, "property", "og:title", h.title)
	dst = appendProperty(dst, "property", "og:description", h.description)
	dst = append(dst, "<meta property=\"og:image\" content=\""...)
	dst = append(dst, h.url...)
	dst = append(dst, transcript.CardPath+"\">\n<meta property=\"og:image:type\" content=\"image/png\">\n<meta property=\"og:image:width\" content=\""...)
	dst = appendInt(dst, card.Width)
	dst = append(dst, "\">\n<meta property=\"og:image:height\" content=\""...)
	dst = appendInt(dst, card.Height)
	dst = append(dst, "\">\n"...)
	dst = appendProperty(dst, "property", "og:image:alt", h.picture)
	if t.Publisher != nil {
		dst = appendProperty(dst, "property", "og:site_name", t.Publisher.Name)
	}
	dst = appendProperty(dst, "property", "article:published_time", t.DatePublished)
	dst = appendProperty(dst, "property", "article:modified_time", t.DateModified)
	return appendProperty(dst, "name", "twitter:card", "summary_large_image")
}

// appendProperty appends a meta element, or nothing if the value is empty.
func appendProperty(dst []byte, attribute, name, value string) []byte {
	if value == "" {
		return dst
	}
	dst = append(dst, "<meta "...)
	dst = append(dst, attribute...)
	dst = append(dst, "=\""...)
	dst = append(dst, name...)
	dst = append(dst, "\" content=\""...)
	dst = appendEscaped(dst, value)
	return append(dst, "\">\n"...)
}

// appendElement appends the <quote-timeline> element. The element contains a template,
// which becomes the shadow root with the timeline. After the template are the turns as
// plain text, and a link. This text is for programs that do not look into a shadow
// root, such as reader views, and for browsers without declarative shadow roots. The
// template has a slot for the text, because Firefox offers its reader view only if the
// words are laid out in the page. The style sheets of the pages make the slot
// invisible. So a browser does not read the text aloud, find it or print it.
//
// Some programs take the template for an ordinary element. They would find each turn
// twice: in the template and after it. Reader views skip the template because it has
// the attribute hidden. The attribute has no effect in browsers, because the parser
// does not add the template to the document.
func appendElement(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, e *Embed) []byte {
	dst = appendOpenElement(dst, t, o, e)
	dst = append(dst, "><template shadowrootmode=\"open\" hidden>"+widgetStyle...)
	dst = AppendWidget(dst, t, l, o)
	dst = append(dst, "<slot part=\"words\"></slot></template>\n<article>\n"...)
	dst = appendPlainTurns(dst, t, l, o)
	dst = append(dst, "<p><a href=\""...)
	dst = appendDataURL(dst, t, o)
	dst = append(dst, ".html\">"...)
	dst = o.say(dst, messages.ReadTranscript)
	return append(dst, "</a></p>\n</article>\n</quote-timeline>\n"...)
}

// appendEnd appends the JSON-LD in data and closes the document. The JSON-LD is at the
// end, where it delays no other content. In JSON, "<" occurs only inside strings, so it
// can be written as \u003c. Then neither "</script" nor "<!--" in a string can disturb
// the script element (HTML Living Standard, section 4.12.1.3).
func appendEnd(dst []byte, data []byte) []byte {
	dst = append(dst, "</main>\n<script type=\"application/ld+json\">"...)
	dst = append(dst, bytes.ReplaceAll(data, []byte("<"), []byte(`\u003c`))...)
	return append(dst, "</script>\n</body>\n</html>\n"...)
}
