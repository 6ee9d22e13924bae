package snippets

import (
	_ "embed" // for static.css, the style of static snippets
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

// kind is a kind of snippet (HTML that an editor pastes into a page), such as a script,
// an iframe or a link.
type kind struct {
	name     string
	allowed  []string // options that this kind supports
	required string   // the option that this kind needs; may be empty
	write    func(t *transcript.Transcript, o render.Options, e *render.Embed) []byte
	document func(t *transcript.Transcript, o render.Options, e *render.Embed) []byte // writes the answer as text/html; nil if that answer is the snippet itself
}

// kinds returns all kinds of snippets (HTML that an editor pastes into a page). The
// first is the default.
func kinds() []kind {
	// Each kind allows only the display options that have an effect on it. For example,
	// a link has no theme, and only an iframe has a height.
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

// kindOf returns the kind of snippet (HTML to embed) that the query parameter kind names.
// Without the parameter it returns the default kind.
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

// snippet answers with the HTML that an editor pastes into a page. The Accept field
// chooses between JSON, in which the HTML is a member, and text/html. As text/html, a
// snippet of the kind static is a whole document, which can be saved as a file.
func (s *snippets) snippet(r *http.Request) (*reply.Answer, error) {
	wanted := reply.ParseAccept(r.Header.Values("Accept"))
	data, markup := wanted.Quality("application/json"), wanted.Quality("text/html")
	if data == 0 && markup == 0 {
		return reply.VaryAccept(nil, &reply.Error{Code: reply.NotAcceptable, Detail: "A snippet comes as application/json, text/html."})
	}
	return reply.VaryAccept(s.write(r, markup > data))
}

// write answers with a snippet (HTML that an editor pastes into a page). If bare is
// true, the body is the HTML. Otherwise the body is JSON with the HTML as a member.
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
	delete(values, "kind") // the remaining parameters are options
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

// describe answers with JSON, which has the snippet's HTML and the title and version of
// its transcript.
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
