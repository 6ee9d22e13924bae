package ingest

import (
	"strings"

	"quoteline/shared/transcript"
)

// isOTranscribe reports whether root is an oTranscribe file: a text in HTML and
// members about the recording.
func isOTranscribe(root, text *node) bool {
	if root.firstOf("media", "media-source", "media-time") == nil && !strings.Contains(text.text, "data-timestamp") {
		return false
	}
	return root.member("segments") == nil && root.member("words") == nil && root.member("utterances") == nil
}

// readOTranscribe reads the HTML in an oTranscribe file as the text that it shows.
// Positions are those in the file.
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

// readTextOnly reads JSON that has the whole transcript in one string, such as
// Whisper's shortest answer.
func readTextOnly(src *source, text *node, l *ledger) (*draft, Format, error) {
	d, f, err := recogniseText(decodeJSONString(src, text.content()), l)
	if err != nil {
		return nil, f, err
	}
	return d, Format{"text-json", "JSON with a text and no list of turns; inside: " + f.Why}, nil
}

// decodeJSONString derives the text of the JSON string at r, escape by escape.
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
