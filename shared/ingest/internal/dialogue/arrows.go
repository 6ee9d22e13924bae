package dialogue

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/transcript"
)

// afterArrows returns the range r without the arrows that it begins with, as in ">> Yes."
// The second result is false if there are none.
func (d *dialogue) afterArrows(r transcript.Range) (transcript.Range, bool) {
	s := label.TurnStartAt(d.Src.Text, r.Start, r.End)
	if s.Arrows < 2 {
		return r, false
	}
	d.Account(draft.SpanSeparator, s.Separator)
	return transcript.Range{Start: min(s.At, r.End), End: r.End}, true
}

// words adds the words in the range r, which is not empty. If lines of this text begin
// with arrows (>>), then arrows after a finished sentence begin the words of another
// speaker: "Yes. >> No." The source does not name that speaker. The argument paragraph is
// true if r begins a paragraph without a label.
func (d *dialogue) words(r transcript.Range, join byte, paragraph bool) {
	add := func(r transcript.Range) {
		if paragraph {
			d.AddParagraph(r, join)
		} else {
			d.AddPart(draft.Part{Range: r, Join: join})
		}
		paragraph, join = false, '\n'
	}
	// Example: "It is 3 >> 2. >> So high." has arrows twice. Before the first arrows no
	// sentence ends, so they are part of the words. The second arrows follow a finished
	// sentence, so they begin the words of another speaker.
	for at := r.Start; d.arrows > 0; {
		i := label.ArrowsInside(d.Src.Text[at:r.End])
		if i < 0 {
			break
		}
		at += i
		if !label.SentenceFinished(d.Src.Text, r.Start, at) {
			at += len(">>")
			continue
		}
		add(transcript.Range{Start: r.Start, End: r.Start + len(strings.TrimSpace(d.Src.Text[r.Start:at]))})
		r, _ = d.afterArrows(transcript.Range{Start: at, End: r.End})
		d.ChangeSpeaker()
		if at = r.Start; r.Start >= r.End {
			return
		}
	}
	add(r)
}
