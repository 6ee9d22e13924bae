//go:build js && wasm

package widget

// tellFilter tells the page what is shown of the transcript.
func (w *Widget) tellFilter() {
	c := w.chosen()
	w.arrived.choice = c
	ids := []any{}
	for i := range w.transcript.Speakers {
		if i >= len(w.view.Off) || !w.view.Off[i] {
			ids = append(ids, w.transcript.Speakers[i].ID)
		}
	}
	w.host.Tell(w.parts.body, "qt-filter", map[string]any{
		"speaker": ids,
		"topic":   c.Topic,
		"q":       c.Find,
		"only":    c.OnlyHits,
		"hits":    w.layout.HitTurns,
		"shown":   w.layout.Shown,
		"total":   len(w.layout.Rows),
	})
}

// tellSelect tells the page which turn is gone to.
func (w *Widget) tellSelect(n int) {
	turn := w.turn(n)
	w.host.Tell(w.parts.body, "qt-select", map[string]any{
		"turn":    turn.ID,
		"n":       n,
		"speaker": turn.Speaker,
	})
}

// tellError tells the page of a request that failed. What it was for is missing from
// what is shown.
func (w *Widget) tellError(err error) {
	w.host.Tell(w.parts.body, "qt-error", map[string]any{"message": err.Error()})
}

// tellCopy tells the page what was passed on, and how.
func (w *Widget) tellCopy(turn, style, text string) {
	w.host.Tell(w.parts.body, "qt-copy", map[string]any{"turn": turn, "style": style, "text": text})
}
