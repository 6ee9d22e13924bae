package transcript

import (
	"strconv"

	"quoteline/shared/jsonpointer"
)

// Limits of a transcript. No real conversation reaches them. Within the limits, all
// output that is made from a transcript fits the 128 MB of memory that a Cloudflare
// Worker has.
const (
	MaxSlug       = 80      // bytes of an id
	MaxTurns      = 100_000 // turns of a transcript
	MaxTopics     = 1_000   // topics of a transcript
	MaxTurnTopics = 100     // topics of a turn
	MaxText       = 4 << 20 // bytes of a turn's text, and of any other text
)

// Validate reports every fault of t: members that are missing or malformed, ids that
// are used twice or refer to nothing, times that contradict each other, and text that
// cannot be shown unchanged. It finds no fault in a transcript that package ingest, the
// importer, made with complete metadata.
//
// Some things are allowed on purpose. A speaker may have an unknown kind, because later
// schemas may have more kinds. A turn may have no speaker if it is a [Note]. People
// interrupt each other, so a turn may start before the previous turn ends. It must not
// start before the previous turn starts. A correction may refer to a turn that no
// longer exists.
//
// Validate does not check Unicode normalisation, because the tables for it would take
// 49 KB in the WebAssembly module: see [Transcript.CheckNormal].
func (t *Transcript) Validate() Faults {
	c := checker{
		speakers: make(map[string]bool, len(t.Speakers)),
		topics:   make(map[string]bool, len(t.Topics)),
		turns:    make(map[string]int, len(t.Turns)),
		named:    make(map[string]int, len(t.Topics)),
	}
	c.transcript(t)
	for i := range t.Speakers {
		c.speaker(jsonpointer.Element("/speakers", i), &t.Speakers[i])
	}
	c.allTopics(t)
	if t.Media != nil {
		c.media(t.Media)
	}
	c.allTurns(t)
	for i := range t.Corrections {
		c.correction(jsonpointer.Element("/corrections", i), &t.Corrections[i])
	}
	return c.faults
}

// checker collects the faults of a transcript. Its maps hold the ids that were checked
// so far.
type checker struct {
	faults   Faults
	speakers map[string]bool
	topics   map[string]bool
	turns    map[string]int // id → position
	named    map[string]int // id of a topic → number of the last turn that names it, from 1
}

func (c *checker) transcript(t *Transcript) {
	if t.Schema != Schema {
		c.report("/schema", "", "is "+quote(t.Schema)+", which cannot be read here; it must be "+quote(Schema))
	}
	c.slug("", "/id", t.ID)
	if t.Version < 1 {
		c.report("/version", "", "must be 1 for the first publication, and one more for each after it")
	}
	c.line("", "/title", t.Title)
	c.optional(c.text, "", "/summary", t.Summary)
	c.lang("", "/lang", t.Lang)
	if t.Publisher != nil {
		c.line("/publisher", "/name", t.Publisher.Name)
		c.optional(c.url, "/publisher", "/url", t.Publisher.URL)
	}
	c.optional(c.url, "", "/sourceUrl", t.SourceURL)
	c.optional(c.moment, "", "/datePublished", t.DatePublished)
	c.optional(c.moment, "", "/recordedAt", t.RecordedAt)
	c.optional(c.moment, "", "/dateModified", t.DateModified)
	oneOf(c, "", "/timing", t.Timing, TimingNone, TimingTurn, TimingWord)
	oneOf(c, "", "/editing", t.Editing, EditingVerbatim, EditingCondensed, EditingTranslated)
	c.optional(c.lang, "", "/translatedFrom", t.TranslatedFrom)
	c.optional(c.text, "", "/note", t.Note)
}

func (c *checker) speaker(base string, s *Speaker) {
	c.slug(base, "/id", s.ID)
	c.unique(base, s.ID, c.speakers)
	c.line(base, "/name", s.Name)
	c.optional(c.line, base, "/role", s.Role)
	c.slug(base, "/kind", string(s.Kind))
	for i, alias := range s.Aliases {
		c.line(jsonpointer.Element(base+"/aliases", i), "", alias)
	}
	for i, url := range s.SameAs {
		c.url(jsonpointer.Element(base+"/sameAs", i), "", url)
	}
}

func (c *checker) allTopics(t *Transcript) {
	if n := len(t.Topics); n > MaxTopics {
		c.report("/topics", "", "has "+strconv.Itoa(n)+" topics; merge some, until there are at most "+strconv.Itoa(MaxTopics))
	}
	for i := range t.Topics {
		c.topic(jsonpointer.Element("/topics", i), &t.Topics[i])
	}
}

func (c *checker) topic(base string, topic *Topic) {
	c.slug(base, "/id", topic.ID)
	c.unique(base, topic.ID, c.topics)
	c.line(base, "/label", topic.Label)
}

func (c *checker) media(m *Media) {
	c.url("/media", "/url", m.URL)
	if !isMediaType(m.Type) {
		c.report("/media", "/type", wrong(m.Type, "write a media type such as audio/mpeg"))
	}
	if m.Duration < 0 {
		c.report("/media", "/duration", "is negative; write the length in milliseconds, or leave it out")
	}
}

func (c *checker) correction(base string, v *Correction) {
	c.moment(base, "/date", v.Date)
	c.slug(base, "/turn", v.Turn)
	c.optional(c.text, base, "/note", v.Note)
	c.optional(c.text, base, "/before", v.Before)
	c.optional(c.text, base, "/after", v.After)
}
