//go:build js && wasm

package widget

// reportFilter sends the page the event that says what is shown of the transcript.
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

// reportSelect sends the page the event that says which turn is gone to.
func (p *page) reportSelect(n int) {
	turn := p.state.Turn(n)
	p.host.Dispatch(p.elements.body, "qt-select", map[string]any{
		"turn":    turn.ID,
		"n":       n,
		"speaker": turn.Speaker,
	})
}

// reportError sends the page the event of a request that failed. Its answer is missing
// from what is shown.
func (p *page) reportError(err error) {
	p.host.Dispatch(p.elements.body, "qt-error", map[string]any{"message": err.Error()})
}

// reportCopy sends the page the event that says what was copied or shared, and how.
func (p *page) reportCopy(turn, style, text string) {
	p.host.Dispatch(p.elements.body, "qt-copy", map[string]any{"turn": turn, "style": style, "text": text})
}
