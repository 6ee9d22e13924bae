package ingest

import (
	"strings"

	"quoteline/shared/transcript"
)

// spelling is one spelling of a label. Spellings that name the same speaker form a
// chain through into; the last one gives the name.
type spelling struct {
	name  string
	turns int
	into  *spelling
	id    string // of the speaker, only at the end of a chain
}

// root returns the spelling that gives the speaker's name.
func (v *spelling) root() *spelling {
	for v.into != nil {
		v = v.into
	}
	return v
}

// speakerSet is the spellings of all labels of a draft, in order of first
// appearance.
type speakerSet struct {
	spellings []*spelling
	byName    map[string]*spelling
	byFold    map[string][]*spelling

	adjacent map[[2]string]bool // pairs of folded words for the asker whose turns follow each other
}

// speakerMembers is the size in JSON of a speaker and of its count, besides names,
// in bytes.
const speakerMembers = 200

// collectSpeakers collects the spellings of the labels of the cues at those
// indices.
func collectSpeakers(d *draft, spoken []int) *speakerSet {
	c := &speakerSet{byName: map[string]*spelling{}, byFold: map[string][]*spelling{}, adjacent: map[[2]string]bool{}}
	// Askers whose turns follow each other, as in "Host: Well? Moderator: Yes?", are
	// two people; see testdata/two-askers.txtar.
	before := ""
	for _, i := range spoken {
		name := d.cues[i].name
		if name == "" || d.cues[i].note {
			continue
		}
		v := c.byName[name]
		if v == nil {
			v = &spelling{name: name}
			if !d.src.budget.labels(len(c.spellings)+1) || !d.src.budget.answer(speakerMembers+3*jsonSize(name)) {
				break
			}
			c.byName[name], c.byFold[fold(name)] = v, append(c.byFold[fold(name)], v)
			c.spellings = append(c.spellings, v)
		}
		if !d.cues[i].continued {
			v.turns++
		}
		if isAsker(name) && isAsker(before) {
			c.adjacent[[2]string{fold(before), fold(name)}] = true
			c.adjacent[[2]string{fold(name), fold(before)}] = true
		}
		before = name
	}
	return c
}

// merge decides which spellings name the same speaker.
func (c *speakerSet) merge(l *ledger) {
	for _, v := range c.spellings {
		if same := c.byFold[fold(v.name)]; len(same) > 1 && same[0] == v {
			c.mergeInto(l, bestSpelling(same), same, func(*spelling) (bool, string) {
				return true, "the same name with other capitals"
			})
		}
	}
	c.mergeAskers(l)
	c.mergeRoles(l)
	c.mergeShortForms(l)
	c.proposeSurnames(l)
	c.proposeTypos(l)
}

// mergeAskers merges the words for the person who asks (Host, Moderator, Q),
// unless turns with them follow each other.
func (c *speakerSet) mergeAskers(l *ledger) {
	var askers []*spelling
	for _, v := range c.spellings {
		if isAsker(v.name) && bestSpelling(c.byFold[fold(v.name)]) == v {
			askers = append(askers, v)
		}
	}
	if len(askers) < 2 {
		return
	}
	into := bestSpelling(askers)
	c.mergeInto(l, into, askers, func(v *spelling) (bool, string) {
		if c.adjacent[[2]string{fold(v.name), fold(into.name)}] {
			return false, "both words name the person who asks, but their turns follow each other, as those of two people do"
		}
		return true, "both words name the person who asks, and their turns never follow each other"
	})
}

// proposeSurnames proposes to merge a single word into the one longer name that
// ends with it: "Long" into "Ada Long". Two people may share a surname, so the
// default is not to merge.
func (c *speakerSet) proposeSurnames(l *ledger) {
	byLast := map[string][]*spelling{}
	for _, v := range c.spellings {
		if i := strings.LastIndexByte(v.name, ' '); i >= 0 && v.into == nil {
			last := fold(v.name[i+1:])
			byLast[last] = append(byLast[last], v)
		}
	}
	for _, v := range c.spellings {
		if full := byLast[fold(v.name)]; v.into == nil && len(full) == 1 {
			c.mergeInto(l, full[0], []*spelling{v}, func(*spelling) (bool, string) {
				return false, "the shorter label is the last word of the longer one, which may be a surname"
			})
		}
	}
}

// mergeInto decides for each spelling whether it names the same speaker as into.
// judge returns the default decision and its reason.
func (c *speakerSet) mergeInto(l *ledger, into *spelling, list []*spelling, judge func(*spelling) (bool, string)) {
	for _, v := range list {
		if v == into {
			continue
		}
		applied, reason := judge(v)
		if l.decide(Decision{
			ID: "merge:" + v.name + "=" + into.name, Kind: DecideMerge, Applied: applied, Reason: reason,
			Labels: []LabelCount{{into.name, into.turns}, {v.name, v.turns}}, Into: into.name,
		}) {
			v.into = into
		}
	}
}

// bestSpelling returns the spelling that gives the speaker's name. One that is not
// all capitals is better; then the one with more turns; then the first.
func bestSpelling(list []*spelling) *spelling {
	best := list[0]
	for _, v := range list[1:] {
		capitals, bestCapitals := v.allCaps(), best.allCaps()
		if bestCapitals && !capitals || bestCapitals == capitals && v.turns > best.turns {
			best = v
		}
	}
	return best
}

// allCaps reports whether the spelling has no lower-case letters.
func (v *spelling) allCaps() bool { return strings.ToUpper(v.name) == v.name }

// speakers makes a speaker of each spelling that is not merged into another.
func (c *speakerSet) speakers() (list []transcript.Speaker, counts []SpeakerCount) {
	list, counts = []transcript.Speaker{}, []SpeakerCount{}
	at, taken := map[*spelling]int{}, map[string]int{}
	for _, v := range c.spellings {
		root := v.root()
		i, ok := at[root]
		if !ok {
			i = len(list)
			at[root], root.id = i, unique(Slug(root.name), taken)
			list = append(list, transcript.Speaker{ID: root.id, Name: root.name, Kind: transcript.KindGuest})
			counts = append(counts, SpeakerCount{})
		}
		s, n := &list[i], &counts[i]
		if v != root {
			s.Aliases = append(s.Aliases, v.name)
		}
		if isAsker(v.name) {
			s.Kind = transcript.KindHost
		}
		n.Labels = append(n.Labels, LabelCount{v.name, v.turns})
	}
	return list, counts
}

// speaker returns the id of the speaker that a label names, or "" for no label.
func (c *speakerSet) speaker(label string) string {
	if label == "" || c.byName[label] == nil {
		return ""
	}
	return c.byName[label].root().id
}
