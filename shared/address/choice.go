package address

import (
	"slices"
	"strconv"
	"strings"
)

// Choice is the reader's choice of filters and search for a transcript.
type Choice struct {
	Speakers []string // ids of the speakers whose turns are shown; nil for all
	Topic    string   // id of the topic whose turns are shown; "" for all
	Find     string   // the search as typed
	OnlyHits bool     // hide turns without a hit
}

// LinkName is the name of the value in a fragment that links to a turn. It is the same
// for every element of a page.
const LinkName = "q"

const (
	speakersName = "s"
	topicName    = "topic"
	findName     = "find"
	onlyName     = "only"

	everybody = "*"
	hits      = "hits"
)

// Names are the names of one element's values in a fragment. The suffix distinguishes
// them from those of the page's other elements.
type Names struct{ suffix string }

// NamesOf returns the names for the n-th element of a page, counting from 1.
func NamesOf(n int) Names {
	if n < 2 {
		return Names{}
	}
	return Names{strconv.Itoa(n)}
}

// In reports whether a fragment has a value for the element, or a link.
func (n Names) In(fragment string) bool {
	for _, name := range [...]string{LinkName, speakersName + n.suffix, topicName + n.suffix, findName + n.suffix, onlyName + n.suffix} {
		if _, ok := Get(fragment, name); ok {
			return true
		}
	}
	return false
}

// Read returns the choice that a fragment holds. A value that the fragment does not
// have is taken from given.
func (n Names) Read(fragment string, given Choice) Choice {
	c := given
	if v, ok := Get(fragment, speakersName+n.suffix); ok {
		c.Speakers = ParseSpeakers(v)
	}
	if v, ok := Get(fragment, topicName+n.suffix); ok {
		c.Topic = v
	}
	if v, ok := Get(fragment, findName+n.suffix); ok {
		c.Find = v
	}
	if v, ok := Get(fragment, onlyName+n.suffix); ok {
		c.OnlyHits = v == hits
	}
	return c
}

// Write returns the fragment with the values of c. Values that are equal in given are
// removed from the fragment.
func (n Names) Write(fragment string, c, given Choice) string {
	set := func(name, value string, same bool) {
		if same {
			fragment = Drop(fragment, name+n.suffix)
		} else {
			fragment = Set(fragment, name+n.suffix, value)
		}
	}
	speakers := everybody
	if c.Speakers != nil {
		speakers = strings.Join(c.Speakers, ",")
	}
	only := ""
	if c.OnlyHits {
		only = hits
	}
	set(speakersName, speakers, (c.Speakers == nil) == (given.Speakers == nil) && slices.Equal(c.Speakers, given.Speakers))
	set(topicName, c.Topic, c.Topic == given.Topic)
	set(findName, c.Find, c.Find == given.Find)
	set(onlyName, only, c.OnlyHits == given.OnlyHits)
	return fragment
}

// ParseSpeakers returns the ids in a list that is delimited by commas or spaces. It
// returns nil for "*", which means all speakers.
func ParseSpeakers(s string) []string {
	if s == everybody {
		return nil
	}
	ids := []string{}
	for id := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == ' ' }) {
		ids = append(ids, id)
	}
	return ids
}
