package reader

import (
	"slices"

	"quoteline/shared/address"
	"quoteline/shared/transcript"
)

// given holds the values of the <quote-timeline> element's attributes, such as the
// speakers that are shown at first. The page's address contains a choice of the reader
// only if the choice differs from these values.
type given struct {
	turn   int // number of the turn that the attribute turn names; 0 for none
	choice address.Choice
}

// speakers returns the ids of the speakers in the value of an attribute. If the value
// is "", it returns nil, which means all speakers.
func speakers(list string) []string {
	if list == "" {
		return nil
	}
	return address.ParseSpeakers(list)
}

// known returns the choice c without ids that the transcript does not have. The
// speakers are in the transcript's order. If the transcript has none of the speakers in
// c, the result has all speakers (nil), because an empty list would hide every turn.
func (s *State) known(c address.Choice) address.Choice {
	if c.Speakers != nil {
		known, chosen := []string{}, setOf(c.Speakers)
		for i := range s.Transcript.Speakers {
			if id := s.Transcript.Speakers[i].ID; chosen[id] {
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

// setOf returns a set of ids. An address may choose as many speakers as the
// transcript has. If the list of ids were searched for each speaker, the time would
// grow with the square of the number of speakers.
func setOf(ids []string) map[string]bool {
	set := make(map[string]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}

func same(a, b address.Choice) bool {
	return a.Topic == b.Topic && a.Find == b.Find && a.OnlyHits == b.OnlyHits &&
		(a.Speakers == nil) == (b.Speakers == nil) && slices.Equal(a.Speakers, b.Speakers)
}

// Choice returns the reader's present filters and search, in the form that package
// address writes into the page's address.
func (s *State) Choice() address.Choice {
	c := address.Choice{Topic: s.View.Topic, Find: s.View.Query, OnlyHits: s.View.OnlyHits}
	if slices.Contains(s.View.Off, true) {
		c.Speakers = s.SpeakersOn()
	}
	return c
}

// SpeakersOn returns the ids of the speakers whose turns are shown. If there are none,
// it returns an empty list, not nil.
func (s *State) SpeakersOn() []string {
	ids := []string{}
	for i := range s.Transcript.Speakers {
		if i >= len(s.View.Off) || !s.View.Off[i] {
			ids = append(ids, s.Transcript.Speakers[i].ID)
		}
	}
	return ids
}

// Criteria is a function that returns the new value which a script of the page requests
// for one filter criterion. The name of the criterion is "speaker", "topic", "q" (the
// words to search for) or "only" (the value "true" shows only turns with hits). ok is
// false if the script does not request a new value for it.
type Criteria func(name string) (value string, ok bool)

// Filter sets the filter criteria that a script of the page requests. The other
// criteria do not change. Filter reports whether the words to search for have changed.
func (s *State) Filter(criteria Criteria) (searched bool) {
	c := s.Choice()
	if v, ok := criteria("speaker"); ok {
		c.Speakers = speakers(v)
	}
	if v, ok := criteria("topic"); ok {
		c.Topic = v
	}
	if v, ok := criteria("q"); ok {
		c.Find = v
	}
	if v, ok := criteria("only"); ok {
		c.OnlyHits = v == "true"
	}
	return s.apply(s.known(c))
}

// SetAttribute applies the new value of the <quote-timeline> element's attribute
// speaker, topic or q (the words to search for). If name is another attribute, ok is
// false. searched reports whether the words to search for have changed.
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

// apply sets the reader's filters and search to the choice c. It reports whether the
// words to search for have changed.
func (s *State) apply(c address.Choice) (searched bool) {
	s.View.Off, s.View.Revealed, s.View.Topic = nil, nil, c.Topic
	if c.Speakers != nil {
		chosen := setOf(c.Speakers)
		s.View.Off = make([]bool, len(s.Transcript.Speakers))
		for i := range s.View.Off {
			s.View.Off[i] = !chosen[s.Transcript.Speakers[i].ID]
		}
	}
	if searched = c.Find != s.View.Query; searched {
		s.Search(c.Find)
	}
	s.View.OnlyHits = c.OnlyHits && s.View.Hits != nil
	return searched
}
