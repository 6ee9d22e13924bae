package snippets

import (
	_ "embed" // for the style of the static kind
	"encoding/json"
	"net/http"
	"net/url"
	"strings"

	"quoteline/shared/render"
	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

//go:embed static.css
var staticStyle string

// kind is a form in which a transcript can be pasted into a page.
type kind struct {
	name     string
	allowed  []string // options that mean something
	required string   // an option that must be given; may be empty
	write    func(t *transcript.Transcript, o render.Options, e *render.Embed) []byte
	document func(t *transcript.Transcript, o render.Options, e *render.Embed) []byte // what text/html gets; nil for the snippet
}

// kinds lists the kinds of snippets, the default one first.
func kinds() []kind {
	return []kind{{
		name:    "script",
		allowed: []string{"speaker", "topic", "q", "turn", "theme", "lang"},
		write: func(t *transcript.Transcript, o render.Options, e *render.Embed) []byte {
			return render.AppendScript(nil, t, lay(t, e), o, e)
		},
	}, {
		name:    "iframe",
		allowed: options[:],
		write: func(t *transcript.Transcript, o render.Options, e *render.Embed) []byte {
			return render.AppendIframe(nil, t, o, e)
		},
	}, {
		name:    "link",
		allowed: []string{"turn"},
		write: func(t *transcript.Transcript, o render.Options, e *render.Embed) []byte {
			return render.AppendLink(nil, t, o, e)
		},
	}, {
		name:     "quote",
		allowed:  []string{"turn", "theme", "lang"},
		required: "turn",
		write: func(t *transcript.Transcript, o render.Options, e *render.Embed) []byte {
			return render.AppendQuote(nil, t, o, e)
		},
	}, {
		name:    "static",
		allowed: []string{"speaker", "topic", "q"},
		write: func(t *transcript.Transcript, o render.Options, e *render.Embed) []byte {
			return render.AppendStatic(nil, t, lay(t, e), o, staticStyle)
		},
		document: func(t *transcript.Transcript, o render.Options, e *render.Embed) []byte {
			return render.AppendStaticPage(nil, t, lay(t, e), o, staticStyle)
		},
	}}
}

// kindOf returns the kind that a query names, the first one where it names none.
func kindOf(values url.Values) (*kind, error) {
	all := kinds()
	if !values.Has("kind") {
		return &all[0], nil
	}
	names := make([]string, len(all))
	for i := range all {
		if names[i] = all[i].name; len(values["kind"]) == 1 && names[i] == values.Get("kind") {
			return &all[i], nil
		}
	}
	return nil, reply.Bad("kind", "kind must be one of "+strings.Join(names, ", ")+".")
}

// snippet answers with what is to be pasted: in JSON with its circumstances, or
// as text/html by itself. Of the static kind that is a document to be kept.
func (s *snippets) snippet(r *http.Request) (*reply.Answer, error) {
	wanted := reply.ParseAccept(r.Header.Values("Accept"))
	data, markup := wanted.Quality("application/json"), wanted.Quality("text/html")
	if data == 0 && markup == 0 {
		return reply.VaryAccept(nil, &reply.Error{Code: reply.NotAcceptable, Detail: "A snippet comes as application/json, text/html."})
	}
	return reply.VaryAccept(s.write(r, markup > data))
}

func (s *snippets) write(r *http.Request, bare bool) (*reply.Answer, error) {
	values, err := reply.Query(r)
	if err != nil {
		return nil, err
	}
	t, err := s.load(r, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	k, err := kindOf(values)
	if err != nil {
		return nil, err
	}
	delete(values, "kind")
	choice, err := choose(t, values, k.allowed)
	if err != nil {
		return nil, err
	}
	if k.required != "" && values.Get(k.required) == "" {
		return nil, reply.Bad(k.required, "kind="+k.name+" needs a "+k.required+".")
	}
	o := surroundings(r, t, choice)
	switch {
	case bare && k.document != nil:
		return reply.Cached(mediaType, k.document(t, o, choice)), nil
	case bare:
		return reply.Cached(mediaType, k.write(t, o, choice)), nil
	}
	return describe(t, k, o, choice)
}

// describe answers with the snippet and what a program that places it needs.
func describe(t *transcript.Transcript, k *kind, o render.Options, choice *render.Embed) (*reply.Answer, error) {
	body, err := json.Marshal(struct {
		Kind       string `json:"kind"`
		Transcript string `json:"transcript"`
		Version    int    `json:"version"`
		Title      string `json:"title"`
		HTML       string `json:"html"`
	}{k.name, t.ID, t.Version, t.Title, string(k.write(t, o, choice))})
	if err != nil {
		return nil, err
	}
	answer := reply.Cached("application/json", body)
	answer.Header.Set("Link", "<"+o.Base+"/t/"+t.ID+`>; rel="canonical"`)
	return answer, nil
}
