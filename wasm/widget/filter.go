//go:build js && wasm

package widget

// search looks for query and shows what is found.
func (w *Widget) search(query string) {
	w.find(query)
	w.refilter()
}

// find looks for query.
func (w *Widget) find(query string) {
	if w.parts.input.Value() != query {
		w.parts.input.SetValue(query)
	}
	w.view.Query = query
	w.leave()
	w.view.Hits = w.finder.Find(query)
	w.view.Hit = 0
	if !w.layout.Dense {
		for i := range w.view.Hits {
			w.view.Hits[i] = w.finder.All(i)
		}
	}
	if w.view.Hits == nil {
		w.view.OnlyHits = false
	}
}

// complete gives the row at position i all its hits, of which a search of a long
// transcript finds the first.
func (w *Widget) complete(i int) {
	if row := &w.layout.Rows[i]; len(row.Hits) == 1 {
		row.Hits = w.finder.All(i)
	}
}

// step goes to the next or previous turn with a hit, around the end.
func (w *Widget) step(by int) {
	n := len(w.view.Hits)
	for k := 1; k <= n; k++ {
		at := w.view.Hit - 1
		if at < 0 && by < 0 {
			at = 0
		}
		i := ((at+by*k)%n + n) % n
		if len(w.view.Hits[i]) == 0 {
			continue
		}
		w.view.Hit = i + 1
		w.view.Hits[i] = w.finder.All(i)
		w.unhide(i + 1)
		w.view.At = i + 1
		w.show()
		w.hold()
		w.scrollTo(w.row(i+1).Query("mark"), "center")
		return
	}
}

// toggle switches the speakers of a lane on or off.
func (w *Widget) toggle(lane int) {
	if lane < 0 || lane >= len(w.layout.Lanes) {
		return
	}
	w.switchLane(lane, !w.layout.Lanes[lane].Off)
	w.choose()
}

// solo leaves one lane on.
func (w *Widget) solo(lane int) {
	for i := range w.layout.Lanes {
		w.switchLane(i, i != lane)
	}
	w.choose()
}

func (w *Widget) switchLane(lane int, off bool) {
	if w.view.Off == nil {
		w.view.Off = make([]bool, len(w.transcript.Speakers))
	}
	for _, s := range w.layout.Lanes[lane].Speakers {
		w.view.Off[s] = off
	}
}

// showAll takes every filter back; the search stays.
func (w *Widget) showAll() {
	w.view.Off, w.view.Topic, w.view.OnlyHits = nil, "", false
	if w.parts.topic.Exists() {
		w.parts.topic.SetValue("")
	}
	w.choose()
	w.parts.input.Focus()
}

// choose shows what the reader has chosen and remembers it as a step of its own.
func (w *Widget) choose() {
	w.refilter()
	w.remember(true)
}

// refilter shows the view after its filter has changed: turns that were asked
// back from stubs belong to the filter before.
func (w *Widget) refilter() {
	w.view.Revealed = nil
	w.show()
}

// unhide makes turn n visible, whatever the filter says.
func (w *Widget) unhide(n int) {
	if w.view.Revealed == nil {
		w.view.Revealed = make([]bool, len(w.transcript.Turns))
	}
	w.view.Revealed[n-1] = true
}

// reveal shows the run of hidden turns that begins at turn n, and moves the
// focus to it, since the stub is gone.
func (w *Widget) reveal(n int) {
	if w.turn(n) == nil {
		return
	}
	for i := range w.layout.Rows[n-1].Stub {
		w.unhide(n + i)
	}
	w.show()
	w.row(n).Query(".num").Focus()
}
