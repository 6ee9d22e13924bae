package page

import (
	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
)

// Shown returns the format of HTML pages without the elements that other formats know,
// such as <cite> and <time>. It reads the text that a browser would show.
func Shown() draft.Format {
	return draft.Format{Name: "html", Detect: draft.Always, Read: readShown}
}

// readShown reads the text that a page shows. The headings of a page may be speakers'
// names. So a page with headings is first read as a dialogue in which headings are names.
// If the page is no such dialogue, or has no headings, its text is read as plain text.
func readShown(src *source.Source, l *draft.Ledger, n draft.Nested) (*draft.Draft, string, error) {
	p := renderPage(src, true)
	if p.headings > 0 {
		if d, why, _ := n.Dialogue(p.source(), l, n); d != nil {
			d.Format = "html-dialogue"
			return p.addPageInfo(d), evidence(why), nil
		}
	}
	p = renderPage(src, false)
	d, f, err := n.Text(p.source(), l)
	if err != nil {
		return nil, "", err
	}
	if d.Format = f.Name; f.Name != "congressional-record" {
		d.Format = "html-" + f.Name
	}
	return p.addPageInfo(d), evidence(f.Why), nil
}

// evidence returns the evidence for the format of an HTML page. The argument why is the
// evidence for the format of the page's text.
func evidence(why string) string { return "HTML, read as the text it shows; " + why }

// Text returns the text that an HTML page shows.
func Text(page *source.Source) *source.Source { return renderPage(page, false).source() }

// addPageInfo adds to d what is known about the whole page: its title, and the
// remarks (entries of the report) on elements that are not shown.
func (p *shownText) addPageInfo(d *draft.Draft) *draft.Draft {
	p.draft.FindTitle(p.title.String(), p.titleAt, "is the title of the page")
	for _, f := range p.draft.Findings {
		d.AddFinding(f)
	}
	d.Remarks = append(d.Remarks, p.draft.Remarks...)
	return d
}
