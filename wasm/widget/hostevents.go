//go:build js && wasm

package widget

// reportFilter dispatches the event qt-filter to the page. It contains the present
// filters and the number of turns that they show.
func (p *page) reportFilter() {
	s := p.state
	ids := []any{}
	for _, id := range s.SpeakersOn() {
		ids = append(ids, id)
	}
	p.host.Dispatch(p.elements.body, "qt-filter", map[string]any{
		"speaker": ids,
		"topic":   s.View.Topic,
		"q":       s.View.Query,
		"only":    s.View.OnlyHits,
		"hits":    s.Layout.HitTurns,
		"shown":   s.Layout.Shown,
		"total":   len(s.Layout.Rows),
	})
}

// reportSelect dispatches the event qt-select to the page. It contains turn n, to which
// the widget has gone.
func (p *page) reportSelect(n int) {
	turn := p.state.Turn(n)
	p.host.Dispatch(p.elements.body, "qt-select", map[string]any{
		"turn":    turn.ID,
		"n":       n,
		"speaker": turn.Speaker,
	})
}

// reportError dispatches the event qt-error to the page. It contains the message of a
// failed request to the server. The widget itself continues and shows what it has.
func (p *page) reportError(err error) {
	p.host.Dispatch(p.elements.body, "qt-error", map[string]any{"message": err.Error()})
}

// reportCopy dispatches the event qt-copy to the page. It contains the text that the
// reader has copied or shared, its style, and the id of its turn.
func (p *page) reportCopy(turn, style, text string) {
	p.host.Dispatch(p.elements.body, "qt-copy", map[string]any{"turn": turn, "style": style, "text": text})
}
