package main

import (
	"strings"

	"quoteline/shared/render"
	"quoteline/shared/timeline"
)

// ofRender returns the probes (measured calls) of the functions that append one part of a
// timeline.
func ofRender() []probe {
	// A page calls some of these functions once for each turn, for each lane (a speaker's
	// row) or for each band (turns on one topic). So one measured call makes all of these
	// calls.
	return []probe{
		onLayouts("render.AppendActive", func(s *scene, l *timeline.Layout) { render.AppendActive(nil, s.Transcript, l, s.options) }),
		onLayouts("render.AppendBandLabels", func(s *scene, l *timeline.Layout) {
			render.AppendBandLabels(nil, s.Transcript, l, s.options)
		}),
		onLayouts("render.AppendCount", func(s *scene, l *timeline.Layout) { render.AppendCount(nil, l, s.options) }),
		onLayouts("render.AppendDays", func(s *scene, l *timeline.Layout) {
			if l.Calendar != nil {
				render.AppendDays(nil, l, s.options)
			}
		}),
		onLayouts("render.AppendHits", func(_ *scene, l *timeline.Layout) { render.AppendHits(nil, l) }),
		onLayouts("render.AppendItems", func(s *scene, l *timeline.Layout) {
			for c := range l.Chunks {
				render.AppendItems(nil, s.Transcript, l, s.options, c)
			}
		}),
		onLayouts("render.AppendMini", func(s *scene, l *timeline.Layout) { render.AppendMini(nil, s.Transcript, l) }),
		onLayouts("render.AppendOverview", func(s *scene, l *timeline.Layout) { render.AppendOverview(nil, s.Transcript, l) }),
		onLayouts("render.AppendPlayState", func(s *scene, _ *timeline.Layout) {
			render.AppendPlayState(nil, s.Transcript, s.options, true, len(s.Turns))
		}),
		onLayouts("render.AppendPlot", func(s *scene, l *timeline.Layout) { render.AppendPlot(nil, s.Transcript, l, s.options) }),
		onLayouts("render.AppendPreview", func(s *scene, l *timeline.Layout) {
			if s.last >= 0 {
				render.AppendPreview(nil, s.Transcript, l, s.options, s.last)
			}
		}),
		onLayouts("render.AppendRow", func(s *scene, l *timeline.Layout) {
			for i := range s.Turns {
				render.AppendRow(nil, s.Transcript, l, s.options, i)
			}
		}),
		onLayouts("render.AppendShare", func(s *scene, l *timeline.Layout) {
			for i := range l.Lanes {
				render.AppendShare(nil, l, s.options, i)
			}
		}),
		onLayouts("render.AppendSteps", func(s *scene, l *timeline.Layout) { render.AppendSteps(nil, l, s.options) }),
		onLayouts("render.AppendStop", func(s *scene, l *timeline.Layout) { render.AppendStop(nil, s.Transcript, l, s.options) }),
		onLayouts("render.AppendSummary", func(s *scene, l *timeline.Layout) { render.AppendSummary(nil, l, s.options) }),
		onLayouts("render.AppendTicks", func(s *scene, l *timeline.Layout) { render.AppendTicks(nil, l, s.options) }),
		onLayouts("render.AppendWhere", func(s *scene, l *timeline.Layout) { render.AppendWhere(nil, s.Transcript, l, s.options) }),
		onLayouts("render.AppendWindow", func(s *scene, l *timeline.Layout) { render.AppendWindow(nil, l, s.options) }),
		onLayouts("render.BandClass", func(_ *scene, l *timeline.Layout) {
			for b := range l.Bands {
				render.BandClass(l, b)
			}
		}),
	}
}

// ofPages returns the probes (measured calls) of the functions that append a whole
// timeline, a page or a snippet (markup that a newsroom pastes).
func ofPages() []probe {
	// The options name speakers, a topic and a turn. So the functions have to look their
	// ids up.
	const style = "p{}"
	embed := &render.Embed{Speaker: "a,b", Topic: "c1", Query: "a", Turn: "t1"}
	pages := []probe{
		onLayouts("render.AppendFallback", func(s *scene, l *timeline.Layout) { render.AppendFallback(nil, s.Transcript, l, s.options) }),
		onLayouts("render.AppendFrame", func(s *scene, _ *timeline.Layout) { render.AppendFrame(nil, s.Transcript, s.options, embed) }),
		onLayouts("render.AppendFramePage", func(s *scene, l *timeline.Layout) {
			render.AppendFramePage(nil, s.Transcript, l, s.options, embed)
		}),
		onLayouts("render.AppendFrameURL", func(s *scene, _ *timeline.Layout) {
			render.AppendFrameURL(nil, s.Transcript, s.options, embed)
		}),
		onLayouts("render.AppendIframe", func(s *scene, _ *timeline.Layout) { render.AppendIframe(nil, s.Transcript, s.options, embed) }),
		onLayouts("render.AppendLink", func(s *scene, _ *timeline.Layout) { render.AppendLink(nil, s.Transcript, s.options, embed) }),
		onLayouts("render.AppendPage", func(s *scene, l *timeline.Layout) { render.AppendPage(nil, s.Transcript, l, s.options, nil) }),
		onLayouts("render.AppendQuote", func(s *scene, _ *timeline.Layout) { render.AppendQuote(nil, s.Transcript, s.options, ofLast(s)) }),
		onLayouts("render.AppendQuotePage", func(s *scene, l *timeline.Layout) {
			if s.last >= 0 {
				render.AppendQuotePage(nil, s.Transcript, l, s.options, s.last, nil)
			}
		}),
		onLayouts("render.CardOf", func(s *scene, l *timeline.Layout) { render.CardOf(s.Transcript, l, s.options) }),
		onLayouts("render.CardURL", func(s *scene, _ *timeline.Layout) { render.CardURL(s.Transcript, s.options, s.ID) }),
		onLayouts("render.QuoteCardOf", func(s *scene, l *timeline.Layout) {
			if s.last >= 0 {
				render.QuoteCardOf(s.Transcript, l, s.options, s.last)
			}
		}),
		onLayouts("render.AppendScript", func(s *scene, l *timeline.Layout) {
			render.AppendScript(nil, s.Transcript, l, s.options, embed)
		}),
		onLayouts("render.AppendStatic", func(s *scene, l *timeline.Layout) { render.AppendStatic(nil, s.Transcript, l, s.options, style) }),
		onLayouts("render.AppendStaticPage", func(s *scene, l *timeline.Layout) {
			render.AppendStaticPage(nil, s.Transcript, l, s.options, style)
		}),
		onLayouts("render.AppendWidget", func(s *scene, l *timeline.Layout) { render.AppendWidget(nil, s.Transcript, l, s.options) }),
	}
	return append(pages, ofTextRendered()...)
}

// ofLast returns the options of a snippet (markup that a newsroom pastes) that shows the
// last turn.
func ofLast(s *scene) *render.Embed { return &render.Embed{Turn: s.Turns[s.last].ID} }

// ofTextRendered returns the probes (measured calls) of the functions of package render
// that append a single text.
func ofTextRendered() []probe {
	o := render.Options{}
	return []probe{
		{name: "render.AppendByHand", text: func(s string) func() { return func() { render.AppendByHand(nil, o, s) } }},
		{name: "render.AppendFrameNotice", text: func(s string) func() { return func() { render.AppendFrameNotice(nil, s, s) } }},
		{name: "render.AppendNotice", text: func(s string) func() { return func() { render.AppendNotice(nil, s, s) } }},
		{name: "render.AppendMenu", text: func(s string) func() {
			return func() { render.AppendMenu(nil, render.Options{Base: s}, render.Menu{First: 1, Last: 2}) }
		}},
		{name: "render.AppendOEmbedXML", text: func(s string) func() {
			return func() { render.AppendOEmbedXML(nil, [][2]string{{"title", s}}) }
		}},
		{name: "render.AppendSitemap", text: func(s string) func() {
			ids := strings.Fields(s)
			return func() { render.AppendSitemap(nil, append(ids, s), o) }
		}},
		{name: "render.AppendFrameURL", text: func(s string) func() {
			e := &render.Embed{Speaker: s, Topic: s, Query: s, Turn: s, Theme: s, Lang: s}
			t := said("a")
			return func() { render.AppendFrameURL(nil, t, o, e) }
		}},
	}
}
