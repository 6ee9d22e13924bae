//go:build js && wasm

package widget

import (
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
	"quoteline/wasm/dom"
)

// mostVersions is how many earlier versions are fetched to find words that are gone.
const mostVersions = 8

// follow shows what a link names.
func (w *Widget) follow(link string) {
	w.arrived.link = link
	w.mark(w.given.turn, transcript.Range{}, transcript.Unproven)
	anchor, ok := transcript.ParseAnchor(link)
	turn, words, proof := -1, transcript.Range{}, transcript.Unproven
	if ok {
		turn, words, proof = anchor.Resolve(w.transcript)
	}
	if turn < 0 {
		w.show()
		if isSlug(anchor.Turn) {
			w.seekNearest(link, anchor.Turn)
		}
		return
	}
	w.mark(turn+1, words, proof)
	if n := w.view.Linked; n == w.landed {
		w.put(n) // the reader may have gone on since
		w.tellSelect(n)
	} else {
		w.land(n, false)
	}
	if w.view.Proof == transcript.Reworded {
		w.seekWords(link, anchor)
	}
}

// name makes turn n the one that the element names, 0 for none, and goes to it unless the
// address names another.
func (w *Widget) name(n int) {
	named := w.view.Linked != w.given.turn
	w.given.turn = n
	if named {
		return
	}
	w.mark(n, transcript.Range{}, transcript.Unproven)
	if n > 0 {
		w.land(n, false)
	} else {
		w.show()
	}
}

// landedAt returns the number of the turn that is marked in the markup, 0 for none.
func landedAt(body dom.Element) int {
	turn := body.Query(".linked")
	if !turn.Exists() {
		return 0
	}
	return turn.Closest("li").AttrInt("value")
}

// mark makes turn n the linked one, 0 for none.
func (w *Widget) mark(n int, words transcript.Range, proof transcript.Proof) {
	w.view.Linked, w.view.Cited, w.view.Proof, w.view.Change = n, words, proof, nil
}

// seekWords looks for the words of a link in the versions before this one, and shows
// what has become of them.
func (w *Widget) seekWords(link string, anchor transcript.Anchor) {
	now := w.turn(w.view.Linked).Text
	change := &timeline.Change{}
	said := func(text, date string) bool {
		if c, ok := anchor.Compare(text, now); ok {
			*change = timeline.Change{Comparison: c, Date: date, Found: true}
		}
		return change.Found
	}
	w.scope.Past(w.dataURL(), anchor.Turn, w.transcript.Version, mostVersions, said, func(err error) {
		if w.arrived.link != link {
			return // the reader has gone on
		}
		if err != nil {
			w.tellError(err)
		}
		w.view.Change, w.view.Cited = change, change.Here
		w.show()
	})
}

// seekNearest asks where a turn was that the transcript does not have, and shows the
// turn that is nearest to it.
func (w *Widget) seekNearest(link, id string) {
	w.scope.Nearest(w.dataURL()+"/turns/"+id, id, func(nearest string, err error) {
		n := w.transcript.TurnIndex(nearest) + 1
		switch {
		case w.arrived.link != link:
		case err != nil:
			w.tellError(err)
		case n > 0:
			w.mark(n, transcript.Range{}, transcript.Removed)
			w.land(n, false)
		}
	})
}

// isSlug reports whether an id is one that the endpoint may have given.
func isSlug(id string) bool {
	for i := 0; i < len(id); i++ {
		if c := id[i]; c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return id != "" && len(id) <= 80
}

// dataURL returns the address of the transcript at the endpoint.
func (w *Widget) dataURL() string {
	return w.options.Base + "/v1/transcripts/" + w.transcript.ID
}
