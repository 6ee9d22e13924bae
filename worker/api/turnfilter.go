package api

import (
	"net/url"
	"slices"
	"strconv"

	"quoteline/shared/search"
	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// turnFilters has the names of the query parameters that choose which turns are listed.
var turnFilters = [...]string{"speaker", "topic", "q", "from", "to"}

// turnFilter decides which turns are listed. A turn must satisfy every field that is
// set.
type turnFilter struct {
	t        *transcript.Transcript
	speakers []string // ids; the turn has one of them
	topics   []string // ids; the turn has at least one of them
	hits     [][]transcript.Range
	from, to transcript.Offset // the turn starts at from or later, and before to
}

// newTurnFilter reads the query parameters that choose turns. If the transcript has no
// speaker or topic with a given id, newTurnFilter returns an error. An empty list would
// suggest that the speaker said nothing.
func newTurnFilter(t *transcript.Transcript, values url.Values) (*turnFilter, error) {
	for _, name := range []string{"q", "from", "to", "cursor", "limit"} {
		if len(values[name]) > 1 {
			return nil, reply.Bad(name, name+" may be given once.")
		}
	}
	f := &turnFilter{t: t, speakers: values["speaker"], topics: values["topic"]}
	for _, id := range f.speakers {
		if t.SpeakerIndex(id) < 0 {
			return nil, reply.Bad("speaker", "speaker must be the id of a speaker of this transcript.")
		}
	}
	for _, id := range f.topics {
		if !slices.ContainsFunc(t.Topics, func(topic transcript.Topic) bool { return topic.ID == id }) {
			return nil, reply.Bad("topic", "topic must be the id of a topic of this transcript.")
		}
	}
	if err := f.setQuery(values); err != nil {
		return nil, err
	}
	return f, f.setTimes(values)
}

// setQuery reads the query parameter q, which is the text to search for.
func (f *turnFilter) setQuery(values url.Values) error {
	if !values.Has("q") {
		return nil
	}
	q := values.Get("q")
	if len(q) > search.MaxQuery {
		return reply.Bad("q", "q may have "+strconv.Itoa(search.MaxQuery)+" bytes.")
	}
	if f.hits = search.New(f.t).Find(q); f.hits == nil {
		return reply.Bad("q", "q has no word to search for.")
	}
	return nil
}

// setTimes reads the query parameters from and to. If the query has one of them and the
// transcript has no times, setTimes returns an error.
func (f *turnFilter) setTimes(values url.Values) (err error) {
	if !values.Has("from") && !values.Has("to") {
		return nil
	}
	if !hasTimes(f.t.Timing) {
		return noTimecodes(f.t.ID)
	}
	if f.from, err = offsetOf(values, "from"); err != nil {
		return err
	}
	if f.to, err = offsetOf(values, "to"); err != nil {
		return err
	}
	from, bounded := f.from.Millis()
	if to, ok := f.to.Millis(); ok && bounded && to <= from {
		return reply.Bad("to", "to must be later than from.")
	}
	return nil
}

// offsetOf reads a query parameter whose value is a time: milliseconds from the start
// of the recording. If the query does not have the parameter, the result is an unset
// Offset.
func offsetOf(values url.Values, name string) (transcript.Offset, error) {
	if !values.Has(name) {
		return transcript.Offset{}, nil
	}
	ms, err := strconv.ParseInt(values.Get(name), 10, 64)
	if err != nil {
		return transcript.Offset{}, reply.Bad(name, name+" must be a whole number of milliseconds from the start of the recording.")
	}
	return transcript.At(ms), nil
}

// passes reports whether turn i satisfies the filter and so is listed.
func (f *turnFilter) passes(i int) bool {
	turn := &f.t.Turns[i]
	switch {
	case len(f.speakers) > 0 && !slices.Contains(f.speakers, turn.Speaker),
		len(f.topics) > 0 && !slices.ContainsFunc(turn.Topics, func(id string) bool { return slices.Contains(f.topics, id) }),
		f.hits != nil && len(f.hits[i]) == 0:
		return false
	}
	return f.inTime(turn)
}

// inTime reports whether a turn starts in the time that the filter allows: at f.from or
// later, and before f.to. If one of these is set, a turn without a start time is not
// listed.
func (f *turnFilter) inTime(turn *transcript.Turn) bool {
	start, ok := turn.Start.Millis()
	if from, bounded := f.from.Millis(); bounded && (!ok || start < from) {
		return false
	}
	to, bounded := f.to.Millis()
	return !bounded || ok && start < to
}

// spans returns the positions of the search text in turn i.
func (f *turnFilter) spans(i int) []span {
	if f.hits == nil {
		return nil
	}
	return codePoints(f.t.Turns[i].Text, f.hits[i])
}
