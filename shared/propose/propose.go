package propose

import (
	"strconv"

	"quoteline/shared/edit"
	"quoteline/shared/ingest"
	"quoteline/shared/transcript"
)

// Proposal is a value for a detail of a transcript, for an editor to accept or to ignore.
type Proposal struct {
	Field  string    `json:"field"`  // a name of edit.Fields; "name" or "kind" for a speaker's
	Value  string    `json:"value"`  // the new value: a text, a BCP 47 language tag, or an RFC 3339 full-date
	Of     string    `json:"of"`     // name of the speaker, "" for a field of the whole transcript
	Reason string    `json:"reason"` // the evidence, as a sentence without a full stop
	Either bool      `json:"either"` // the value may belong to another field instead: a date without a name
	Step   edit.Step `json:"step"`   // the step that takes the proposal
}

// All returns the proposals for a transcript that was read from text. The argument r is
// the result of [ingest.Ingest] for this text. There may be several proposals for one
// field. There is none for a field that already has a value.
func All(text string, r *ingest.Result) []Proposal {
	t := r.Transcript
	h := readHead(text, r.Report)
	var all []Proposal
	add := func(field, value, reason string, either bool) {
		if value != "" && edit.Field(t, field) == "" {
			all = append(all, Proposal{
				Field: field, Value: value, Reason: reason, Either: either,
				Step: edit.Step{Kind: edit.KindMeta, Field: field, Value: value},
			})
		}
	}
	// The proposals are in the order of the fields in the studio. For the title, a value
	// that the importer found has priority over one that this package finds.
	title, reason := found(r.Report)
	if title == "" {
		title, reason = h.title()
	}
	add("title", title, reason, false)
	tag, reason := Language(t)
	add("lang", tag, reason, false)
	for _, d := range h.dates() {
		add(d.field, d.value, d.reason, d.either)
	}
	return append(all, people(t, h)...)
}

// found returns the title that the importer found in the source. The result reason
// says why this is the title. If the importer found no title, both results are "".
func found(r *ingest.Report) (title, reason string) {
	for _, f := range r.Found {
		if f.Field == "title" {
			return f.Value, "line " + strconv.Itoa(f.Line) + " " + f.Reason
		}
	}
	return "", ""
}

// people returns the proposals for speakers whom the head (the lines before the first
// turn) names, as in "Host: Ada Long" or "guests: [Ben Ott]".
func people(t *transcript.Transcript, h *head) []Proposal {
	var all []Proposal
	for _, p := range h.people() {
		i := speakerCalled(t, p.name)
		if i < 0 {
			continue
		}
		s := &t.Speakers[i]
		add := func(field, value string) {
			all = append(all, Proposal{
				Field: field, Value: value, Of: s.Name, Reason: p.reason,
				Step: edit.Step{Kind: edit.KindSpeaker, Speaker: s.ID, Field: field, Value: value},
			})
		}
		if s.Name != p.name {
			add("name", p.name)
		}
		if p.host && s.Kind != transcript.KindHost {
			add("kind", string(transcript.KindHost))
		}
	}
	return all
}

// speakerCalled returns the index of the speaker whose name is full, or is only the first
// or the last words of full. It returns -1 if there is no such speaker, or more than one.
func speakerCalled(t *transcript.Transcript, full string) int {
	found := -1
	for i := range t.Speakers {
		if !isPartOf(t.Speakers[i].Name, full) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}
