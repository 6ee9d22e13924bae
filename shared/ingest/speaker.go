package ingest

import (
	"strings"

	"quoteline/shared/transcript"
)

// spelling is one spelling of a label. If it names the same speaker as another
// spelling, its field into points to the other one. The spelling at the end of such a
// chain is the speaker's name.
type spelling struct {
	name  string
	turns int
	into  *spelling
	id    string // id of the speaker, for a spelling at the end of a chain
}

// root returns the spelling at the end of the chain, which is the speaker's name.
func (v *spelling) root() *spelling {
	for v.into != nil {
		v = v.into
	}
	return v
}

// speakerSet holds the spellings of all labels, in order of first appearance.
type speakerSet struct {
	spellings []*spelling
	byName    map[string]*spelling
	byFold    map[string][]*spelling

	adjacent map[[2]string]bool // pairs of labels for the person who asks, in lower case, that begin neighbouring turns
}

// speakerMembers is the approximate size in bytes of a speaker in JSON, in the
// transcript and in the report, besides the names.
const speakerMembers = 200

// collectSpeakers returns the spellings of the labels of those cues whose indices are
// in spoken.
func collectSpeakers(d *draft, spoken []int) *speakerSet {
	c := &speakerSet{byName: map[string]*spelling{}, byFold: map[string][]*spelling{}, adjacent: map[[2]string]bool{}}
	// If "Host" and "Moderator" speak one after the other, as in "Host: Well?
	// Moderator: Yes?", they are two people; see testdata/two-askers.txtar.
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

// mergeAskers merges labels for the person who asks (Host, Moderator, Q). Two such
// labels are not merged if their turns follow each other.
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

// proposeSurnames proposes to merge a label of one word into a longer one that ends
// with the word, if there is only one: "Long" into "Ada Long". By default they are
// not merged, because two people may share a surname.
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

// mergeInto decides for each spelling of the list whether it names the same speaker
// as the spelling in the argument into. The function judge returns the default
// decision and the reason.
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

// bestSpelling returns the spelling that is used as the speaker's name. Spellings not
// in capitals are better; among these, the one with the most turns; among these, the
// first.
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

// speakers returns a speaker, and its entry in the report, for each spelling that is
// not merged into another.
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

// speaker returns the id of the speaker whom a label names, or "" if there is no
// label.
func (c *speakerSet) speaker(label string) string {
	if label == "" || c.byName[label] == nil {
		return ""
	}
	return c.byName[label].root().id
}
