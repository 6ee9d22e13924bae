package linguistic

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// TextGrid returns the format of the program Praat, in its long, short and chronological
// form. Each annotation tier (a row of texts with times) has the words of one speaker.
func TextGrid() draft.Format {
	return draft.Format{Name: "textgrid", Detect: func(src *source.Source) bool { return textGridForm(src.Text[src.Start:]) != "" }, Read: readTextGrid}
}

// textGridForm returns the form of a TextGrid: "chronological" or "long or short". It
// returns "" if text is not a TextGrid. The long and the short form have the same values,
// but only the long form names each value.
func textGridForm(text string) string {
	const look = 200
	head := text[:min(len(text), look)]
	first, rest, _ := strings.Cut(head, "\n")
	switch {
	case strings.HasPrefix(first, `"Praat chronological TextGrid`):
		return "chronological"
	case strings.HasPrefix(first, "File type") && strings.Contains(rest, `"TextGrid"`), strings.HasPrefix(first, `"ooTextFile"`) && strings.Contains(rest, `"TextGrid"`):
		return "long or short"
	}
	return ""
}

// textGrid reads the values of a TextGrid, one after another.
type textGrid struct {
	*draft.Draft
	at   int
	text string
	next token

	tiers     []tier
	intervals []interval
}

// tier is a row of a TextGrid: texts with their times. Its name is the name of the
// speaker.
type tier struct {
	name   string
	label  transcript.Range
	points bool // it has points in time, which are no speech
}

// interval is a piece of text with its times.
type interval struct {
	text     transcript.Range
	tier     int
	from, to float64 // in seconds; -1 if the source has none
}

// readTextGrid reads all intervals (texts with times) that are not blank. It sorts them
// by their start, see [draft.InTime].
func readTextGrid(src *source.Source, _ *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	g := &textGrid{Draft: draft.New(src), at: src.Start, text: src.Text}
	g.Captioned = true
	form := textGridForm(src.Text[src.Start:])
	if form == "chronological" {
		g.readChronological()
	} else {
		g.readTiers()
	}
	if src.Budget.Exceeded() != nil {
		return nil, "", src.Budget.Exceeded()
	}
	tier, from := func(v *interval) int { return v.tier }, func(v *interval) float64 { return v.from }
	for _, v := range draft.InTime(g.intervals, tier, from) {
		g.add(v)
	}
	return g.Draft, "a TextGrid of Praat, " + form + "; tiers: " + strconv.Itoa(len(g.tiers)) + ", intervals with text: " + strconv.Itoa(len(g.intervals)), nil
}

// readTiers reads the long or the short form. Each tier (a row of texts with times) has a
// class, a name, two times, the number of its intervals, and the intervals. The number
// may be wrong, so the intervals are read until the next class.
func (g *textGrid) readTiers() {
	for g.scan() {
		if g.next.kind != '"' {
			continue
		}
		class := g.Src.Slice(g.next.at)
		if class != "IntervalTier" && class != "TextTier" {
			continue
		}
		if !g.scan() || g.next.kind != '"' {
			continue
		}
		g.beginTier(class)
		g.number()
		g.number()
		g.number()
		g.readIntervals(len(g.tiers) - 1)
	}
}

// beginTier begins a tier (a row of texts with times). The tier's name is the text that
// was read last. The argument class says whether the tier has intervals or points in
// time.
func (g *textGrid) beginTier(class string) {
	name := strings.ReplaceAll(g.Src.Slice(g.next.at), `""`, `"`)
	g.Src.Budget.Values(1)
	g.tiers = append(source.WithRoom(g.tiers), tier{label.CleanName(name), g.next.at, class == "TextTier"})
	g.Account(draft.SpanLabel, g.next.at)
}

// readIntervals reads the intervals (texts with times) of the tier with the index t. It
// stops before the next tier, which begins with the text "IntervalTier" or "TextTier".
func (g *textGrid) readIntervals(t int) {
	var times []float64
	for {
		before := g.at
		if !g.scan() {
			return
		}
		switch g.next.kind {
		case '0':
			v, _ := strconv.ParseFloat(g.Src.Slice(g.next.at), 64)
			times = append(times, v)
		case '"':
			if s := g.Src.Slice(g.next.at); len(times) == 0 && (s == "IntervalTier" || s == "TextTier") {
				g.at = before
				return
			}
			g.interval(t, times, g.next.at)
			times = times[:0]
		}
	}
}

// interval adds an interval (a text with its times) to the tier with the index t. A tier
// is a row of texts. If the tier has points in time, the text is left out, because a
// point is not speech. If there is no tier with this index, the text is left out too.
func (g *textGrid) interval(t int, times []float64, text transcript.Range) {
	if strings.TrimSpace(g.Src.Slice(text)) == "" {
		return
	}
	if t < 0 || t >= len(g.tiers) {
		g.OmitUnknown(text, "a text that is in no tier")
		return
	}
	if g.tiers[t].points {
		g.Account(draft.SpanOmitted, text)
		g.Remark(text, draft.Remark{
			Kind: draft.RemarkNote, Level: draft.LevelInfo, Done: "left out, because a point in time is no speech: " + short(g.Src.Slice(text)),
			Alternatives: []string{"add a note"},
		})
		return
	}
	v := interval{text: text, tier: t, from: -1, to: -1}
	if n := len(times); n > 1 {
		v.from, v.to = times[n-2], times[n-1]
	}
	if g.Src.Budget.Values(1) {
		g.intervals = append(source.WithRoom(g.intervals), v)
	}
}

// short returns a text of at most 200 bytes for a remark (an entry of the report).
func short(text string) string {
	const longest = 200
	if text = strings.Join(strings.Fields(text), " "); len(text) > longest {
		return strings.ToValidUTF8(text[:longest], "") + "…"
	}
	return text
}

// readChronological reads the chronological form of a TextGrid. First this form lists the
// tiers (rows of texts). Then it lists all texts: for each, the number of its tier, a
// start, an end and the text itself. A text at a point in time has one time instead of
// two.
func (g *textGrid) readChronological() {
	g.scan() // the first line
	g.number()
	g.number()
	count, _ := g.number()
	for range int(min(max(count, 0), 100_000)) {
		if !g.scan() || g.next.kind != '"' {
			return
		}
		class := g.Src.Slice(g.next.at)
		if !g.scan() {
			return
		}
		g.beginTier(class)
		g.number()
		g.number()
	}
	var values []float64
	for g.scan() {
		switch g.next.kind {
		case '0':
			v, _ := strconv.ParseFloat(g.Src.Slice(g.next.at), 64)
			values = append(values, v)
		case '"':
			tier, times := 0, values
			if len(values) > 0 {
				tier, times = int(min(max(values[0], 0), 1e6)), values[1:]
			}
			g.interval(tier-1, times, g.next.at)
			values = values[:0]
		}
	}
}

// add begins a cue (a piece of text by one speaker) with the text and the times of v.
func (g *textGrid) add(v interval) {
	t := g.tiers[v.tier]
	clock := source.Clock{}
	if v.from >= 0 {
		clock = g.ClockOf(source.Seconds(v.from), source.Seconds(v.to), v.text)
	}
	g.BeginCue(draft.Cue{Name: t.name, Label: t.label, Clock: clock})
	g.AddMeaning(v.text, strings.ReplaceAll(source.ControlsAsSpaces(g.Src.Slice(v.text)), `""`, `"`), ' ')
	g.MarkDirection()
}
