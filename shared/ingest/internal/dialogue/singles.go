package dialogue

import (
	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/transcript"
)

// decideSingles decides for names that appear only once whether they are speakers. An
// editor can reverse each of these decisions.
func (p *labelStyles) decideSingles(l *draft.Ledger) {
	for s := label.StyleHeading; s < label.Styles; s++ {
		t := &p.stats[s]
		if s == label.StyleTimestamp || !p.chosen[s] && s != label.StylePlain {
			continue
		}
		for _, name := range t.order {
			switch {
			case s == label.StyleTimed && p.isDoubtful(name):
			case t.names[name] > 1 || p.known[name] && s == label.StylePlain:
			case s == label.StylePlain:
				p.decideSingle(l, name, t.at[name], (p.chosen[label.StyleTimestamp] || label.IsAllCapsName(p.source.Slice(t.at[name]))) && !p.mostlyUnlabelled())
			case len(t.names) > 2:
				p.decideSingle(l, name, t.at[name], p.known[name])
			}
		}
	}
}

// decideSingle decides whether a name that appears only once is a speaker. The argument
// place is the range of the name in the source. The argument applied is the default
// decision, which an editor can reverse.
func (p *labelStyles) decideSingle(l *draft.Ledger, name string, place transcript.Range, applied bool) {
	at := p.source.Position(place.Start)
	shown := label.MarkdownName(p.source.Slice(place))
	p.known[name] = l.Decide(draft.Decision{
		ID: "label:" + shown, Kind: draft.DecideLabel, Applied: applied,
		Reason: "appears only once, among other labels", Labels: []draft.LabelCount{{Label: shown, Turns: 1}}, Position: &at,
	})
	p.rejected[name] = !p.known[name]
}

// mostlyUnlabelled reports whether names before colons are probably ordinary words, as in
// "Question: is it late?" This is so if no such name recurs, and at least twice as many
// lines are only a time.
func (p *labelStyles) mostlyUnlabelled() bool {
	plain := &p.stats[label.StylePlain]
	return p.chosen[label.StyleTimestamp] && plain.recurringLines() == 0 && p.stats[label.StyleTimestamp].lines >= 2*plain.lines
}
