package reader

import (
	"slices"

	"quoteline/shared/address"
	"quoteline/shared/transcript"
)

// given is what the element's attributes say, which is left out of the address.
type given struct {
	turn   int // 0 for none
	choice address.Choice
}

// speakers reads a list of ids; "" is all speakers, for which the list is nil.
func speakers(list string) []string {
	if list == "" {
		return nil
	}
	return address.ParseSpeakers(list)
}

// known returns c without ids that the transcript does not have, its speakers in the
// transcript's order. If none of the speakers is known, all are shown: an empty list
// would hide every turn.
func (s *State) known(c address.Choice) address.Choice {
	if c.Speakers != nil {
		known := []string{}
		for i := range s.Transcript.Speakers {
			if id := s.Transcript.Speakers[i].ID; slices.Contains(c.Speakers, id) {
				known = append(known, id)
			}
		}
		if len(known) == len(s.Transcript.Speakers) || len(known) == 0 && len(c.Speakers) > 0 {
			known = nil
		}
		c.Speakers = known
	}
	if !slices.ContainsFunc(s.Transcript.Topics, func(t transcript.Topic) bool { return t.ID == c.Topic }) {
		c.Topic = ""
	}
	return c
}

func same(a, b address.Choice) bool {
	return a.Topic == b.Topic && a.Find == b.Find && a.OnlyHits == b.OnlyHits &&
		(a.Speakers == nil) == (b.Speakers == nil) && slices.Equal(a.Speakers, b.Speakers)
}

// Choice returns what the view shows, as an address holds it.
func (s *State) Choice() address.Choice {
	c := address.Choice{Topic: s.View.Topic, Find: s.View.Query, OnlyHits: s.View.OnlyHits}
	if slices.Contains(s.View.Off, true) {
		c.Speakers = s.SpeakersOn()
	}
	return c
}

// SpeakersOn returns the ids of the speakers that are switched on; none is an empty
// list.
func (s *State) SpeakersOn() []string {
	ids := []string{}
	for i := range s.Transcript.Speakers {
		if i >= len(s.View.Off) || !s.View.Off[i] {
			ids = append(ids, s.Transcript.Speakers[i].ID)
		}
	}
	return ids
}

// Wishes are what a script asks for, by name: speaker, topic, q and only; ok is false
// for what it does not mention.
type Wishes func(name string) (value string, ok bool)

// Filter chooses what a script asks for; what it does not mention stays. It reports
// whether that was another search.
func (s *State) Filter(wishes Wishes) (searched bool) {
	c := s.Choice()
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
	return s.apply(s.known(c))
}

// SetAttribute takes the value that one of the attributes speaker, topic and q has from
// now on, and chooses it. It reports whether it is one of them, and whether that was
// another search.
func (s *State) SetAttribute(name, value string) (searched, ok bool) {
	c := s.Choice()
	switch name {
	case "speaker":
		c.Speakers = speakers(value)
		c = s.known(c)
		s.given.choice.Speakers = c.Speakers
	case "topic":
		c.Topic = value
		c = s.known(c)
		s.given.choice.Topic = c.Topic
	case "q":
		c.Find, s.given.choice.Find = value, value
	default:
		return false, false
	}
	return s.apply(c), true
}

// apply makes c the view, and reports whether that was another search.
func (s *State) apply(c address.Choice) (searched bool) {
	s.View.Off, s.View.Revealed, s.View.Topic = nil, nil, c.Topic
	if c.Speakers != nil {
		s.View.Off = make([]bool, len(s.Transcript.Speakers))
		for i := range s.View.Off {
			s.View.Off[i] = !slices.Contains(c.Speakers, s.Transcript.Speakers[i].ID)
		}
	}
	if searched = c.Find != s.View.Query; searched {
		s.Search(c.Find)
	}
	s.View.OnlyHits = c.OnlyHits && s.View.Hits != nil
	return searched
}
