package desk

import (
	"bytes"
	"encoding/json"
	"slices"

	"quoteline/shared/messages"
	"quoteline/shared/render"
	"quoteline/shared/transcript"
)

// Publication returns the JSON that the page sends to publish the transcript. The JSON lacks
// the time of the last change, because the server sets it.
//
// The argument before is the published version as JSON, or empty if there is none. The result
// contains the corrections that the published version lists. It also has a new correction for
// every turn whose words or speaker differ from the published version. The arguments date
// (RFC 3339) and note are for the new corrections. The note may be empty.
func (d *Desk) Publication(before []byte, date, note string) ([]byte, error) {
	t := *d.current
	t.DateModified = ""
	if len(before) > 0 {
		version, err := transcript.Parse(before)
		if err != nil {
			return nil, err
		}
		t.Corrections = d.corrections(version, date, note)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(&t)
	return b.Bytes(), err
}

func (d *Desk) corrections(before *transcript.Transcript, date, note string) []transcript.Correction {
	list := append([]transcript.Correction{}, before.Corrections...)
	for _, c := range d.current.Corrections {
		if !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	for _, r := range transcript.Diff(before, d.current).Reworded {
		c := transcript.Correction{Date: date, Turn: r.Turn, Note: note}
		// If the words are equal, only the speaker was corrected.
		if r.Before.Text != r.After.Text {
			c.Before, c.After = r.Before.Text, r.After.Text
		}
		list = append(list, c)
	}
	return list
}

// Compare returns the changes that lead from another version of the transcript to the
// present one. The argument other is the other version as JSON.
func (d *Desk) Compare(other []byte) (*transcript.Changes, error) {
	t, err := transcript.Parse(other)
	if err != nil {
		return nil, err
	}
	return transcript.Diff(t, d.current), nil
}

// Snippets are three alternative pieces of HTML that show the transcript. A newsroom pastes
// one of them into a page.
type Snippets struct {
	Script string `json:"script"` // the element with the whole text inside, and its <script>
	Frame  string `json:"frame"`
	Link   string `json:"link"`
}

// Snippets returns the pieces of HTML with which a newsroom embeds the transcript. The
// argument base is the origin of the server that publishes the transcript, such as
// "https://example.org".
func (d *Desk) Snippets(base string) Snippets {
	o := render.Options{Base: base, Words: messages.Choose("", d.current.Lang)}
	e := &render.Embed{}
	return Snippets{
		Script: string(render.AppendScript(nil, d.current, d.layout, o, e)),
		Frame:  string(render.AppendIframe(nil, d.current, o, e)),
		Link:   string(render.AppendLink(nil, d.current, o, e)),
	}
}
