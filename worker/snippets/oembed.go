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

// frameWidth is the width that an oEmbed answer states, in CSS pixels, unless the
// consumer asks for less. In the page, the iframe is as wide as its container.
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

// fields returns the names and values of the elements of the XML form. It leaves out
// empty ones.
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

// oembed answers an oEmbed consumer, a program that asks how to embed a page
// (oembed.com, section 2). If the address cannot be embedded, for whatever reason, the
// status is 404. For an unknown format it is 501 (section 2.3.5). Parameters that are
// not in the specification are ignored, because consumers send some.
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
	choice.Height = answer.Height // maxheight has priority over a height in the url parameter
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

// size sets the size of the iframe: the default, or the size in the parameters maxwidth
// and maxheight if that is smaller.
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

// page returns the transcript that the parameter url addresses, and the display options
// in that address. The address is that of a transcript's page, of a quote's page, or of
// a page at /embed. The latter may have the options in its query.
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
		// oEmbed has no status 410, so the answer for a withdrawn transcript is 404.
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

// pageOf parses the path of a page: /t/{id}, /t/{id}/q/{turn} or /embed/{id}. For any
// other path the id is "".
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
