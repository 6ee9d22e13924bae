package jsonform

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
)

// OTranscribe returns the format of files of oTranscribe, a program for typing
// transcripts: JSON with a text in HTML.
func OTranscribe() draft.Format {
	return treeFormat("otranscribe", func(root *node) bool {
		text := root.member("text")
		return text.isString() && isOTranscribe(root, text)
	}, readOTranscribe)
}

// isOTranscribe reports whether root is a file of OTranscribe, a tool for
// transcribing. Such a file is an object with a text in HTML, and usually with
// members about the recording.
func isOTranscribe(root, text *node) bool {
	if root.firstOf("media", "media-source", "media-time") == nil && !strings.Contains(text.text, "data-timestamp") {
		return false
	}
	return root.member("segments") == nil && root.member("words") == nil && root.member("utterances") == nil
}

// readOTranscribe reads an OTranscribe file, which is JSON that contains HTML. It
// reads the text that this HTML shows. Positions in the report are positions in the
// file, not in the HTML.
func readOTranscribe(src *source.Source, root *node, l *draft.Ledger, n draft.Nested) (*draft.Draft, string, error) {
	inner := decodeString(src, root.member("text").content())
	d, f, err := n.Text(n.Shown(inner), l)
	if err != nil {
		return nil, "", err
	}
	if media := root.member("media"); media.isString() && media.text != "" {
		j := &speech{Draft: draft.New(src)}
		j.Remark(media.at(), draft.Remark{
			Kind: draft.RemarkUnused, Level: draft.LevelInfo, Done: "not used: /media, the name of the recording",
			Alternatives: []string{"give the recording's address as the transcript's media"},
		})
		d.Remarks = append(d.Remarks, j.Remarks...)
	}
	return d, "JSON with a text in HTML, as oTranscribe writes it; inside: " + f.Why, nil
}
