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

// options has the names of the query parameters that choose what an embedded transcript
// shows.
var options = [...]string{"speaker", "topic", "q", "turn", "theme", "lang", "height"}

// choose reads the display options that an editor set for a snippet (HTML to embed). It
// returns an error for an option with a wrong value, such as a speaker that the
// transcript does not have. It also returns an error for an option that has no effect
// on this kind of snippet, so that the editor notices the mistake.
func choose(t *transcript.Transcript, values url.Values, allowed []string) (*render.Embed, error) {
	for name, given := range values {
		switch {
		// There are two error messages. The first is for an option that another kind of
		// snippet (HTML to embed) supports: a link has no theme, for example. The second
		// is for a parameter that no kind supports, such as colour.
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

// fitting reads the display options of a page for readers. It ignores unknown options,
// and ids that the transcript does not have. So readers see the transcript even if an
// option in the address is wrong or outdated.
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

// read reads the display options from the query. It does not check their values, and
// leaves out the option height.
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

// check returns an error for the first display option whose value does not fit the
// transcript, such as the id of an unknown speaker.
func check(t *transcript.Transcript, e *render.Embed) error {
	switch {
	case e.Speaker != "" && !haveAll(t, list(e.Speaker)):
		return reply.Bad("speaker", "speaker must be the id of a speaker of this transcript, or several separated by commas.")
	case e.Topic != "" && !slices.ContainsFunc(t.Topics, func(topic transcript.Topic) bool { return topic.ID == e.Topic }):
		return reply.Bad("topic", "topic must be the id of a topic of this transcript.")
	case e.Turn != "" && t.TurnIndex(e.Turn) < 0:
		return reply.Bad("turn", "turn must be the id of a turn of this transcript.")
	case len(e.Query) > search.MaxQuery:
		return reply.Bad("q", "q may have "+strconv.Itoa(search.MaxQuery)+" bytes.")
	case e.Theme != "" && e.Theme != "light" && e.Theme != "dark":
		return reply.Bad("theme", "theme must be light or dark.")
	case e.Lang != "" && !transcript.IsLang(e.Lang):
		return reply.Bad("lang", "lang must be a language tag (BCP 47), as in en or pt-BR.")
	}
	return nil
}

// lay returns the layout of the transcript (where each turn is drawn), with the
// filters, the search and the linked turn that the options set.
func lay(t *transcript.Transcript, e *render.Embed) *timeline.Layout {
	view := timeline.View{Topic: e.Topic, Query: e.Query}
	if e.Speaker != "" {
		view.Off = make([]bool, len(t.Speakers))
		for i := range view.Off {
			view.Off[i] = true
		}
		at := t.SpeakerIndexes()
		for _, id := range list(e.Speaker) {
			if i, ok := at[id]; ok {
				view.Off[i] = false
			}
		}
	}
	if e.Query != "" {
		view.Hits = search.New(t).Find(e.Query)
	}
	view.Linked = t.TurnIndex(e.Turn) + 1
	view.At = view.Linked
	return timeline.Lay(t, &view)
}

// haveAll reports whether the list is not empty, and each id in it is the id of a speaker
// in the transcript.
func haveAll(t *transcript.Transcript, ids []string) bool {
	at := t.SpeakerIndexes()
	for _, id := range ids {
		if _, ok := at[id]; !ok {
			return false
		}
	}
	return len(ids) > 0
}

// list splits a list of ids at commas and spaces, as in "host, guest".
func list(ids string) []string {
	return strings.FieldsFunc(ids, func(r rune) bool { return r == ',' || r == ' ' })
}
