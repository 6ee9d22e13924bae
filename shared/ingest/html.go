package ingest

import (
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
)

// shownPage returns the format of HTML pages that do not mark speakers and times with
// known elements, such as <cite> and <time>. The text that a browser would show is
// read.
func shownPage() format {
	return format{name: "html", detect: func(src *source.Source) bool { return src.Kind == source.KindHTML }, read: readShown}
}

// readShown reads the text that a page shows. If the page has headings, these may be
// speakers' names, so the text is read as a dialogue with marked headings first.
func readShown(src *source.Source, l *ledger, n nested) (*draft, string, error) {
	p := renderPage(src, true)
	if p.headings > 0 {
		if d, why, _ := n.dialogue(p.source(), l, n); d != nil {
			d.format = "html-dialogue"
			return p.addPageInfo(d), evidence(why), nil
		}
	}
	p = renderPage(src, false)
	d, f, err := n.text(p.source(), l)
	if err != nil {
		return nil, "", err
	}
	if d.format = f.Name; f.Name != "congressional-record" {
		d.format = "html-" + f.Name
	}
	return p.addPageInfo(d), evidence(f.Why), nil
}

// evidence returns the reason for a format of HTML pages. The argument why is the
// reason for the format of the text that the page shows.
func evidence(why string) string { return "HTML, read as the text it shows; " + why }

// shownText returns the text that an HTML page shows.
func shownText(page *source.Source) *source.Source { return renderPage(page, false).source() }

// addPageInfo adds to d what is known about the whole page: its title, and the
// remarks (entries of the report) on elements that are not shown.
func (p *htmlText) addPageInfo(d *draft) *draft {
	if d.found.Title == "" {
		d.found.Title = label.CleanName(p.title.String())
	}
	d.remarks = append(d.remarks, p.draft.remarks...)
	return d
}
