package jsonform

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// TextOnly returns the format of JSON in which the whole transcript is one string,
// such as the shortest output of Whisper. The string is read like a text file.
func TextOnly() draft.Format {
	return treeFormat("text-json", func(root *node) bool {
		text := root.member("text")
		return text.isString() && text.text != ""
	}, readTextOnly)
}

// readTextOnly reads the string that is the whole transcript.
func readTextOnly(src *source.Source, root *node, l *draft.Ledger, n draft.Nested) (*draft.Draft, string, error) {
	d, f, err := n.Text(decodeString(src, root.member("text").content()), l)
	if err != nil {
		return nil, "", err
	}
	return d, "JSON with a text and no list of turns; inside: " + f.Why, nil
}

// decodeString returns the value of the JSON string in the range r as a source (a
// text to read). The source map of the result gives the position of each piece in the
// JSON. Each escape, such as \u00e9, is one entry of the map.
func decodeString(src *source.Source, r transcript.Range) *source.Source {
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
		meaning, length := unescaped(src.Text[i:r.End])
		at := transcript.Range{Start: i, End: i + length}
		d.AppendMeaning(source.ControlsAsSpaces(meaning), at)
		i = at.End
	}
	return d.Source()
}
