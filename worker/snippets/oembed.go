package snippets

import (
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"quoteline/shared/card"
	"quoteline/shared/render"
	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// frameWidth is the default width of an iframe in the answer to oEmbed, in CSS pixels.
// The client may ask for a smaller width. In the page, the iframe is as wide as the
// element that contains it.
const frameWidth = 720

// rich is the answer to an oEmbed request. Its type is "rich" (oembed.com, section
// 2.3.4.4).
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

	// The card, a picture for places that show no frame.
	ThumbnailURL    string `json:"thumbnail_url,omitempty"`
	ThumbnailWidth  int    `json:"thumbnail_width,omitempty"`
	ThumbnailHeight int    `json:"thumbnail_height,omitempty"`
}

// fields returns the names and values of the elements in the XML form of the answer. It
// leaves out fields with an empty value.
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
		{"thumbnail_url", a.ThumbnailURL},
	}
	if a.ThumbnailURL != "" {
		all = append(all, [2]string{"thumbnail_width", strconv.Itoa(a.ThumbnailWidth)},
			[2]string{"thumbnail_height", strconv.Itoa(a.ThumbnailHeight)})
	}
	return slices.DeleteFunc(all, func(f [2]string) bool { return f[1] == "" })
}

// oembed answers programs that ask how to embed a page (oembed.com, section 2). If the
// address in the parameter url cannot be embedded, the status is 404, whatever the
// reason. If the parameter format names an unknown format, the status is 501 (section
// 2.3.5). Parameters that the specification does not define are ignored, because some
// programs send them.
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
	answer.thumbnail(values, render.CardURL(t, render.Options{Base: reply.Origin(r)}, choice.Turn))
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

// size sets the width and the height of the iframe. Each has a default. The parameters
// maxwidth and maxheight limit the width and the height. For example, the width is
// maxwidth if maxwidth is smaller than the default width.
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

// thumbnail adds the address and the size of the card (the picture that other sites
// show with a link) to the answer. It does so only if the picture is not larger than
// the parameters maxwidth and maxheight allow (oembed.com, section 2.3.4).
func (a *rich) thumbnail(values url.Values, address string) {
	fits := func(name string, size int) bool {
		most, err := strconv.Atoi(values.Get(name))
		return err != nil || size <= most
	}
	if fits("maxwidth", card.Width) && fits("maxheight", card.Height) {
		a.ThumbnailURL, a.ThumbnailWidth, a.ThumbnailHeight = address, card.Width, card.Height
	}
}

// page reads the parameter url, which is the address of a page of this site. It returns
// the transcript of that page, and the display options. A page under /embed may have
// display options in its query. For the page of a quote, the option is the quoted turn.
// The page of a transcript has no options.
func (s *snippets) page(r *http.Request, values url.Values) (*transcript.Transcript, *render.Embed, error) {
	if !values.Has("url") {
		return nil, nil, reply.Bad("url", "url must be the address of a page of this site.")
	}
	address, err := url.Parse(values.Get("url"))
	if err != nil || !isOurs(address, reply.Origin(r)) {
		return nil, nil, nothing()
	}
	id, turn, framed := pageOf(strings.TrimSuffix(address.Path, "/"))
	if id == "" {
		return nil, nil, nothing()
	}
	t, err := s.load(r, id)
	if err != nil {
		// oEmbed does not define the status 410, so for a withdrawn (unpublished)
		// transcript the status is 404.
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

// isOurs reports whether an address is on this site, whose origin is "https://edge.example"
// for example. People also type "http:" and capitals in the host, which lead to the same
// page (RFC 3986, section 3.2.2).
func isOurs(address *url.URL, origin string) bool {
	_, host, _ := strings.Cut(origin, "://")
	return (address.Scheme == "https" || address.Scheme == "http") && strings.EqualFold(address.Host, host)
}

// pageOf parses the path of a page: /t/{id}, /t/{id}/q/{turn} or /embed/{id}. framed is
// true for the last of these. For any other path, id is "".
func pageOf(path string) (id, turn string, framed bool) {
	switch part := strings.Split(path, "/"); {
	case len(part) == 3 && (part[1] == "t" || part[1] == "embed"):
		return part[2], "", part[1] == "embed"
	case len(part) == 5 && part[1] == "t" && part[3] == "q" && part[4] != "":
		return part[2], part[4], false
	}
	return "", "", false
}

// nothing is a function. It returns the error for an address that cannot be embedded.
func nothing() error {
	return &reply.Error{Code: reply.NotFound, Parameter: "url", Detail: "There is nothing to embed at this url."}
}
