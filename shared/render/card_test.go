package render_test

import (
	"strings"
	"testing"

	"quoteline/shared/card"
	"quoteline/shared/messages"
	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

func cardOf(t *transcript.Transcript) *card.Card {
	return render.CardOf(t, timeline.Lay(t, &timeline.View{}), render.Options{Words: messages.Choose("", t.Lang)})
}

func quoteCardOf(t *transcript.Transcript, i int) *card.Card {
	return render.QuoteCardOf(t, timeline.Lay(t, &timeline.View{}), render.Options{Words: messages.Choose("", t.Lang)}, i)
}

func TestCardOf(t *testing.T) {
	got := string(cardOf(conversation()).Append(nil))
	const want = `c 2
w On tides
l en
a Two people & the sea.
s Gazette
p 2 turns, 5 words / May 1, 2024 / Condensed
n 2
N 0
o Host
N 1
o Speaker A
L 1 0
L 0 1
B 0 6000 0 100
B 6000 4000 1 100
T 6000 0 1
X 0
t 1
X 6000
t 2
`
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestQuoteCardOf(t *testing.T) {
	got := string(quoteCardOf(conversation(), 1).Append(nil))
	const want = `c 2
w Neither. Slack.
l en-GB
s On tides
p Turn 2 of 2 / Gazette / Condensed
n 2 / 2
N 1
o Speaker A
R Pilot
L 1 0
L 0 1
B 0 6000 0 100
B 6000 4000 1 100
Q 6000 4000 1 100
T 6000 0 1
X 0
t 1
X 6000
t 2
`
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// A transcript may lack speakers, turns or other fields. A card of it must still have a
// description that can be read.
func TestCardsOfUnusualTranscripts(t *testing.T) {
	none := &transcript.Transcript{ID: "none", Lang: "en"}
	note := conversation()
	note.Turns = append(note.Turns, transcript.Turn{ID: "d4", N: 3, Kind: transcript.Note, Text: "Laughter"})
	long := conversation()
	long.Turns[1].Text = strings.Repeat("independent review ", 10_000)
	many := conversation()
	many.Speakers, many.Turns = nil, nil
	for i := range 12 {
		id := "s" + string(rune('a'+i))
		many.Speakers = append(many.Speakers, transcript.Speaker{ID: id, Name: "Speaker " + id})
		many.Turns = append(many.Turns, transcript.Turn{ID: id, N: i + 1, Speaker: id, Text: "One of many."})
	}
	dense := conversation()
	for range 10_000 {
		dense.Turns = append(dense.Turns, dense.Turns[0], dense.Turns[1])
	}
	for name, script := range map[string]*transcript.Transcript{"none": none, "note": note, "long": long, "many": many, "dense": dense} {
		cards := []*card.Card{cardOf(script)}
		if n := len(script.Turns); n > 0 {
			cards = append(cards, quoteCardOf(script, n-1))
		}
		for _, c := range cards {
			text := c.Append(nil)
			if _, err := card.Parse(string(text)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if len(text) > 100_000 {
				t.Errorf("%s: a description of %d bytes", name, len(text))
			}
		}
	}
	if c := quoteCardOf(note, 2); c.Lit != nil || c.Names[0].Lane != -1 || c.Names[0].Name != "note" {
		t.Errorf("a note: %+v", c)
	}
	if c := quoteCardOf(long, 1); !c.Continues || len(c.Words) > 1000 {
		t.Errorf("a long turn: %d bytes, continues %v", len(c.Words), c.Continues)
	}
	if c := cardOf(many); len(c.Lanes) != timeline.MaxLanes || c.Names[7].Name != "5 others" {
		t.Errorf("many speakers: %d lanes, %v", len(c.Lanes), c.Names)
	}
}

func TestCardURL(t *testing.T) {
	o := render.Options{Base: "https://edge.example"}
	for turn, want := range map[string]string{
		"":   "https://edge.example/t/tides/card.png",
		"c3": "https://edge.example/t/tides/q/c3/card.png",
	} {
		if got := render.CardURL(conversation(), o, turn); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
