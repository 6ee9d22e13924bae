package caption

import (
	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/transcript"
)

// seamLength is the number of recent captions with which each new caption is compared.
const seamLength = 4

// repeatsSeam reports whether a caption is left out because it repeats the times and
// words of a recent caption. A live stream consists of segments (RFC 8216), and two
// neighbouring segments may both have the caption at their boundary. An editor can
// reverse the decision.
func (c *captions) repeatsSeam(lines []transcript.Range) bool {
	// Example: the caption from 0:09 to 0:12 is the last one of a segment, and also the
	// first one of the next segment.
	whole := transcript.Range{Start: lines[0].Start, End: lines[len(lines)-1].End}
	text := c.Src.Slice(whole)
	again := false
	for _, before := range c.recent {
		again = again || len(lines) > 1 && before == text
	}
	c.recent[c.cuesIn%seamLength] = text
	if !again {
		return false
	}
	at := c.Src.Position(whole.Start)
	d := draft.Decision{
		ID: draft.IDAt(draft.DecideDrop, at), Kind: draft.DecideDrop, Applied: true, Labels: []draft.LabelCount{}, Position: &at,
		Reason: "a caption with the same times and the same words is directly before it",
	}
	m := draft.Remark{Kind: draft.RemarkRepeated, Level: draft.LevelCheck, Decision: d.ID, Done: "left out: " + d.Reason, Alternatives: []string{"keep the caption"}}
	drop := c.ledger.Decide(d)
	if !drop {
		m.Done, m.Alternatives = "kept, although "+d.Reason, []string{"leave the caption out"}
	}
	c.Remark(whole, m)
	if drop {
		c.Account(draft.SpanOmitted, whole)
	}
	return drop
}
