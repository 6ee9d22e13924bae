package jsonform

import (
	"strconv"
	"strings"
	"unicode"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/transcript"
)

// Rev returns the format of Rev, a transcription service. It is a list of monologues,
// and each monologue is a list of elements: words, punctuation and spaces.
func Rev() draft.Format {
	return speechFormat("rev-json", func(root *node) bool {
		list := root.member("monologues").items()
		return len(list) > 0 && list[0].member("elements").items() != nil
	}, readRev)
}

// readRev reads the output of Rev.
func readRev(d *speech, root *node) string {
	d.Captioned = false
	list := root.member("monologues").items()
	for _, s := range root.member("speakers").items() {
		if id, name := s.member("id"), s.member("name"); id != nil && name.isString() {
			d.listName(id.text, name)
		}
	}
	for i := range list {
		d.monologue(&list[i])
	}
	return "monologues with elements; monologues: " + strconv.Itoa(len(list))
}

// monologue adds the speech of one monologue: an object with a speaker and a list of
// words.
func (d *speech) monologue(n *node) {
	// A monologue has elements such as "Well", ",", " ", "yes". A space may be a
	// separate element, or be part of an element with other characters.
	elements := n.member("elements").items()
	var start, end transcript.Offset
	for i := range elements {
		e := &elements[i]
		if from := e.firstOf("ts", "timestamp").seconds(); start.IsZero() {
			start = from
		}
		if to := e.firstOf("end_ts", "end_timestamp").seconds(); !to.IsZero() {
			end = to
		}
	}
	speaker := n.get("speaker_info", "display_name")
	if !speaker.isString() || speaker.text == "" {
		speaker = n.firstOf("speaker_name", "speaker")
	}
	d.beginSpeech(speaker, start, end, n.at())
	gap := byte(0)
	for i := range elements {
		value := elements[i].member("value")
		if !value.isString() {
			continue
		}
		lead := strings.TrimLeftFunc(value.text, unicode.IsSpace)
		if lead != value.text {
			gap = ' '
		}
		d.addString(value, gap)
		gap = 0
		if lead == "" || strings.TrimRightFunc(value.text, unicode.IsSpace) != value.text {
			gap = ' '
		}
	}
}
