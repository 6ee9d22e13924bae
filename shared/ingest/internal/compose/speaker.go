package compose

import (
	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// spelling is a speaker's name exactly as a label in the source spells it. Its field into
// is nil, or points to another spelling that names the same speaker. The spelling at the
// end of such a chain of pointers is the name that is shown.
type spelling struct {
	name  string
	asker bool // the name is a word for the person who asks, such as "Host"
	turns int
	into  *spelling
	id    string // id of the speaker, for a spelling at the end of a chain
}

// root returns the spelling at the end of the chain of pointers that begins at v. The
// speaker's name is shown in this spelling.
func (v *spelling) root() *spelling {
	for v.into != nil {
		v = v.into
	}
	return v
}

// speakerSet lists the different spellings of speakers' names in the source. They are
// in order of first appearance.
type speakerSet struct {
	spellings []*spelling
	byName    map[string]*spelling
	byFold    map[string][]*spelling

	decided  map[string]bool    // ids of the decisions about two labels
	adjacent map[[2]string]bool // pairs of labels for the person who asks, in lower case, that begin neighbouring turns
}

// speakerMembers is the approximate size of a speaker in the JSON of the result, in
// bytes. It counts the transcript and the report, but not the names.
const speakerMembers = 200

// collectSpeakers returns the different spellings of speakers' names in a source. It
// reads only the cues (the words after one speaker's name) whose indices are in the
// argument spoken.
func collectSpeakers(d *draft.Draft, spoken []int) *speakerSet {
	c := &speakerSet{byName: map[string]*spelling{}, byFold: map[string][]*spelling{}, decided: map[string]bool{}, adjacent: map[[2]string]bool{}}
	// If "Host" and "Moderator" speak one after the other, as in "Host: Well?
	// Moderator: Yes?", they are two people; see testdata/two-askers.txtar.
	before := &spelling{}
	for _, i := range spoken {
		name := d.Cues[i].Name
		if name == "" || d.Cues[i].Note {
			continue
		}
		v := c.byName[name]
		if v == nil {
			v = &spelling{name: name, asker: label.IsAsker(name)}
			if !d.Src.Budget.Labels(len(c.spellings)+1) || !d.Src.Budget.Answer(speakerMembers+3*source.JSONSize(name)) {
				break
			}
			c.byName[name], c.byFold[label.Fold(name)] = v, append(c.byFold[label.Fold(name)], v)
			c.spellings = append(c.spellings, v)
		}
		if !d.Cues[i].Continued {
			v.turns++
		}
		if v.asker && before.asker && v != before {
			c.adjacent[[2]string{label.Fold(before.name), label.Fold(name)}] = true
			c.adjacent[[2]string{label.Fold(name), label.Fold(before.name)}] = true
		}
		before = v
	}
	return c
}

// merge decides which spellings of speakers' names mean the same speaker, such as
// "Ada" and "ADA". An editor can reverse each decision.
func (c *speakerSet) merge(l *draft.Ledger) {
	for _, v := range c.spellings {
		if same := c.byFold[label.Fold(v.name)]; len(same) > 1 && same[0] == v {
			c.mergeInto(l, bestSpelling(same), same, func(*spelling) (bool, string) {
				return true, "the same name with other capitals"
			})
		}
	}
	c.mergeAskers(l)
	c.mergeRoles(l)
	c.mergeShortForms(l)
	c.proposeSurnames(l)
	c.proposeFirstNames(l)
	c.proposeTypos(l)
}

// mergeAskers merges different labels for the person who asks questions, such as
// "Host" and "Q". If turns with one label directly follow turns with the other, the
// two are probably different people. Such labels are merged only if an editor chooses
// this.
func (c *speakerSet) mergeAskers(l *draft.Ledger) {
	var askers []*spelling
	for _, v := range c.spellings {
		if v.asker && bestSpelling(c.byFold[label.Fold(v.name)]) == v {
			askers = append(askers, v)
		}
	}
	if len(askers) < 2 {
		return
	}
	into := bestSpelling(askers)
	c.mergeInto(l, into, askers, func(v *spelling) (bool, string) {
		if c.adjacent[[2]string{label.Fold(v.name), label.Fold(into.name)}] {
			return false, "both words name the person who asks, but their turns follow each other, as those of two people do"
		}
		return true, "both words name the person who asks, and their turns never follow each other"
	})
}

// asks reports whether a label names the person who asks the questions. The word for
// that person may be the whole label, as in "Host", or in brackets, as in "Ada Long
// (host)".
func asks(name string) bool {
	if label.IsAsker(name) {
		return true
	}
	p, ok := label.SplitName(name)
	return ok && label.IsAsker(p.Bracket)
}

// mergeInto decides which spellings in list name the same speaker as the spelling in
// the argument into. The function judge returns the default decision and its reason.
// An editor can reverse each decision.
func (c *speakerSet) mergeInto(l *draft.Ledger, into *spelling, list []*spelling, judge func(*spelling) (bool, string)) {
	for _, v := range list {
		if v == into {
			continue
		}
		id := "merge:" + v.name + "=" + into.name
		if c.decided[id] {
			continue
		}
		c.decided[id] = true
		applied, reason := judge(v)
		if l.Decide(draft.Decision{
			ID: id, Kind: draft.DecideMerge, Applied: applied, Reason: reason,
			Labels: []draft.LabelCount{{Label: into.name, Turns: into.turns}, {Label: v.name, Turns: v.turns}}, Into: into.name,
		}) {
			v.into = into
		}
	}
}

// speakers returns the speakers of the transcript, and the entry in the report for
// each of them. Each spelling of a name is a speaker, unless it was merged into
// another spelling.
func (c *speakerSet) speakers() (list []transcript.Speaker, counts []draft.SpeakerCount) {
	list, counts = []transcript.Speaker{}, []draft.SpeakerCount{}
	at, taken := map[*spelling]int{}, map[string]int{}
	for _, v := range c.spellings {
		root := v.root()
		i, ok := at[root]
		if !ok {
			i = len(list)
			at[root], root.id = i, unique(Slug(root.name), taken)
			list = append(list, transcript.Speaker{ID: root.id, Name: root.name, Kind: transcript.KindGuest})
			counts = append(counts, draft.SpeakerCount{})
		}
		s, n := &list[i], &counts[i]
		if v != root {
			s.Aliases = append(s.Aliases, v.name)
		}
		if asks(v.name) {
			s.Kind = transcript.KindHost
		}
		n.Labels = append(n.Labels, draft.LabelCount{Label: v.name, Turns: v.turns})
	}
	return list, counts
}

// speaker returns the id of the speaker whom a label names. It returns "" if label is
// "" or is the name of no speaker.
func (c *speakerSet) speaker(label string) string {
	if v := c.byName[label]; v != nil {
		return v.root().id
	}
	return ""
}
