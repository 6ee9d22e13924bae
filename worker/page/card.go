package page

import (
	"net/http"
	"strings"

	"quoteline/shared/card"
	"quoteline/shared/messages"
	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// cardField is the header field of an answer with the description of a card. Its value
// are the names of the fonts that the card needs. worker/shim/cards.mjs draws the card
// and sends the picture instead. It removes the field.
const cardField = "Quoteline-Card"

// card answers with the description of the card of a transcript.
func (p *pages) card(r *http.Request) (*reply.Answer, error) {
	t, err := p.load(r)
	if err != nil {
		return nil, err
	}
	return picture(render.CardOf(t, timeline.Lay(t, &timeline.View{}), cardOptions(r, t))), nil
}

// quoteCard answers with the description of the card of one turn.
func (p *pages) quoteCard(r *http.Request) (*reply.Answer, error) {
	t, i, err := p.loadTurn(r)
	if err != nil {
		return nil, err
	}
	return picture(render.QuoteCardOf(t, timeline.Lay(t, &timeline.View{}), cardOptions(r, t), i)), nil
}

// cardOptions returns the options of a card. The language of its facts is that of the
// transcript, so that a card depends only on the transcript.
func cardOptions(r *http.Request, t *transcript.Transcript) render.Options {
	return render.Options{Base: reply.Origin(r), Words: messages.Choose("", t.Lang)}
}

// picture returns an answer with the description of a card. Its entity tag is that of the
// picture too, because two equal descriptions give two equal pictures.
func picture(c *card.Card) *reply.Answer {
	a := reply.Cached("text/plain; charset=utf-8", c.Append(nil))
	names := make([]string, 0, 5)
	for _, font := range c.Fonts() {
		names = append(names, string(font))
	}
	a.Header.Set(cardField, strings.Join(names, " "))
	a.Header.Set("Cross-Origin-Resource-Policy", "cross-origin")
	return a
}
