package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"quoteline/shared/export"
	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// inFormat returns a function that answers with a transcript in the format f. It serves
// the addresses with the suffix of the format, such as ".vtt".
func (a *api) inFormat(f *format) reply.Func {
	return func(r *http.Request) (*reply.Answer, error) { return a.represent(r, r.PathValue("id"), f) }
}

// represent answers with the transcript that has this id, in the format f.
func (a *api) represent(r *http.Request, id string, f *format) (*reply.Answer, error) {
	if f.write == nil {
		return a.published(r, id, f)
	}
	t, err := a.Store.Transcript(r.Context(), id)
	if err != nil {
		return nil, reply.FromStore(err)
	}
	if f.timed && !hasTimes(t.Timing) {
		return nil, noTimecodes(id)
	}
	// A display option with an invalid value is ignored: a reader wants to see the
	// transcript even if an option is wrong.
	body, err := f.write(nil, t, reply.Origin(r), r.URL.Query())
	if errors.Is(err, export.ErrNoTimecodes) {
		return nil, noTimecodes(id)
	} else if err != nil {
		return nil, err
	}
	return a.representation(r, id, f, body, hasTimes(t.Timing)), nil
}

// published answers with the JSON of a transcript, byte for byte as it was published.
func (a *api) published(r *http.Request, id string, f *format) (*reply.Answer, error) {
	body, err := a.Store.JSON(r.Context(), id)
	if err != nil {
		return nil, reply.FromStore(err)
	}
	timed, err := timedBody(body)
	if err != nil {
		return nil, err
	}
	return a.representation(r, id, f, body, timed), nil
}

// representation returns the answer whose body is a transcript in the format f. timed
// says whether the transcript has times.
func (a *api) representation(r *http.Request, id string, f *format, body []byte, timed bool) *reply.Answer {
	answer := reply.Cached(f.contentType(), body)
	answer.Header.Set("Link", a.links(reply.Origin(r), id, timed))
	if f.mediaType == "text/html" {
		answer.Header.Set("Content-Security-Policy", reply.Sandboxed)
	}
	if f.named {
		// The file name needs no escaping, because ids have no special characters.
		answer.Header.Set("Content-Disposition", `inline; filename="`+id+"."+f.suffix+`"`)
	}
	return answer
}

// timedBody reports whether the turns of a transcript have start times. It reads the
// transcript's JSON only up to the member timing. That saves time, because the long
// list of turns comes later.
func timedBody(body []byte) (bool, error) {
	d := json.NewDecoder(bytes.NewReader(body))
	if _, err := d.Token(); err != nil {
		return false, err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return false, err
		}
		if name == "timing" {
			var timing transcript.Timing
			err := d.Decode(&timing)
			return hasTimes(timing), err
		}
		var skipped json.RawMessage
		if err := d.Decode(&skipped); err != nil {
			return false, err
		}
	}
	return false, nil
}

// negotiate answers with a transcript in the format that the Accept field asks for (RFC
// 9110, section 12.1).
func (a *api) negotiate(r *http.Request) (*reply.Answer, error) {
	return reply.VaryAccept(a.preferred(r, r.PathValue("id")))
}

// preferred answers with a transcript in the format that the method choose returns.
func (a *api) preferred(r *http.Request, id string) (*reply.Answer, error) {
	f, err := a.choose(r, id)
	if err != nil {
		return nil, err
	}
	answer, err := a.represent(r, id, f)
	if err != nil {
		return nil, err
	}
	answer.Header.Set("Content-Location", "/v1/transcripts/"+id+"."+f.suffix)
	return answer, nil
}

// choose returns the format that the client prefers. Some formats need a transcript
// with times. Only if the client prefers such a format, choose reads the transcript and
// checks that it has times.
func (a *api) choose(r *http.Request, id string) (*format, error) {
	wanted := reply.ParseAccept(r.Header.Values("Accept"))
	f := best(wanted, a.formats, func(*format) bool { return true })
	if f == nil {
		return nil, notAcceptable(a.formats)
	}
	if !f.timed {
		return f, nil
	}
	body, err := a.Store.JSON(r.Context(), id)
	if err != nil {
		return nil, reply.FromStore(err)
	}
	if timed, err := timedBody(body); err != nil || timed {
		return f, err
	}
	// The transcript has no times, so formats that need times are excluded. For
	// example, a client with "Accept: text/vtt, text/plain;q=0.5" gets plain text.
	if f = best(wanted, a.formats, func(f *format) bool { return !f.timed }); f == nil {
		return nil, noTimecodes(id)
	}
	return f, nil
}

func notAcceptable(formats []format) error {
	var types []string
	for i := range formats {
		if !formats[i].bySuffix {
			types = append(types, formats[i].mediaType)
		}
	}
	return &reply.Error{
		Code:   reply.NotAcceptable,
		Detail: "A transcript comes as " + strings.Join(types, ", ") + ".",
	}
}

func noTimecodes(id string) error {
	return &reply.Error{
		Code:   reply.NoTimecodes,
		Detail: "This transcript has no times, and none are invented. /v1/transcripts/" + id + ".podcast.html is the podcast format without times.",
	}
}
