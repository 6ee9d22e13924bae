package api

import (
	"net/url"
	"strings"

	"quoteline/shared/export"
	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// format describes a format in which a transcript can be read, such as WebVTT. A client
// chooses a format by the suffix of the address, or by its media type in the Accept
// field. If several formats have the same media type, the Accept field can choose only
// the first of them. The field bySuffix is true in the others.
type format struct {
	suffix    string // without the dot
	mediaType string // without parameters
	title     string // distinguishes formats that share a media type; may be empty
	timed     bool   // needs a transcript with times
	bySuffix  bool   // never chosen by Accept: another format has the media type
	named     bool   // browsers save the answer under the name ID.SUFFIX
	write     writer
}

// writer appends a transcript to dst in one format. Base is the origin of this server,
// as in "https://edge.example". The query has the display options.
type writer func(dst []byte, t *transcript.Transcript, base string, query url.Values) ([]byte, error)

// formats returns all formats, the preferred ones first. The format JSON has no writer,
// because the stored JSON is served unchanged.
func formats(fragment Fragment) []format {
	return []format{
		{suffix: "json", mediaType: "application/json"},
		{suffix: "html", mediaType: "text/html", write: fragmentWriter(fragment)},
		{suffix: "txt", mediaType: "text/plain", named: true, write: infallible(export.AppendText)},
		{suffix: "md", mediaType: "text/markdown", named: true, write: infallible(export.AppendMarkdown)},
		{suffix: "vtt", mediaType: "text/vtt", timed: true, named: true, write: baseless(export.AppendVTT)},
		{suffix: "srt", mediaType: "application/x-subrip", timed: true, named: true, write: baseless(export.AppendSRT)},
		{suffix: "jsonld", mediaType: "application/ld+json", named: true, write: single(export.AppendConversation)},
		{
			// Two formats have the media type application/json, and the Accept field
			// chooses the first of them. This is the second, so only the suffix
			// .podcast.json can choose it. In the same way, podcast.html below is the
			// second format with the media type text/html.
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

// single makes a [writer] from an export function. The export function has no parameter
// for display options, so the writer ignores them.
func single(write func([]byte, *transcript.Transcript, string) ([]byte, error)) writer {
	return func(dst []byte, t *transcript.Transcript, base string, _ url.Values) ([]byte, error) {
		return write(dst, t, base)
	}
}

// infallible makes a [writer] from an export function. The export function does not
// return an error, so the error of the writer is always nil.
func infallible(write func([]byte, *transcript.Transcript, string) []byte) writer {
	return func(dst []byte, t *transcript.Transcript, base string, _ url.Values) ([]byte, error) {
		return write(dst, t, base), nil
	}
}

// baseless makes a [writer] from an export function. The export function has no parameter
// for the server's origin, because its format contains no links.
func baseless(write func([]byte, *transcript.Transcript) ([]byte, error)) writer {
	return func(dst []byte, t *transcript.Transcript, _ string, _ url.Values) ([]byte, error) {
		return write(dst, t)
	}
}

// contentType returns the value of the Content-Type field. It is the media type, and
// for a text format also "charset=utf-8".
func (f *format) contentType() string {
	if strings.HasPrefix(f.mediaType, "text/") {
		return f.mediaType + "; charset=utf-8"
	}
	return f.mediaType
}

// links returns the value of the Link field (RFC 8288). It has a link to the
// transcript's page, and one to each format in which the transcript can be read. Some
// formats, such as WebVTT, need start times. The parameter timed says whether the
// transcript has start times.
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

// hasTimes reports whether the turns of a transcript with this timing have start times.
// If timing is empty, they have none.
func hasTimes(timing transcript.Timing) bool {
	return timing == transcript.TimingTurn || timing == transcript.TimingWord
}

// best returns the format that the client prefers, by the quality values in the Accept
// field. If several formats have the same quality, it returns the first of them. It
// skips formats with bySuffix set, which only a suffix can choose. It also skips
// formats for which test returns false. If no format is acceptable, the result is nil.
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
