package compose

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
)

// attribute decides who speaks the cues without a label. (A cue is a piece of text under
// one label or time.) A source has labels in one of two ways:
//
//   - at every cue: then a cue without a label has no speaker, and the report asks the
//     editor to check it;
//   - at changes of the speaker: then a cue without a label is by the speaker before it.
//
// The labels of the source are counted to find out which is the case. The result is a
// decision, so an editor can reverse it. A label that says that the speaker is unknown,
// such as "?", means no speaker in either case.
func attribute(d *draft.Draft, l *draft.Ledger) {
	// Example: of the captions "Ada: One.", "Ada: Two." and "Three.", the second has a
	// label although the speaker is the same. So it is not certain that "Three." is also
	// Ada's.
	unknown := label.Remember(label.IsUnknown)
	for i := 1; i < len(d.Cues); i++ {
		if c := &d.Cues[i]; c.Name != "" && unknown(c.Name) {
			c.Name = ""
		}
	}
	if continues(d, l) {
		return
	}
	for i := 1; i < len(d.Cues); i++ {
		if c := &d.Cues[i]; lacksLabel(d, c) {
			c.Name, c.Continued, c.Unlabelled = "", false, true
		}
	}
}

// lacksLabel reports whether the cue c (a piece of text under one time) has no label (a
// speaker's name), although a label is possible there. A label is possible in a caption,
// and in the text below a line that is only a time. In a plain text, a paragraph without
// a time needs no label, so the result is false.
func lacksLabel(d *draft.Draft, c *draft.Cue) bool {
	return c.Continued && c.Name != "" && !c.Note && len(c.Parts) > 0 && c.Label.Start == c.Label.End && (d.Captioned || c.TimestampOnly)
}

// labelCounts counts the cues (pieces of text under one label or time) of a source.
type labelCounts struct {
	labelled, without int
	repeated          int // cues with the label of the cue directly before
	first             int // index of the first cue without a label
}

// countLabels counts the cues that have a label, and those that have none.
func countLabels(d *draft.Draft) (n labelCounts) {
	before := "" // the name of the cue before, if that cue has a label
	for i := 1; i < len(d.Cues); i++ {
		c := &d.Cues[i]
		switch {
		case c.Note || len(c.Parts) == 0:
			continue
		case lacksLabel(d, c):
			if n.without++; n.without == 1 {
				n.first = i
			}
			before = ""
			continue
		case c.Name != "" && !c.Continued:
			n.labelled++
			if c.Name == before {
				n.repeated++
			}
		}
		before = c.Name
	}
	return n
}

// continues reports whether cues without a label (pieces of text without a speaker's
// name) continue the words of the speaker before them. This is a decision, so an editor
// can reverse it. By default the result is true, except in three cases:
//
//   - The format gives the speaker with every cue.
//   - Cues that repeat the label of the cue before are at least as frequent as cues
//     without a label.
//   - At most one of six cues has no label.
func continues(d *draft.Draft, l *draft.Ledger) bool {
	const rare = 6 // at most one of six cues lacks a label
	n := countLabels(d)
	if n.without == 0 || n.labelled == 0 {
		return true
	}
	every := d.EveryCue || n.repeated >= n.without || rare*n.without <= n.labelled+n.without
	at := d.Src.Position(d.Cues[n.first].Parts[0].Start)
	return l.Decide(draft.Decision{
		ID: draft.ContinueID, Kind: draft.DecideContinue, Applied: !every, Labels: []draft.LabelCount{}, Position: &at,
		Reason: "cues without a label continue the speaker before them if labels are only at changes; cues with a label: " + strconv.Itoa(n.labelled) +
			", with the same label as the cue before: " + strconv.Itoa(n.repeated) + ", without a label: " + strconv.Itoa(n.without),
	})
}
