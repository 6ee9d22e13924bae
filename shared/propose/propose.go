package propose

import (
	"strconv"

	"quoteline/shared/edit"
	"quoteline/shared/ingest"
	"quoteline/shared/transcript"
)

// FieldTopic is the field of a [Proposal] that begins a topic at a turn.
const FieldTopic = "topic"

// Proposal is a value for a detail of a transcript, for an editor to accept or to ignore.
type Proposal struct {
	Field  string    `json:"field"`  // a name of edit.Fields, "name" or "kind" for a speaker's, or FieldTopic
	Value  string    `json:"value"`  // the new value: a text, a BCP 47 language tag, or an RFC 3339 full-date
	Of     string    `json:"of"`     // name of the speaker, "" for a field of the whole transcript
	Reason string    `json:"reason"` // the evidence, as a sentence without a full stop
	Either bool      `json:"either"` // the value may belong to another field instead: a date without a name
	Step   edit.Step `json:"step"`   // the step that takes the proposal
}

// All returns the proposals for a transcript that was read from text. The argument file is
// the name of the source's file, or "" if it has none. The argument r is the result of
// [ingest.Ingest] for this text. There may be several proposals for one field. There is
// none for a field that already has a value.
func All(text, file string, r *ingest.Result) []Proposal {
	t, h, f := r.Transcript, readHead(text, r.Report), readFileName(file)
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
	title, reason := titleOf(r.Report, h, &f)
	add("title", title, reason, false)
	tag, reason := Language(t)
	add("lang", tag, reason, false)
	dates := h.dates()
	for _, d := range append(dates, f.dates(dates)...) {
		add(d.field, d.value, d.reason, d.either)
	}
	all = append(all, people(t, h)...)
	return append(all, topics(text, title, r)...)
}

// titleOf returns the title that a source gives, and the reason. Both are "" if there is
// none. A title inside the source has priority over the name of its file.
func titleOf(r *ingest.Report, h *head, f *fileName) (title, reason string) {
	if title, reason = found(r); title == "" {
		title, reason = h.title()
	}
	// Teams begins a document with the name of the recording, as in
	// "Bridge-20260304_100200-Meeting Recording".
	if name := readFileName(title); name.timed {
		return name.title(), reason + ", without the time of the recording"
	}
	if title != "" {
		return title, reason
	}
	if title = f.title(); title == "" {
		return "", ""
	}
	return title, "the file is named “" + f.name + "”"
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

// people returns the proposals for the names and roles of speakers. The head (the lines
// before the first turn) may give them, as in "Host: Ada Long" or "guests: [Ben Ott]". If
// the head names no host, the speaker who asks the questions is proposed.
func people(t *transcript.Transcript, h *head) []Proposal {
	var all []Proposal
	add := func(s *transcript.Speaker, field, value, reason string) {
		all = append(all, Proposal{
			Field: field, Value: value, Of: s.Name, Reason: reason,
			Step: edit.Step{Kind: edit.KindSpeaker, Speaker: s.ID, Field: field, Value: value},
		})
	}
	named := false
	for _, p := range h.people() {
		i := speakerCalled(t, p.name)
		if i < 0 {
			continue
		}
		s := &t.Speakers[i]
		if s.Name != p.name {
			add(s, "name", p.name, p.reason)
		}
		if p.host && s.Kind != transcript.KindHost {
			named = true
			add(s, "kind", string(transcript.KindHost), p.reason)
		}
	}
	// If the head names no host, the questions may show one.
	// In "Ada: Who? / Ben: Me. / Ada: When?", Ada asks.
	if i, reason := host(t); i >= 0 && !named {
		add(&t.Speakers[i], "kind", string(transcript.KindHost), reason)
	}
	return all
}

// speakerCalled returns the index of the speaker with this full name. In the transcript,
// the speaker may have only the first or the last words of the name. The result is -1 if
// there is no such speaker, or more than one.
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
