package desk

import (
	"slices"

	"quoteline/shared/edit"
	"quoteline/shared/ingest"
	"quoteline/shared/transcript"
)

// Speaker is a speaker as the page shows it. Labels are the spellings of the name in the
// source, as in "Ann:". Merges are other names that belong, or might belong, to the same
// person.
type Speaker struct {
	ID     string                 `json:"id"`
	Name   string                 `json:"name"`
	Role   string                 `json:"role"`
	Kind   transcript.SpeakerKind `json:"kind"`
	SameAs []string               `json:"sameAs"`
	Lane   int                    `json:"lane"`
	Turns  int                    `json:"turns"`
	Labels []ingest.LabelCount    `json:"labels"` // labels of the speaker, as the source spells them
	Merges []Merge                `json:"merges"` // names that are taken for this speaker's, or might be
}

// Merge is another name for a speaker. It has been merged into the speaker, or the page
// offers to merge it.
type Merge struct {
	Label  string    `json:"label"`
	Turns  int       `json:"turns"`
	Made   bool      `json:"made"`
	Reason string    `json:"reason"`
	Step   edit.Step `json:"step"` // the step that makes the merge, or undoes it
}

// maxSpeakers is the maximum number of speakers that the page gets. The page offers to merge
// each speaker with each other one, so the number of options grows with the square of the
// number of speakers.
const maxSpeakers = 60

func (d *Desk) speakers() []Speaker {
	turns := map[string]int{}
	for i := range d.current.Turns {
		turns[d.current.Turns[i].Speaker]++
	}
	lanes := d.lanesOf()
	list := []Speaker{}
	for i, s := range d.current.Speakers[:min(len(d.current.Speakers), maxSpeakers)] {
		view := Speaker{
			ID: s.ID, Name: s.Name, Role: s.Role, Kind: s.Kind, SameAs: s.SameAs, Lane: lanes[i], Turns: turns[s.ID],
			Labels: d.labels(s.ID), Merges: []Merge{},
		}
		view.Merges = append(d.decidedMerges(view.Labels), d.editedMerges(s.ID)...)
		list = append(list, view)
	}
	return list
}

// lanesOf returns the lane of each speaker, which is the index of the speaker's row in the
// timeline. The keys are the speakers' indexes in the transcript.
func (d *Desk) lanesOf() map[int]int {
	lanes := map[int]int{}
	for lane := range d.layout.Lanes {
		for _, i := range d.layout.Lanes[lane].Speakers {
			lanes[i] = lane
		}
	}
	return lanes
}

// labels returns the labels (such as "Ann:") that the importer has found for the speaker
// with that id.
func (d *Desk) labels(id string) []ingest.LabelCount {
	for _, s := range d.reading.result.Report.Speakers {
		if s.ID == id {
			return s.Labels
		}
	}
	return []ingest.LabelCount{}
}

// decidedMerges returns the names that, according to the importer, belong to the speaker
// with these labels (such as "Ann:"). The importer has merged some of the names into the
// speaker. It only suggests to merge the others.
func (d *Desk) decidedMerges(labels []ingest.LabelCount) []Merge {
	list := []Merge{}
	for _, c := range d.reading.result.Report.Decisions {
		aims := func(l ingest.LabelCount) bool { return l.Label == c.Into }
		if c.Kind != ingest.DecideMerge || !slices.ContainsFunc(labels, aims) || len(list) >= maxListed {
			continue
		}
		for _, l := range c.Labels {
			if l.Label != c.Into {
				list = append(list, Merge{
					Label: l.Label, Turns: l.Turns, Made: c.Applied, Reason: sentence(c.Reason),
					Step: edit.Step{Kind: edit.KindDecide, Decision: c.ID, Apply: !c.Applied},
				})
			}
		}
	}
	return list
}

// editedMerges returns the names that the editor has merged into one speaker. The
// argument into is the id of this speaker.
func (d *Desk) editedMerges(into string) []Merge {
	list := []Merge{}
	for i, s := range d.log.InForce() {
		if s.Kind != edit.KindMerge || s.Into != into || d.isMisfit(i) {
			continue
		}
		m := Merge{Label: s.Speaker, Made: true, Reason: "You merged them.", Step: edit.Step{Kind: edit.KindTakeBack, At: i}}
		if k := d.reading.result.Transcript.SpeakerIndex(s.Speaker); k >= 0 {
			m.Label, m.Turns = d.reading.result.Transcript.Speakers[k].Name, d.reading.result.Report.Speakers[k].Turns
		}
		list = append(list, m)
	}
	return list
}

func (d *Desk) isMisfit(step int) bool {
	return slices.ContainsFunc(d.misfits, func(m edit.Misfit) bool { return m.Step == step })
}
