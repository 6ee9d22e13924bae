package ingest

import (
	"strings"

	"quoteline/shared/transcript"
)

// spelling is one spelling of a label. Voices that mean one speaker form a chain
// through into, whose end gives the name.
type spelling struct {
	name  string
	turns int
	into  *spelling
	id    string // of the speaker, at the end of a chain
}

func (v *spelling) root() *spelling {
	for v.into != nil {
		v = v.into
	}
	return v
}

// speakerSet is the voices of a draft, in order of first appearance.
type speakerSet struct {
	spellings []*spelling
	byName    map[string]*spelling
	byFold    map[string][]*spelling

	adjacent map[[2]string]bool // folded words for the asker whose turns follow one another
}

// collectSpeakers gathers the voices of the cues at those indices.
func collectSpeakers(d *draft, spoken []int) *speakerSet {
	c := &speakerSet{byName: map[string]*spelling{}, byFold: map[string][]*spelling{}, adjacent: map[[2]string]bool{}}
	before := ""
	for _, i := range spoken {
		name := d.cues[i].name
		if name == "" || d.cues[i].note {
			continue
		}
		v := c.byName[name]
		if v == nil {
			v = &spelling{name: name}
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

// merge settles which voices mean one speaker.
func (c *speakerSet) merge(l *ledger) {
	for _, v := range c.spellings {
		if same := c.byFold[fold(v.name)]; len(same) > 1 && same[0] == v {
			c.mergeInto(l, bestSpelling(same), same, func(*spelling) (bool, string) {
				return true, "the same name in other letters"
			})
		}
	}
	c.mergeAskers(l)
	c.mergeRoles(l)
	c.mergeShortForms(l)
	c.proposeSurnames(l)
	c.proposeTypos(l)
}

// mergeAskers takes the different words for the person who asks for one
// person, unless they follow one another.
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
			return false, "both words stand for the person who asks, but they follow one another as two people would"
		}
		return true, "both words stand for the person who asks, and they never follow one another"
	})
}

// proposeSurnames offers to take a single word for the one fuller name that
// ends with it. Two people may share a surname, so it is not done unasked.
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

// mergeInto settles for each of voices whether it means the same as into.
func (c *speakerSet) mergeInto(l *ledger, into *spelling, voices []*spelling, judge func(*spelling) (bool, string)) {
	for _, v := range voices {
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

// bestSpelling returns the voice that gives several their name: one that is not all
// capitals before one that is, then the one with most turns, then the first.
func bestSpelling(voices []*spelling) *spelling {
	best := voices[0]
	for _, v := range voices[1:] {
		loud, bestLoud := v.allCaps(), best.allCaps()
		if bestLoud && !loud || bestLoud == loud && v.turns > best.turns {
			best = v
		}
	}
	return best
}

func (v *spelling) allCaps() bool { return strings.ToUpper(v.name) == v.name }

// speakers makes a speaker of each voice that was not merged into another.
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

// speaker returns the id of the speaker whom a label names, "" for no label.
func (c *speakerSet) speaker(label string) string {
	if label == "" || c.byName[label] == nil {
		return ""
	}
	return c.byName[label].root().id
}
