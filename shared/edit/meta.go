package edit

import (
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// Fields returns the names of the metadata fields that an editor can change with a
// step of [KindMeta]. They are the names in the transcript's JSON. If a field is
// inside another, the name contains a point, as in "media.url".
func Fields() []string {
	return []string{
		"id", "title", "summary", "lang", "editing", "translatedFrom", "note", "publisher.name", "publisher.url",
		"sourceUrl", "datePublished", "recordedAt", "timing", "media.url", "media.type", "media.duration",
	}
}

// Field returns the value of the metadata field with this name, as an editor writes
// it, such as "42:10" for a duration. The names are those of [Fields]. The result is
// "" if t has no value.
func Field(t *transcript.Transcript, name string) string {
	switch name {
	case "media.duration":
		if t.Media == nil || t.Media.Duration == 0 {
			return ""
		}
		return FormatClock(int64(t.Media.Duration))
	case "timing":
		return string(t.Timing)
	case "editing":
		return string(t.Editing)
	}
	if p := (&work{t: t}).place(name); p != nil {
		return *p
	}
	return ""
}

// meta sets a field of the metadata. It does not check the value:
// [transcript.Transcript.Validate] reports a bad value later, with the field's name.
func (w *work) meta(s *Step) string {
	value := Line(s.Value)
	switch s.Field {
	case "summary", "note":
		value = Prose(s.Value)
	case "editing":
		w.t.Editing = transcript.Editing(value)
		return ""
	case "timing":
		return w.timing(transcript.Timing(value))
	case "media.duration":
		return w.duration(value)
	}
	if w.own(s.Field); w.place(s.Field) == nil {
		return "Transcripts have no such field."
	}
	*w.place(s.Field) = value
	w.tidy()
	return ""
}

// place returns a pointer to the metadata field with a name such as "title". It returns
// nil if the name is unknown. It also returns nil if the field is in the struct
// Publisher or Media, and the transcript has no such struct.
func (w *work) place(field string) *string {
	t := w.t
	switch field {
	case "id":
		return &t.ID
	case "title":
		return &t.Title
	case "summary":
		return &t.Summary
	case "lang":
		return &t.Lang
	case "translatedFrom":
		return &t.TranslatedFrom
	case "note":
		return &t.Note
	case "sourceUrl":
		return &t.SourceURL
	case "datePublished":
		return &t.DatePublished
	case "recordedAt":
		return &t.RecordedAt
	}
	return w.member(field)
}

func (w *work) member(field string) *string {
	publisher, media := w.t.Publisher, w.t.Media
	switch {
	case field == "publisher.name" && publisher != nil:
		return &publisher.Name
	case field == "publisher.url" && publisher != nil:
		return &publisher.URL
	case field == "media.url" && media != nil:
		return &media.URL
	case field == "media.type" && media != nil:
		return &media.Type
	}
	return nil
}

// own prepares the struct around a metadata field (publisher or media) for a change.
// If there is no struct, own makes one. If there is one, own copies it, because the
// base transcript may share it.
func (w *work) own(field string) {
	switch {
	case strings.HasPrefix(field, "publisher."):
		p := transcript.Publisher{}
		if w.t.Publisher != nil {
			p = *w.t.Publisher
		}
		w.t.Publisher = &p
	case strings.HasPrefix(field, "media."):
		m := transcript.Media{}
		if w.t.Media != nil {
			m = *w.t.Media
		}
		w.t.Media = &m
	}
}

// tidy sets the pointers publisher and media to nil if all fields of their structs
// are empty.
func (w *work) tidy() {
	if w.t.Publisher != nil && *w.t.Publisher == (transcript.Publisher{}) {
		w.t.Publisher = nil
	}
	if w.t.Media != nil && *w.t.Media == (transcript.Media{}) {
		w.t.Media = nil
	}
}

// timing sets the kind of times that the turns have. The kind "none" deletes the times
// of all turns. timing refuses every other kind unless the transcript already has it,
// because times can only come from the source. The result is the reason of the refusal,
// or "".
func (w *work) timing(timing transcript.Timing) string {
	if timing != transcript.TimingNone && timing != w.t.Timing {
		return "Times come from the source. They can be left out."
	}
	if timing == transcript.TimingNone {
		for i := range w.t.Turns {
			w.t.Turns[i].Start, w.t.Turns[i].End = transcript.Offset{}, transcript.Offset{}
		}
	}
	w.t.Timing = timing
	return ""
}

func (w *work) duration(value string) string {
	millis, ok := int64(0), true
	if value != "" {
		millis, ok = parseClock(value)
	}
	if !ok {
		return "Write the length as minutes and seconds, such as 42:10."
	}
	w.own("media.duration")
	w.t.Media.Duration = transcript.Millis(millis)
	w.tidy()
	return ""
}

// FormatClock returns a time in milliseconds as text, such as 1:02 or 1:00:02.5.
func FormatClock(millis int64) string {
	sign := ""
	if millis < 0 {
		sign, millis = "-", -millis
	}
	two := func(n int64) string { return (strconv.FormatInt(100+n, 10))[1:] }
	s := sign
	if hours := millis / 3_600_000; hours > 0 {
		s += strconv.FormatInt(hours, 10) + ":" + two(millis/60_000%60)
	} else {
		s += strconv.FormatInt(millis/60_000, 10)
	}
	s += ":" + two(millis/1000%60)
	if rest := millis % 1000; rest > 0 {
		s += "." + strings.TrimRight(strconv.FormatInt(1000+rest, 10)[1:], "0")
	}
	return s
}
