package ingest

// recogniseHTML reads src as an HTML page. Some pages mark speakers and times with
// known elements, such as <cite> and <time>. If a page does not, the function reads
// the text that a browser would show. The first result is a draft: the words, before
// speakers and turns are known. The second is the name of the format. The argument l
// records decisions (choices that an editor can reverse).
func recogniseHTML(src *source, l *ledger) (*draft, Format, error) {
	if d, why := readHyperaudio(src); why != "" {
		return d, Format{"hyperaudio-html", why}, nil
	}
	if d, why := readPodcastHTML(src); why != "" {
		return d, Format{"podcasting20-html", why}, nil
	}
	p := renderPage(src, true)
	if p.headings > 0 {
		if d, why, _ := readDialogue(p.source(), l); why != "" {
			return p.addPageInfo(d), Format{"html-dialogue", "HTML, read as the text it shows; " + why}, nil
		}
	}
	p = renderPage(src, false)
	d, f, err := recogniseText(p.source(), l)
	if err != nil {
		return nil, f, err
	}
	if f.Name != "congressional-record" {
		f.Name = "html-" + f.Name
	}
	f.Why = "HTML, read as the text it shows; " + f.Why
	return p.addPageInfo(d), f, nil
}

// addPageInfo adds to d what is known about the whole page: its title, and the
// remarks (entries of the report) on elements that are not shown.
func (p *htmlText) addPageInfo(d *draft) *draft {
	if d.found.Title == "" {
		d.found.Title = cleanName(p.title.String())
	}
	d.remarks = append(d.remarks, p.draft.remarks...)
	return d
}
