package caption

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// divideLines divides the lines of SubViewer captions at "[br]", which means a line break.
func (c *captions) divideLines(list []block) {
	const mark = "[br]"
	for i := range list {
		var lines []transcript.Range
		for _, line := range list[i].lines {
			for {
				at := strings.Index(c.Src.Slice(line), mark)
				if at < 0 || !c.Src.Budget.Values(1) {
					break
				}
				lines = append(source.WithRoom(lines), transcript.Range{Start: line.Start, End: line.Start + at})
				line.Start += at + len(mark)
				c.Account(draft.SpanMarkup, transcript.Range{Start: line.Start - len(mark), End: line.Start})
			}
			lines = append(source.WithRoom(lines), line)
		}
		list[i].lines = lines
	}
}

// subViewerField reads a field above the captions of SubViewer, such as "[TITLE]A talk".
// The name of the field is in capitals and in square brackets. The result is false for
// other lines.
func (c *captions) subViewerField(line transcript.Range) bool {
	body := c.Src.Body(line)
	name, value, found := strings.Cut(c.Src.Slice(body), "]")
	if !found || !strings.HasPrefix(name, "[") || strings.ToUpper(name) != name {
		return false
	}
	if value = strings.TrimSpace(value); name == "[TITLE" && value != "" {
		c.FindTitle(value, body, "says so in the field “TITLE”")
		c.Account(draft.SpanMeta, body)
		return true
	}
	c.leaveOut(body, "left out: a field about the file", "add it to the transcript's note")
	return true
}
