package api

import (
	"net/url"
	"strings"

	"quoteline/shared/export"
	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// format is a representation of a transcript, such as WebVTT. A client selects it by
// the suffix of the address, or by its media type in Accept. If several formats share a
// media type, Accept selects the first of them. The others have bySuffix set.
type format struct {
	suffix    string // without the dot
	mediaType string // without parameters
	title     string // distinguishes formats that share a media type; may be empty
	timed     bool   // needs a transcript with times
	bySuffix  bool   // never chosen by Accept: another format has the media type
	named     bool   // browsers save the answer under the name ID.SUFFIX
	write     writer
}

// writer appends a transcript in one format. Base is the origin of the edge endpoint;
// the query holds display options.
type writer func(dst []byte, t *transcript.Transcript, base string, query url.Values) ([]byte, error)

// formats returns all formats, the preferred ones first. JSON has no writer, because it
// is served as it was published.
func formats(fragment Fragment) []format {
	return []format{
		{suffix: "json", mediaType: "application/json"},
		{suffix: "html", mediaType: "text/html", write: fragmentWriter(fragment)},
		{suffix: "txt", mediaType: "text/plain", named: true, write: fails(export.AppendText)},
		{suffix: "md", mediaType: "text/markdown", named: true, write: fails(export.AppendMarkdown)},
		{suffix: "vtt", mediaType: "text/vtt", timed: true, named: true, write: baseless(export.AppendVTT)},
		{suffix: "srt", mediaType: "application/x-subrip", timed: true, named: true, write: baseless(export.AppendSRT)},
		{suffix: "jsonld", mediaType: "application/ld+json", named: true, write: single(export.AppendConversation)},
		{
			// Accept selects the first format with the media type application/json, so
			// only the suffix can select this one. The same applies to podcast.html and
			// text/html.
			suffix: "podcast.json", mediaType: "application/json", title: "Podcasting 2.0",
			timed: true, bySuffix: true, named: true, write: baseless(export.AppendPodcastJSON),
		},
		{
			suffix: "podcast.html", mediaType: "text/html", title: "Podcasting 2.0",
			bySuffix: true, named: true,
			write: func(dst []byte, t *transcript.Transcript, _ string, _ url.Values) ([]byte, error) {
				return export.AppendPodcastHTML(dst, t), nil
			},
		},
	}
}

func fragmentWriter(fragment Fragment) writer {
	return func(dst []byte, t *transcript.Transcript, base string, query url.Values) ([]byte, error) {
		return fragment(dst, t, base, query), nil
	}
}

// single turns a function without display options into a writer.
func single(write func([]byte, *transcript.Transcript, string) ([]byte, error)) writer {
	return func(dst []byte, t *transcript.Transcript, base string, _ url.Values) ([]byte, error) {
		return write(dst, t, base)
	}
}

// fails turns a function that cannot fail into a writer, whose error is always nil.
func fails(write func([]byte, *transcript.Transcript, string) []byte) writer {
	return func(dst []byte, t *transcript.Transcript, base string, _ url.Values) ([]byte, error) {
		return write(dst, t, base), nil
	}
}

// baseless turns a function without the parameter base into a writer. Its format has no
// links, so it needs no base.
func baseless(write func([]byte, *transcript.Transcript) ([]byte, error)) writer {
	return func(dst []byte, t *transcript.Transcript, _ string, _ url.Values) ([]byte, error) {
		return write(dst, t)
	}
}

// contentType returns the Content-Type field: the media type, and for text the
// encoding, which is always UTF-8.
func (f *format) contentType() string {
	if strings.HasPrefix(f.mediaType, "text/") {
		return f.mediaType + "; charset=utf-8"
	}
	return f.mediaType
}

// links returns the Link field (RFC 8288). It links to the transcript's page and to
// each format that the transcript has.
func (a *api) links(base, id string, timed bool) string {
	link := []byte("<" + base + "/t/" + id + `>; rel="canonical"`)
	for i := range a.formats {
		f := &a.formats[i]
		if f.timed && !timed {
			continue
		}
		link = append(link, ", <"+base+"/v1/transcripts/"+id+"."+f.suffix+`>; rel="alternate"; type="`+f.mediaType+`"`...)
		if f.title != "" {
			link = append(link, `; title="`+f.title+`"`...)
		}
	}
	return string(link)
}

// hasTimes reports whether a transcript with this timing has times. An empty
// timing means that it has none.
func hasTimes(timing transcript.Timing) bool {
	return timing == transcript.TimingTurn || timing == transcript.TimingWord
}

// best returns the format with the highest quality in Accept, or nil if none is
// acceptable. If several have the same quality, it returns the first. It skips formats
// that only a suffix selects, and formats for which test is false.
func best(wanted reply.Accepted, formats []format, test func(*format) bool) *format {
	var best *format
	most := 0
	for i := range formats {
		f := &formats[i]
		if f.bySuffix || !test(f) {
			continue
		}
		if q := wanted.Quality(f.mediaType); q > most {
			best, most = f, q
		}
	}
	return best
}
