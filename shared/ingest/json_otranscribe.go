package ingest

import (
	"strings"

	"quoteline/shared/transcript"
)

// isOTranscribe reports whether root is an oTranscribe file: an object with a text in
// HTML, and usually with members about the recording.
func isOTranscribe(root, text *node) bool {
	if root.firstOf("media", "media-source", "media-time") == nil && !strings.Contains(text.text, "data-timestamp") {
		return false
	}
	return root.member("segments") == nil && root.member("words") == nil && root.member("utterances") == nil
}

// readOTranscribe reads the text that the HTML in an oTranscribe file shows.
// Positions in the report refer to the file, not to the HTML.
func readOTranscribe(src *source, root, text *node, l *ledger) (*draft, Format, error) {
	inner := decodeJSONString(src, text.content())
	p := renderPage(inner, false)
	d, f, err := recogniseText(p.source(), l)
	if err != nil {
		return nil, f, err
	}
	if media := root.member("media"); media.isString() && media.text != "" {
		j := &jsonDraft{draft: newDraft(src)}
		j.remark(media.at, Remark{
			Kind: RemarkUnused, Level: LevelInfo, Done: "not used: /media, the name of the recording",
			Alternatives: []string{"give the recording's address as the transcript's media"},
		})
		d.remarks = append(d.remarks, j.remarks...)
	}
	return d, Format{"otranscribe", "JSON with a text in HTML, as oTranscribe writes it; inside: " + f.Why}, nil
}

// readTextOnly reads JSON whose transcript is a single string, such as the shortest
// output of Whisper.
func readTextOnly(src *source, text *node, l *ledger) (*draft, Format, error) {
	d, f, err := recogniseText(decodeJSONString(src, text.content()), l)
	if err != nil {
		return nil, f, err
	}
	return d, Format{"text-json", "JSON with a text and no list of turns; inside: " + f.Why}, nil
}

// decodeJSONString derives the value of the JSON string in the range r. Each escape
// is one mapping of the source map.
func decodeJSONString(src *source, r transcript.Range) *source {
	d := &derivedText{sourceMap: sourceMap{src: src}}
	for i := r.Start; i < r.End; {
		n := strings.IndexByte(src.text[i:r.End], '\\')
		if n < 0 {
			n = r.End - i
		}
		if n > 0 {
			d.appendSame(transcript.Range{Start: i, End: i + n})
			i += n
			continue
		}
		meaning, length := unescapedJSON(src.text[i:r.End])
		at := transcript.Range{Start: i, End: i + length}
		d.appendMeaning(controlsAsSpaces(meaning), at)
		i = at.End
	}
	return d.source()
}
