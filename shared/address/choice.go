package address

import (
	"slices"
	"strconv"
	"strings"
)

// Choice is what the reader has chosen for a transcript: filters and a search.
type Choice struct {
	Speakers []string // ids of the speakers whose turns are shown; nil for all
	Topic    string   // id of the topic whose turns are shown; "" for all
	Find     string   // the search as typed
	OnlyHits bool     // hide turns without a hit
}

// LinkName is the name of a value in the fragment, the part of an address after "#". The
// value names the turn that a link leads to, as in "#q=ab12". All transcript elements of
// a page use the same name.
const LinkName = "q"

const (
	speakersName = "s"
	topicName    = "topic"
	findName     = "find"
	onlyName     = "only"

	everybody = "*"
	hits      = "hits"
)

// Names are the names of the values that one transcript element of a page has in the
// fragment. A page can have several elements, so the suffix distinguishes their names:
// "topic" for the first element, "topic2" for the second.
type Names struct{ suffix string }

// NamesOf returns the names that the n-th transcript element of a page has in the
// fragment, counting from 1.
func NamesOf(n int) Names {
	if n < 2 {
		return Names{}
	}
	return Names{strconv.Itoa(n)}
}

// In reports whether the fragment has a filter or a search of this transcript element,
// or a link to a turn.
func (n Names) In(fragment string) bool {
	for _, name := range [...]string{LinkName, speakersName + n.suffix, topicName + n.suffix, findName + n.suffix, onlyName + n.suffix} {
		if _, ok := Get(fragment, name); ok {
			return true
		}
	}
	return false
}

// Read reads the reader's choice from the fragment. If a value is missing there, Read
// copies it from the choice in the argument "given", which applies until the reader
// changes something.
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

// Write returns the fragment with the values of c, the reader's choice. The argument
// "given" is the choice before the reader has changed anything. If a value of c is the
// same as there, Write removes it from the fragment.
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

// ParseSpeakers returns the ids in s, which are separated by commas or spaces. If "*" is
// among them, which means all speakers, it returns nil.
func ParseSpeakers(s string) []string {
	ids := []string{}
	for id := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == ' ' }) {
		if id == everybody {
			return nil
		}
		ids = append(ids, id)
	}
	return ids
}
