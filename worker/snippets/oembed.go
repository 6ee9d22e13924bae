package snippets

import (
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"quoteline/shared/render"
	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// frameWidth is the width in the answer, in CSS pixels, if the consumer sets no
// smaller one. The frame itself takes the width of its container.
const frameWidth = 720

// rich is an oEmbed answer of the type "rich" (oembed.com, section 2.3.4.4).
type rich struct {
	Type         string `json:"type"`
	Version      string `json:"version"`
	Title        string `json:"title"`
	AuthorName   string `json:"author_name,omitempty"`
	AuthorURL    string `json:"author_url,omitempty"`
	ProviderName string `json:"provider_name"`
	ProviderURL  string `json:"provider_url"`
	CacheAge     int    `json:"cache_age"`
	Width        int    `json:"width"`
	Height       int    `json:"height"`
	HTML         string `json:"html"`
}

// fields returns the elements of the XML form: those that are not empty.
func (a *rich) fields() [][2]string {
	all := [][2]string{
		{"type", a.Type},
		{"version", a.Version},
		{"title", a.Title},
		{"author_name", a.AuthorName},
		{"author_url", a.AuthorURL},
		{"provider_name", a.ProviderName},
		{"provider_url", a.ProviderURL},
		{"cache_age", strconv.Itoa(a.CacheAge)},
		{"width", strconv.Itoa(a.Width)},
		{"height", strconv.Itoa(a.Height)},
		{"html", a.HTML},
	}
	return slices.DeleteFunc(all, func(f [2]string) bool { return f[1] == "" })
}

// oembed answers an oEmbed consumer (oembed.com, section 2). An address that cannot
// be embedded is 404, for any reason, and an unknown format 501 (section 2.3.5).
// Parameters that the specification does not have are ignored, since consumers send
// them.
func (s *snippets) oembed(r *http.Request) (*reply.Answer, error) {
	values, err := reply.Query(r)
	if err != nil {
		return nil, err
	}
	format := values.Get("format")
	if format != "" && format != "json" && format != "xml" {
		return nil, &reply.Error{Code: reply.NotImplemented, Parameter: "format", Detail: "format must be json or xml."}
	}
	answer := rich{Type: "rich", Version: "1.0", ProviderName: "Quoteline", ProviderURL: reply.Origin(r) + "/", CacheAge: reply.CacheAge}
	if err := answer.size(values); err != nil {
		return nil, err
	}
	t, choice, err := s.page(r, values)
	if err != nil {
		return nil, err
	}
	choice.Height = answer.Height // maxheight wins over a height in the url
	answer.Title = t.Title
	if p := t.Publisher; p != nil {
		answer.AuthorName, answer.AuthorURL = p.Name, p.URL
	}
	answer.HTML = string(render.AppendFrame(nil, t, render.Options{Base: reply.Origin(r)}, choice))
	if format == "xml" {
		return reply.Cached("text/xml; charset=utf-8", render.AppendOEmbedXML(nil, answer.fields())), nil
	}
	body, err := json.Marshal(&answer)
	if err != nil {
		return nil, err
	}
	return reply.Cached("application/json", body), nil
}

// size sets the size of the frame: the default one, or less if maxwidth or
// maxheight ask for less.
func (a *rich) size(values url.Values) error {
	a.Width, a.Height = frameWidth, render.FrameHeight
	for _, limit := range []struct {
		name string
		size *int
	}{{"maxwidth", &a.Width}, {"maxheight", &a.Height}} {
		text := values.Get(limit.name)
		if text == "" {
			continue
		}
		most, err := strconv.Atoi(text)
		if err != nil || most < 1 {
			return reply.Bad(limit.name, limit.name+" must be a whole number of CSS pixels, at least 1.")
		}
		*limit.size = min(*limit.size, most)
	}
	return nil
}

// page returns the transcript that the url parameter names, and the options in that
// address. The address is that of a transcript's page, a quote's page, or an embed
// page, whose query has the same options here as there.
func (s *snippets) page(r *http.Request, values url.Values) (*transcript.Transcript, *render.Embed, error) {
	if !values.Has("url") {
		return nil, nil, reply.Bad("url", "url must be the address of a page of this site.")
	}
	address, err := url.Parse(values.Get("url"))
	if err != nil || address.Scheme+"://"+address.Host != reply.Origin(r) {
		return nil, nil, nothing()
	}
	id, turn, framed := pageOf(address.Path)
	if id == "" {
		return nil, nil, nothing()
	}
	t, err := s.load(r, id)
	if err != nil {
		// A withdrawn transcript is 404 to consumers: they do not know 410.
		if failure, ok := err.(*reply.Error); ok && failure.Code == reply.Gone {
			return nil, nil, nothing()
		}
		return nil, nil, err
	}
	choice := &render.Embed{Turn: turn}
	if framed {
		choice = fitting(t, address.Query())
	}
	if turn != "" && t.TurnIndex(turn) < 0 {
		return nil, nil, nothing()
	}
	return t, choice, nil
}

// pageOf reads the path of a page: /t/{id}, /t/{id}/q/{turn} or /embed/{id}. The
// id is "" for any other path.
func pageOf(path string) (id, turn string, framed bool) {
	switch part := strings.Split(path, "/"); {
	case len(part) == 3 && (part[1] == "t" || part[1] == "embed"):
		return part[2], "", part[1] == "embed"
	case len(part) == 5 && part[1] == "t" && part[3] == "q" && part[4] != "":
		return part[2], part[4], false
	}
	return "", "", false
}

// nothing returns the error for a url that cannot be embedded.
func nothing() error {
	return &reply.Error{Code: reply.NotFound, Parameter: "url", Detail: "There is nothing to embed at this url."}
}
