package table

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// cell is a field of a row, with its range in the source.
type cell struct {
	value string
	at    transcript.Range
}

// rows makes cues (pieces of text by one speaker) of the rows of a table, with any
// separator of the columns.
type rows struct {
	*draft.Draft
	cols   columns
	width  int // number of columns in the header
	clock  clock
	unread cell // first time that is not understood
	missed int  // number of such times
}

// add makes a cue (a piece of text by one speaker) of a row. Its arguments are the cells
// of the row, and a missing cell is empty. If the row names no speaker, its words may
// continue those of the previous speaker.
func (r *rows) add(name, text, from, to cell) {
	start, end := r.times(from, to)
	c := draft.Cue{Name: label.CleanName(withoutColon(&name)), Label: name.at, Clock: r.ClockOf(start, end, text.at)}
	if c.Name == "" {
		c.Name, c.Continued, c.Label = r.OpenCue().Name, true, transcript.Range{}
	}
	r.BeginCue(c)
	r.Account(draft.SpanLabel, c.Label)
	r.Account(draft.SpanTime, from.at)
	r.Account(draft.SpanTime, to.at)
	text.at, text.value = r.CutOwnLabel(text.at, text.value)
	r.AddMeaning(text.at, source.ControlsAsSpaces(shown(text.value)), ' ')
	r.MarkDirection()
}

// remarkColumn adds a remark (an entry of the report) that a column of the header is not
// used.
func (r *rows) remarkColumn(c cell) {
	r.Remark(c.at, draft.Remark{
		Kind: draft.RemarkUnused, Level: draft.LevelInfo, Done: "not used: the column " + label.CleanName(c.value), Alternatives: []string{"add what it says by hand"},
	})
}

// withoutColon removes the colon after a name in a cell, as in "ANNA:", and returns the
// name.
func withoutColon(name *cell) string {
	text := strings.TrimRight(name.value, ":： \t")
	if n := len(name.value) - len(text); n > 0 && name.at.End-name.at.Start > n {
		name.at.End -= n
	}
	name.value = text
	return text
}

// times reads the start and the end of a row. A cell with two times, such as
// "0:05 - 0:09", has both.
func (r *rows) times(from, to cell) (start, end transcript.Offset) {
	var c source.Clock
	if c = r.time(from); to.at.End > 0 {
		c.End = r.time(to).Start
	}
	return c.Start, c.End
}

// time reads a time such as 1:05, [00:01:05], 65.2 or 1M 5S. Words after a time are left
// out. A cell without a time is counted, so that the report can list it.
func (r *rows) time(c cell) source.Clock {
	text := strings.TrimSpace(c.value)
	if text == "" {
		return source.Clock{}
	}
	r.remarkFrames(c)
	// Example: "[0:09] after a pause" is 9 seconds, and the words are not used.
	if v, ok := source.Numeral(text, r.clock.comma); ok && r.clock.unit != source.UnitUnknown {
		return source.Clock{Start: r.clock.unit.Offset(v)}
	}
	if o := source.WholeTime(text); !o.IsZero() {
		return source.Clock{Start: o}
	}
	if times, after := source.TimeRangeAt(text, 0, len(text)); after > 0 {
		if rest := strings.TrimSpace(text[after:]); rest != "" {
			r.Remark(c.at, draft.Remark{
				Kind: draft.RemarkUnused, Level: draft.LevelInfo, Done: "not used: the words after a time: " + rest, Alternatives: []string{"add what they say by hand"},
			})
		}
		return times
	}
	if r.missed++; r.missed == 1 {
		r.unread = c
	}
	return source.Clock{}
}

// remarkFrames adds a remark (an entry of the report) that frame numbers are not used. In
// a time such as 00:01:05:12, the last field is the number of a video frame. There is
// only one such remark for a table.
func (r *rows) remarkFrames(c cell) {
	i := strings.LastIndexAny(c.value, ":;")
	if r.clock.framesRemarked || i <= 0 || !source.HasFrames(c.value[i:]) || strings.Count(c.value[:i], ":") != 2 {
		return
	}
	r.clock.framesRemarked = true
	r.Remark(c.at, draft.Remark{
		Kind: draft.RemarkUnused, Level: draft.LevelInfo, Done: "not used: the frame numbers of times, because the frame rate is unknown", Alternatives: []string{},
	})
}

// remarkUnread adds a remark (an entry of the report) if some cells in the time columns
// are not read as times.
func (r *rows) remarkUnread() {
	if r.missed == 0 {
		return
	}
	why := "which are not understood"
	if _, ok := source.Numeral(r.unread.value, true); ok {
		why = "because nothing shows whether they are seconds or milliseconds"
	}
	r.Remark(r.unread.at, draft.Remark{
		Kind: draft.RemarkUnused, Level: draft.LevelCheck, Done: "not used: times of the table, " + why + "; times: " + strconv.Itoa(r.missed),
		Alternatives: []string{"write times such as 0:01:05"},
	})
}

// shown returns the text that a cell shows: character references such as &amp; become
// the characters that they mean, and tags such as <b> are left out.
func shown(text string) string {
	if strings.Contains(text, "<") {
		text = strings.NewReplacer("<br>", "\n", "<br/>", "\n", "<br />", "\n",
			"<b>", "", "</b>", "", "<i>", "", "</i>", "", "<em>", "", "</em>", "", "<strong>", "", "</strong>", "", "<u>", "", "</u>", "").Replace(text)
	}
	return source.References(text)
}
