package render

import (
	"strings"

	"quoteline/shared/card"
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// CardURL returns the address of a card (the picture that other sites show with a link).
// The card is that of the turn with the id in the argument turn. If turn is "", it is
// that of the whole transcript.
func CardURL(t *transcript.Transcript, o Options, turn string) string {
	address := o.Base + "/t/" + t.ID
	if turn != "" {
		address += "/q/" + turn
	}
	return address + transcript.CardPath
}

// cardRunes is the greatest number of code points of the words in a card. No card has
// room for more.
const cardRunes = 600

// CardOf returns what the card of a whole interview shows: its title, its speakers and
// its timeline in full colour.
func CardOf(t *transcript.Transcript, l *timeline.Layout, o Options) *card.Card {
	c := o.newCard(t, l)
	c.Words, c.WordsLang, c.Summary = t.Title, t.Lang, firstRunes(t.Summary, cardRunes)
	for i := range l.Lanes {
		c.Names = append(c.Names, card.Name{Lane: i, Name: o.laneName(t, &l.Lanes[i])})
	}
	c.Source = publisherOf(t)
	n := len(t.Turns)
	place := o.sayCount(nil, messages.Turns, n, count(n))
	place = o.comma(place)
	place = o.sayCount(place, messages.Words, l.Words, count(l.Words))
	c.Place = string(o.facts(place, o.cardDate(t), o.editingNote(t)))
	c.Number = string(o.number(nil, n))
	return c
}

// QuoteCardOf returns what the card of turn i shows: its words, its speaker, and the
// timeline with only this turn in full colour.
func QuoteCardOf(t *transcript.Transcript, l *timeline.Layout, o Options, i int) *card.Card {
	c := o.newCard(t, l)
	turn, s := &t.Turns[i], &l.Segments[i]
	c.Words, c.Continues = firstWords(turn.Text)
	c.WordsLang = turnLang(t, i)
	name := card.Name{Lane: s.Lane, Name: o.speakerName(t, i)}
	if k := l.Speakers[i]; k >= 0 {
		name.Role = t.Speakers[k].Role
	}
	c.Names = []card.Name{name}
	if s.Lane >= 0 {
		place, wide, _ := timeline.Whole().Span(s.X, s.W)
		c.Lit = &card.Bar{X: place, W: wide, Lane: s.Lane, Filled: card.Full}
	}
	status := ""
	if p, ok := statusOf(t, i); ok {
		status = o.words().Say(p)
	}
	c.Source = t.Title
	// c.Place becomes, for example, "Turn 12 of 30 / Gazette / Translated".
	place := o.say(nil, messages.TurnOf, count(i+1), count(len(t.Turns)))
	c.Place = string(o.facts(place, publisherOf(t), status, o.editingNote(t)))
	c.Number = string(o.number(append(o.number(nil, i+1), " / "...), len(t.Turns)))
	return c
}

// publisherOf returns the name of the publisher, or "".
func publisherOf(t *transcript.Transcript) string {
	if t.Publisher == nil {
		return ""
	}
	return t.Publisher.Name
}

// firstWords returns the first cardRunes code points of a text, without a word that is
// cut at the end. The result more is true if words are left out.
func firstWords(text string) (words string, more bool) {
	words = firstRunes(text, cardRunes)
	if len(words) == len(text) {
		return words, false
	}
	if end := strings.LastIndexAny(words, " \n"); end > 0 {
		words = words[:end]
	}
	return words, true
}

// facts appends the facts in the argument more to dst, each after " / ". It leaves out
// empty facts. The caller has already written the first fact to dst.
func (o Options) facts(dst []byte, more ...string) []byte {
	for _, fact := range more {
		if fact != "" {
			dst = append(append(dst, " / "...), fact...)
		}
	}
	return dst
}

// cardDate returns the day of publication in the language of the interface, or "".
func (o Options) cardDate(t *transcript.Transcript) string {
	if t.DatePublished == "" {
		return ""
	}
	return string(o.words().AppendDate(nil, t.DatePublished))
}

// newCard returns a card that has only the timeline, and no texts.
func (o Options) newCard(t *transcript.Transcript, l *timeline.Layout) *card.Card {
	c := &card.Card{RightToLeft: o.words().Say(messages.Direction) == "rtl"}
	for i := range l.Lanes {
		host := t.Speakers[l.Lanes[i].Speakers[0]].Kind == transcript.KindHost
		c.Lanes = append(c.Lanes, card.Lane{Host: host, Colour: l.Lanes[i].Colour})
	}
	// If a timeline has more than 400 turns (l.Crowded), they are too many for one bar
	// each. So several turns share a bar.
	for lane := range l.Lanes {
		if l.Crowded {
			c.Bars = appendCardColumns(c.Bars, l, lane)
		} else {
			c.Bars = appendCardBars(c.Bars, l, lane)
		}
	}
	for _, th := range l.Threads {
		c.Threads = append(c.Threads, card.Thread{X: timeline.Whole().Place(th.X), Top: th.Top, End: th.End})
	}
	for _, tick := range l.Ticks {
		text := o.number(nil, tick.N)
		if l.Clock != nil {
			text = messages.AppendClock(nil, tick.Millis)
		}
		c.Ticks = append(c.Ticks, card.Tick{X: timeline.Whole().Place(tick.X), Text: string(text)})
	}
	return c
}

// appendCardBars appends a bar for each turn in a lane (a speaker's row).
func appendCardBars(bars []card.Bar, l *timeline.Layout, lane int) []card.Bar {
	for i := range l.Segments {
		if s := &l.Segments[i]; s.Lane == lane {
			place, wide, _ := timeline.Whole().Span(s.X, s.W)
			bars = append(bars, card.Bar{X: place, W: wide, Lane: lane, Filled: card.Full})
		}
	}
	return bars
}

// appendCardColumns appends bars for one lane (a speaker's row) of a crowded timeline,
// which is divided into narrow columns. It appends a bar for each column in which the
// speaker speaks.
func appendCardColumns(bars []card.Bar, l *timeline.Layout, lane int) []card.Bar {
	for i, filled := range fillColumns(l, timeline.Whole(), lane, timeline.Plain) {
		if filled > 0 {
			bars = append(bars, card.Bar{X: i * columnWidth, W: columnWidth, Lane: lane, Filled: max(1, min(card.Full, filled*card.Full/columnWidth))})
		}
	}
	return bars
}
