//go:build js && wasm

package widget

// reportFilter sends the page the event qt-filter, with the present filters and the
// number of turns that they show.
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

// reportSelect sends the page the event qt-select, with the turn to which the widget has gone.
func (p *page) reportSelect(n int) {
	turn := p.state.Turn(n)
	p.host.Dispatch(p.elements.body, "qt-select", map[string]any{
		"turn":    turn.ID,
		"n":       n,
		"speaker": turn.Speaker,
	})
}

// reportError sends the page the event qt-error, with the message of a failed request.
// The widget shows what it has without the answer.
func (p *page) reportError(err error) {
	p.host.Dispatch(p.elements.body, "qt-error", map[string]any{"message": err.Error()})
}

// reportCopy sends the page the event qt-copy, with the text that was copied or shared
// and its style.
func (p *page) reportCopy(turn, style, text string) {
	p.host.Dispatch(p.elements.body, "qt-copy", map[string]any{"turn": turn, "style": style, "text": text})
}
