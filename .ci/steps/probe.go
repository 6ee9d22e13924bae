package main

import (
	"quoteline/shared/render"
	"quoteline/shared/search"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// probe describes the measured calls of one function. Either text or talk is set: text if
// the function reads a text, and talk if it reads a transcript. Both prepare a call, and
// return a function that makes the call. Only the steps of the returned function are
// counted.
type probe struct {
	name string // as in "search.Finder.Find"
	text func(text string) func()
	talk func(s *scene) func()

	most int64 // steps that are always allowed; for a function that limits its work

	// The field each limits the steps for a byte of the longest text. The key is the
	// name of a text's shape. For shapes that are not in the map, only the growth is
	// judged.
	each map[string]int64
}

// scene is a transcript, together with other values that the measured functions need,
// such as layouts (which turns are drawn, and where). A scene is made before the counting
// of steps starts.
type scene struct {
	*transcript.Transcript
	line    *timeline.Line
	layouts []*timeline.Layout // of all turns, of a search, and of a search with filters
	options render.Options
	last    int // index of the last turn
}

func newScene(t *transcript.Transcript) *scene {
	s := &scene{Transcript: t, line: timeline.New(t), last: len(t.Turns) - 1}
	s.options = render.Options{Base: "https://a.example"}
	hits := search.New(t).Find("a")
	off := make([]bool, len(t.Speakers))
	off[0] = true
	for _, v := range []timeline.View{
		{},
		{Query: "a", Hits: hits, Hit: 1, At: 1},
		{Query: "a", Hits: hits, OnlyHits: true, Off: off, At: len(t.Turns)},
	} {
		s.layouts = append(s.layouts, s.line.Lay(&v))
	}
	return s
}

// probes returns all probes.
func probes() []probe {
	var all []probe
	for _, list := range [][]probe{
		ofText(), ofCard(), ofPublisher(), ofAddress(), ofMessages(), ofTranscript(), ofAnchors(), ofEdit(), ofPropose(), ofSearch(), ofTimeline(), ofLayout(),
		ofExport(), ofCite(), ofRender(), ofPages(), ofReader(), ofQuotes(), ofList(),
	} {
		all = append(all, list...)
	}
	return all
}
