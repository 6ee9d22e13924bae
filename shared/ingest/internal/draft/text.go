package draft

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"quoteline/shared/ingest/internal/source"
)

// JoinParts joins some parts of the source to one text. The text is in Unicode form
// NFC, with a line feed between paragraphs. Control characters such as tabs become
// spaces.
func (d *Draft) JoinParts(parts []Part) string {
	if len(parts) == 1 {
		return plainText(source.ControlsAsSpaces(d.partText(parts[0])))
	}
	var b strings.Builder
	n := len(parts)
	for _, p := range parts {
		n += len(d.partText(p))
	}
	b.Grow(n)
	for i, p := range parts {
		if i > 0 && p.Join > 0 {
			b.WriteByte(p.Join)
		}
		b.WriteString(source.ControlsAsSpaces(d.partText(p)))
	}
	return plainText(b.String())
}

// plainText returns the text in Unicode form NFC, without white space at its ends. It
// removes each mark of the writing direction whose opening or closing partner is missing.
func plainText(text string) string {
	return norm.NFC.String(strings.TrimSpace(source.PairedMarks(text)))
}

// partText returns the text of the part p of the source, with escapes resolved.
func (d *Draft) partText(p Part) string {
	if p.Text != "" {
		return p.Text
	}
	return d.Src.Slice(p.Range)
}

// Introduction returns the text before the first speaker's label, or nil if there is
// none.
func (d *Draft) Introduction() *Passage {
	parts := d.Cues[0].Parts
	if len(parts) == 0 {
		return nil
	}
	text := d.JoinParts(parts)
	d.Src.Budget.Answer(source.JSONSize(text))
	return &Passage{d.Src.Position(parts[0].Start), text}
}
