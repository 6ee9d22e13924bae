package compose

import (
	"cmp"
	"slices"
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/transcript"
)

// describe copies some fields of the metadata m to t. They are the fields that
// describe the whole transcript, such as the title.
func describe(m *draft.Meta, t *transcript.Transcript) {
	t.ID, t.Version, t.Title, t.Summary, t.Lang = m.ID, m.Version, m.Title, m.Summary, m.Lang
	t.Publisher, t.SourceURL, t.Media = m.Publisher, m.SourceURL, m.Media
	t.DatePublished, t.RecordedAt, t.DateModified = m.DatePublished, m.RecordedAt, m.DateModified
	t.Editing, t.TranslatedFrom, t.Note = m.Editing, m.TranslatedFrom, m.Note
}

// describeSpeakers copies roles, links and kinds from the metadata m to the speakers.
// The error is a [*draft.MetaError] if m names a speaker who is not in the list.
func describeSpeakers(m *draft.Meta, speakers []transcript.Speaker) error {
	byName := map[string]*transcript.Speaker{}
	for i := range speakers {
		s := &speakers[i]
		byName[s.Name] = s
		for _, a := range s.Aliases {
			byName[a] = s
		}
	}
	for i, sm := range m.Speakers {
		s := byName[sm.Name]
		if s == nil {
			return &draft.MetaError{Pointer: "/speakers/" + strconv.Itoa(i) + "/name", Reason: "no speaker or label in the source is called " + strconv.Quote(sm.Name)}
		}
		s.Role, s.SameAs = sm.Role, sm.SameAs
		if sm.Kind != "" {
			s.Kind = sm.Kind
		}
	}
	return nil
}

// assignTopics adds the topics in m to t, and adds the id of each topic to the
// topic's turns.
func assignTopics(m *draft.Meta, t *transcript.Transcript) error {
	for i, tm := range m.Topics {
		if tm.From < 1 || tm.To < tm.From || tm.To > len(t.Turns) {
			return &draft.MetaError{Pointer: "/topics/" + strconv.Itoa(i), Reason: "turns " + strconv.Itoa(tm.From) + " to " + strconv.Itoa(tm.To) +
				" are out of range; the transcript has " + strconv.Itoa(len(t.Turns))}
		}
		t.Topics = append(t.Topics, transcript.Topic{ID: tm.ID, Label: tm.Label})
		for n := tm.From; n <= tm.To; n++ {
			t.Turns[n-1].Topics = append(t.Turns[n-1].Topics, tm.ID)
		}
	}
	return nil
}

// Take fills empty fields of the metadata m with values from the source. The argument
// findings has these values. The language is always filled. The title is filled only if
// the argument fields, a list from the caller, contains "title". The second result has
// the names in this list for which the source has no value.
func Take(m draft.Meta, fields []string, findings []draft.Finding) (draft.Meta, []string) {
	missing := slices.Clone(fields)
	for _, f := range findings {
		taken := slices.Contains(fields, f.Field)
		missing = slices.DeleteFunc(missing, func(name string) bool { return name == f.Field })
		switch {
		case f.Field == draft.FieldLang:
			m.Lang = cmp.Or(m.Lang, f.Value)
		case f.Field == draft.FieldTitle && taken:
			m.Title = cmp.Or(m.Title, f.Value)
		}
	}
	return m, missing
}

// missing returns the JSON names of fields that are empty in t and must be set before
// t can be published.
func missing(t *transcript.Transcript) []string {
	names := []string{}
	for _, f := range []struct{ name, value string }{
		{"id", t.ID}, {"title", t.Title}, {"lang", t.Lang}, {"editing", string(t.Editing)},
	} {
		if f.value == "" {
			names = append(names, f.name)
		}
	}
	return names
}
