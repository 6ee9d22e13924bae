package address

import (
	"slices"
	"strconv"
	"strings"
)

// Choice is what of a transcript a reader has chosen to see.
type Choice struct {
	Speakers []string // ids of those that are left on; nil for all
	Topic    string   // id of the topic that is left; "" for all
	Find     string   // the search as typed
	OnlyHits bool     // turns without a hit are left out
}

// LinkName is the name under which a fragment holds a link, for every element.
const LinkName = "q"

const (
	speakersName = "s"
	topicName    = "topic"
	findName     = "find"
	onlyName     = "only"

	everybody = "*"
	hits      = "hits"
)

// Names are those of one element's values in a fragment.
type Names struct{ suffix string }

// NamesOf returns the names of the n-th element of a page, counting from 1.
func NamesOf(n int) Names {
	if n < 2 {
		return Names{}
	}
	return Names{strconv.Itoa(n)}
}

// In reports whether a fragment holds anything for the element.
func (n Names) In(fragment string) bool {
	for _, name := range [...]string{LinkName, speakersName + n.suffix, topicName + n.suffix, findName + n.suffix, onlyName + n.suffix} {
		if _, ok := Get(fragment, name); ok {
			return true
		}
	}
	return false
}

// Read returns the choice in a fragment. A name that is missing there has its value
// from given.
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

// Write returns the fragment with c in it, as far as it differs from given.
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

// ParseSpeakers reads a list of ids with commas or spaces between; "*" means
// all, for which the list is nil.
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
