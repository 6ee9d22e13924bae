package snippets

import (
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"quoteline/shared/render"
	"quoteline/shared/search"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// The smallest and the largest height of an iframe, in CSS pixels.
const minHeight, maxHeight = 120, 10000

// maxQuery is the length of the longest search text, in bytes.
const maxQuery = 1000

// options are the query parameters that choose what an embedded transcript shows.
var options = [...]string{"speaker", "topic", "q", "turn", "theme", "lang", "height"}

// choose reads the options that an editor set. Unknown ids are errors, and so are
// options that this kind of snippet does not support: if they were ignored, the editor
// would wonder why they have no effect.
func choose(t *transcript.Transcript, values url.Values, allowed []string) (*render.Embed, error) {
	for name, given := range values {
		switch {
		// Options for other kinds of snippets have an error message different from that
		// of unknown parameters. For example, links do not support theme, and colour is
		// no option at all.
		case !slices.Contains(allowed, name) && slices.Contains(options[:], name):
			return nil, reply.Bad(name, name+" is not supported by this kind of snippet.")
		case !slices.Contains(allowed, name):
			return nil, reply.Bad(name, name+" is not a known parameter.")
		case len(given) > 1:
			return nil, reply.Bad(name, name+" may be given once.")
		}
	}
	e := read(values)
	if err := check(t, e); err != nil {
		return nil, err
	}
	if text := values.Get("height"); text != "" {
		height, err := strconv.Atoi(text)
		if err != nil || height < minHeight || height > maxHeight {
			return nil, reply.Bad("height", "height must be a whole number of CSS pixels from "+
				strconv.Itoa(minHeight)+" to "+strconv.Itoa(maxHeight)+".")
		}
		e.Height = height
	}
	return e, nil
}

// fitting reads the options of a page that readers see. Unknown options are ignored,
// and so are ids that the transcript does not have: readers see the transcript even if
// an option is wrong or outdated.
func fitting(t *transcript.Transcript, values url.Values) *render.Embed {
	e := read(values)
	for {
		failure, ok := errors.AsType[*reply.Error](check(t, e))
		if !ok {
			return e
		}
		values.Del(failure.Parameter)
		e = read(values)
	}
}

// read reads the options without checking them.
func read(values url.Values) *render.Embed {
	return &render.Embed{
		Speaker: values.Get("speaker"),
		Topic:   values.Get("topic"),
		Query:   values.Get("q"),
		Turn:    values.Get("turn"),
		Theme:   values.Get("theme"),
		Lang:    values.Get("lang"),
	}
}

// check returns an error for the first option that the transcript does not support,
// such as the id of an unknown speaker.
func check(t *transcript.Transcript, e *render.Embed) error {
	speakers := list(e.Speaker)
	switch {
	case e.Speaker != "" && len(speakers) == 0,
		slices.ContainsFunc(speakers, func(id string) bool { return t.SpeakerIndex(id) < 0 }):
		return reply.Bad("speaker", "speaker must be the id of a speaker of this transcript, or several separated by commas.")
	case e.Topic != "" && !slices.ContainsFunc(t.Topics, func(topic transcript.Topic) bool { return topic.ID == e.Topic }):
		return reply.Bad("topic", "topic must be the id of a topic of this transcript.")
	case e.Turn != "" && t.TurnIndex(e.Turn) < 0:
		return reply.Bad("turn", "turn must be the id of a turn of this transcript.")
	case len(e.Query) > maxQuery:
		return reply.Bad("q", "q may have "+strconv.Itoa(maxQuery)+" bytes.")
	case e.Theme != "" && e.Theme != "light" && e.Theme != "dark":
		return reply.Bad("theme", "theme must be light or dark.")
	case e.Lang != "" && !transcript.IsLang(e.Lang):
		return reply.Bad("lang", "lang must be a language tag (BCP 47), as in en or pt-BR.")
	}
	return nil
}

// lay returns the layout of the transcript as the embedded timeline first shows it.
func lay(t *transcript.Transcript, e *render.Embed) *timeline.Layout {
	view := timeline.View{Topic: e.Topic, Query: e.Query}
	if e.Speaker != "" {
		view.Off = make([]bool, len(t.Speakers))
		for i := range t.Speakers {
			view.Off[i] = !slices.Contains(list(e.Speaker), t.Speakers[i].ID)
		}
	}
	if e.Query != "" {
		view.Hits = search.New(t).Find(e.Query)
	}
	view.Linked = t.TurnIndex(e.Turn) + 1
	view.At = view.Linked
	return timeline.Lay(t, &view)
}

// list splits ids at commas and spaces, as in "host, guest".
func list(ids string) []string {
	return strings.FieldsFunc(ids, func(r rune) bool { return r == ',' || r == ' ' })
}
