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

// cardField is a header field of an answer that describes a card (the picture that other
// sites show with a link). Its value is the names of the fonts that the card needs.
// worker/shim/cards.mjs draws the card, sends the picture instead of the description, and
// removes the field.
const cardField = "Quoteline-Card"

// card answers with the description of a card: the picture that other sites show with a
// link to a transcript.
func (p *pages) card(r *http.Request) (*reply.Answer, error) {
	t, err := p.load(r)
	if err != nil {
		return nil, err
	}
	return picture(render.CardOf(t, timeline.Lay(t, &timeline.View{}), cardOptions(r, t))), nil
}

// quoteCard answers with the description of a card: the picture that other sites show
// with a link to one turn.
func (p *pages) quoteCard(r *http.Request) (*reply.Answer, error) {
	t, i, err := p.loadTurn(r)
	if err != nil {
		return nil, err
	}
	return picture(render.QuoteCardOf(t, timeline.Lay(t, &timeline.View{}), cardOptions(r, t), i)), nil
}

// cardOptions returns the options of a card. A text such as "Turn 12 of 30" on the card
// is in the transcript's language, and not in the reader's language. So all readers get
// the same picture.
func cardOptions(r *http.Request, t *transcript.Transcript) render.Options {
	return render.Options{Base: reply.Origin(r), Words: messages.Choose("", t.Lang)}
}

// picture returns an answer with the description of a card. The picture, which is drawn
// from it later, gets the same entity tag. That is correct because two equal descriptions
// always give two equal pictures.
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
