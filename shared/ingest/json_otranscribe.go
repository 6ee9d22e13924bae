package ingest

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// isOTranscribe reports whether root is a file of oTranscribe, a tool for
// transcribing. Such a file is an object with a text in HTML, and usually with
// members about the recording.
func isOTranscribe(root, text *node) bool {
	if root.firstOf("media", "media-source", "media-time") == nil && !strings.Contains(text.text, "data-timestamp") {
		return false
	}
	return root.member("segments") == nil && root.member("words") == nil && root.member("utterances") == nil
}

// oTranscribe returns the format of oTranscribe.
func oTranscribe() draft.Format {
	return treeFormat("otranscribe", func(root *node) bool {
		text := root.member("text")
		return text.isString() && isOTranscribe(root, text)
	}, readOTranscribe)
}

// readOTranscribe reads an oTranscribe file, which is JSON that contains HTML. It
// reads the text that this HTML shows. Positions in the report are positions in the
// file, not in the HTML.
func readOTranscribe(src *source.Source, root *node, l *draft.Ledger, n draft.Nested) (*draft.Draft, string, error) {
	inner := decodeJSONString(src, root.member("text").content())
	d, f, err := n.Text(n.Shown(inner), l)
	if err != nil {
		return nil, "", err
	}
	if media := root.member("media"); media.isString() && media.text != "" {
		j := &jsonDraft{Draft: draft.New(src)}
		j.Remark(media.at, draft.Remark{
			Kind: draft.RemarkUnused, Level: draft.LevelInfo, Done: "not used: /media, the name of the recording",
			Alternatives: []string{"give the recording's address as the transcript's media"},
		})
		d.Remarks = append(d.Remarks, j.Remarks...)
	}
	return d, "JSON with a text in HTML, as oTranscribe writes it; inside: " + f.Why, nil
}

// textOnly returns the format of JSON in which the whole transcript is one string,
// such as the shortest output of Whisper. The string is read like a text file.
func textOnly() draft.Format {
	return treeFormat("text-json", func(root *node) bool {
		text := root.member("text")
		return text.isString() && text.text != ""
	}, readTextOnly)
}

// readTextOnly reads the string that is the whole transcript.
func readTextOnly(src *source.Source, root *node, l *draft.Ledger, n draft.Nested) (*draft.Draft, string, error) {
	d, f, err := n.Text(decodeJSONString(src, root.member("text").content()), l)
	if err != nil {
		return nil, "", err
	}
	return d, "JSON with a text and no list of turns; inside: " + f.Why, nil
}

// decodeJSONString returns the value of the JSON string in the range r as a source (a
// text to read). The source map of the result gives the position of each piece in the
// JSON. Each escape, such as \u00e9, is one entry of the map.
func decodeJSONString(src *source.Source, r transcript.Range) *source.Source {
	d := source.NewDerivedText(src)
	for i := r.Start; i < r.End; {
		n := strings.IndexByte(src.Text[i:r.End], '\\')
		if n < 0 {
			n = r.End - i
		}
		if n > 0 {
			d.AppendSame(transcript.Range{Start: i, End: i + n})
			i += n
			continue
		}
		meaning, length := unescapedJSON(src.Text[i:r.End])
		at := transcript.Range{Start: i, End: i + length}
		d.AppendMeaning(source.ControlsAsSpaces(meaning), at)
		i = at.End
	}
	return d.Source()
}
