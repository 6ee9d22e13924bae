//go:build js && wasm

package widget

import (
	"slices"

	"quoteline/shared/address"
	"quoteline/shared/transcript"
	"quoteline/wasm/dom"
)

// given is what the element's attributes say, for which the address has no words.
type given struct {
	turn   int // number of the turn, 0 for none
	choice address.Choice
}

// arrival is what the page's address said last, or was made to say.
type arrival struct {
	link   string         // to a turn or words of one, as it stands there
	theirs string         // what is the page's own
	choice address.Choice // of which the page was told
}

// give takes the attributes.
func (w *Widget) give(o dom.Options) {
	w.names = address.NamesOf(max(1, o.Nth))
	w.given.turn = w.transcript.TurnIndex(o.Turn) + 1
	w.given.choice = w.known(address.Choice{Speakers: speakers(o.Speaker), Topic: o.Topic, Find: o.Q})
	_, fragment := dom.Address()
	w.arrived.theirs = address.Theirs(fragment)
}

// speakers reads a list for which "" means everybody.
func speakers(list string) []string {
	if list == "" {
		return nil
	}
	return address.ParseSpeakers(list)
}

// arrive shows what the page's address says, at first and when it changes: the
// filter, the search, and a turn or words of one with what became of them. Where
// the page has gone elsewhere in itself, everything stays as it is.
func (w *Widget) arrive() {
	_, fragment := dom.Address()
	theirs := address.Theirs(fragment)
	if theirs != w.arrived.theirs && !w.names.In(fragment) {
		w.arrived.theirs = theirs
		return
	}
	w.arrived.theirs = theirs
	choice := w.known(w.names.Read(fragment, w.given.choice))
	changed := !same(choice, w.chosen())
	if changed {
		w.take(choice)
		w.landed = 0 // what stands above it changes
	}
	switch link, _ := address.Get(fragment, address.LinkName); {
	case link != w.arrived.link:
		w.follow(link)
	case changed:
		w.show()
	}
	if changed {
		w.tellFilter()
	}
}

// known returns c without what the transcript does not have, its speakers in the
// transcript's order. A list of strangers alone would show nothing and is none.
func (w *Widget) known(c address.Choice) address.Choice {
	if c.Speakers != nil {
		known := []string{}
		for i := range w.transcript.Speakers {
			if id := w.transcript.Speakers[i].ID; slices.Contains(c.Speakers, id) {
				known = append(known, id)
			}
		}
		if len(known) == len(w.transcript.Speakers) || len(known) == 0 && len(c.Speakers) > 0 {
			known = nil
		}
		c.Speakers = known
	}
	if !slices.ContainsFunc(w.transcript.Topics, func(t transcript.Topic) bool { return t.ID == c.Topic }) {
		c.Topic = ""
	}
	return c
}

func same(a, b address.Choice) bool {
	return a.Topic == b.Topic && a.Find == b.Find && a.OnlyHits == b.OnlyHits &&
		(a.Speakers == nil) == (b.Speakers == nil) && slices.Equal(a.Speakers, b.Speakers)
}

// chosen returns what the view shows.
func (w *Widget) chosen() address.Choice {
	c := address.Choice{Topic: w.view.Topic, Find: w.view.Query, OnlyHits: w.view.OnlyHits}
	if slices.Contains(w.view.Off, true) {
		c.Speakers = []string{}
		for i, off := range w.view.Off {
			if !off {
				c.Speakers = append(c.Speakers, w.transcript.Speakers[i].ID)
			}
		}
	}
	return c
}

// take makes c the view, which is not shown yet.
func (w *Widget) take(c address.Choice) {
	w.view.Off, w.view.Revealed, w.view.Topic = nil, nil, c.Topic
	if c.Speakers != nil {
		w.view.Off = make([]bool, len(w.transcript.Speakers))
		for i := range w.view.Off {
			w.view.Off[i] = !slices.Contains(c.Speakers, w.transcript.Speakers[i].ID)
		}
	}
	if w.parts.topic.Exists() {
		w.parts.topic.SetValue(c.Topic)
	}
	if c.Find != w.view.Query {
		w.find(c.Find)
	}
	w.view.OnlyHits = c.OnlyHits && w.view.Hits != nil
	if box := w.parts.steps.Query(`[data-act="only"]`); box.Exists() {
		box.SetChecked(w.view.OnlyHits)
	}
}

// remember puts what is chosen into the address and tells the page of it, where it is not
// what was told last: the page may answer with a choice, as those do that keep elements in
// step. It is a step that Back undoes (push), or takes the place of the last one. Where
// the page may not write its history, the choice holds all the same.
func (w *Widget) remember(push bool) {
	w.typing = false
	chosen := w.chosen()
	if same(chosen, w.arrived.choice) {
		return
	}
	_, fragment := dom.Address()
	if next := w.names.Write(fragment, chosen, w.given.choice); next != fragment {
		_ = w.host.WriteFragment(next, push)
	}
	w.tellFilter()
}

// rememberTyping does it for a search that is being typed, before anything else
// becomes a step.
func (w *Widget) rememberTyping() {
	if w.typing {
		w.remember(false)
	}
}

// rememberTurn makes a turn the one that the address names, and reports whether
// it is.
func (w *Widget) rememberTurn(id string) bool {
	if w.arrived.link == id {
		return true
	}
	_, fragment := dom.Address()
	if w.host.WriteFragment(address.Set(fragment, address.LinkName, id), true) != nil {
		return false
	}
	w.arrived.link = id
	return true
}

// Filter shows what a script of the page asks for.
func (w *Widget) Filter(wishes dom.Wishes) {
	c := w.chosen()
	if v, ok := wishes("speaker"); ok {
		c.Speakers = speakers(v)
	}
	if v, ok := wishes("topic"); ok {
		c.Topic = v
	}
	if v, ok := wishes("q"); ok {
		c.Find = v
	}
	if v, ok := wishes("only"); ok {
		c.OnlyHits = v == "true"
	}
	w.take(w.known(c))
	w.show()
	w.remember(false)
}

// Attribute takes what an attribute says from now on, and shows it.
func (w *Widget) Attribute(name, value string) {
	c := w.chosen()
	switch name {
	case "speaker":
		c.Speakers = speakers(value)
		c = w.known(c)
		w.given.choice.Speakers = c.Speakers
	case "topic":
		c.Topic = value
		c = w.known(c)
		w.given.choice.Topic = c.Topic
	case "q":
		c.Find, w.given.choice.Find = value, value
	case "turn":
		w.name(w.transcript.TurnIndex(value) + 1)
		return
	default:
		return
	}
	w.take(c)
	w.show()
	w.remember(false)
}
