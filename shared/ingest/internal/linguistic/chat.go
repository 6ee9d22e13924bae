package linguistic

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// CHAT returns the format of transcripts of the program CLAN and of the archive TalkBank.
// Their files have the extension .cha.
func CHAT() draft.Format {
	return draft.Format{Name: "chat", Detect: isCHAT, Read: readCHAT}
}

// isCHAT reports whether a text begins with a header of CHAT, such as "@Begin", and has a
// participant list or a main line. A main line begins with "*" and has the words of a
// turn.
func isCHAT(src *source.Source) bool {
	text := strings.TrimSpace(src.Text[src.Start:])
	head := text[:min(len(text), 4096)]
	return (strings.HasPrefix(head, "@UTF8") || strings.HasPrefix(head, "@Begin") || strings.HasPrefix(head, "@Font")) &&
		(strings.Contains(head, "\n@Participants:") || strings.Contains(text, "\n*"))
}

// chat reads the lines of a CHAT file. A line that begins with none of "@", "*" and "%"
// continues the previous line.
type chat struct {
	*draft.Draft
	names map[string]string // of the participants, by their codes
	kind  byte              // of the open line: '@', '*', '%'
	turns int
	open  string // the header that is open: "@Participants"
}

func readCHAT(src *source.Source, _ *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	c := &chat{Draft: draft.New(src), names: map[string]string{}}
	c.Captioned = true
	for line := range src.Lines() {
		body := src.Body(line)
		if body.Start >= body.End {
			continue
		}
		if first := src.Text[line.Start]; first == '@' || first == '*' || first == '%' {
			c.kind = first
			c.begin(body)
		} else {
			c.words(body)
		}
	}
	return c.Draft, "CHAT; main lines: " + strconv.Itoa(c.turns), nil
}

// begin reads the first line of a header ("@"), of a turn ("*"), or of an annotation of a
// turn ("%", in CHAT a dependent tier).
func (c *chat) begin(line transcript.Range) {
	name, _, _ := strings.Cut(c.Src.Slice(line), ":")
	rest := transcript.Range{Start: min(line.Start+len(name)+1, line.End), End: line.End}
	switch c.kind {
	case '@':
		c.open = name
		c.header(rest)
	case '*':
		c.turns++
		code := name[1:]
		at := transcript.Range{Start: line.Start + 1, End: line.Start + len(name)}
		c.BeginCue(draft.Cue{Name: label.CleanName(c.nameOf(code)), Label: at})
		c.Account(draft.SpanLabel, at)
		c.words(rest)
	default:
		c.omitTier(line, name)
	}
}

// nameOf returns the name of the participant with this code, or the code.
func (c *chat) nameOf(code string) string {
	if name := c.names[code]; name != "" {
		return name
	}
	return code
}

// header reads the participants, each with a code, a name that may be missing, and a
// role: "ANN Anna_Berg Interviewer, BEN Participant".
func (c *chat) header(r transcript.Range) {
	c.Account(draft.SpanMeta, r)
	if c.open != "@Participants" {
		return
	}
	for one := range strings.SplitSeq(c.Src.Slice(r), ",") {
		if f := strings.Fields(one); len(f) > 2 {
			c.names[f[0]] = strings.ReplaceAll(f[1], "_", " ")
		}
	}
}

// omitTier leaves out a line with an annotation of the words before it (in CHAT a
// dependent tier). It adds a remark (an entry of the report) only for the first line of
// each kind.
func (c *chat) omitTier(line transcript.Range, name string) {
	c.Account(draft.SpanOmitted, line)
	if len(name) > 20 {
		name = strings.ToValidUTF8(name[:20], "") + "…"
	}
	if key := "\x00" + name; c.names[key] == "" && len(c.names) < 1000 {
		c.names[key] = name
		c.Remark(line, draft.Remark{Kind: draft.RemarkUnused, Level: draft.LevelInfo, Done: "left out, because the tier " + name + " annotates the words before it", Alternatives: []string{"add what it says by hand"}})
	}
}

// words reads a line that continues the previous one, or the part of a line after the
// colon. In a turn, the times are between two characters U+0015.
func (c *chat) words(r transcript.Range) {
	// Example: in "it rained . \x151600_4200\x15", the times follow the words of the turn.
	switch c.kind {
	case '@':
		c.header(r)
		return
	case '%':
		c.Account(draft.SpanOmitted, r)
		return
	case 0:
		c.OmitUnknown(r, "a line before the first header of CHAT")
		return
	}
	text := c.Src.Slice(r)
	for {
		left, after, found := strings.Cut(text, "\x15")
		c.speech(transcript.Range{Start: r.Start, End: r.Start + len(left)})
		if !found {
			return
		}
		times, rest, closed := strings.Cut(after, "\x15")
		at := transcript.Range{Start: r.Start + len(left) + 1, End: r.Start + len(left) + 1 + len(times)}
		if closed {
			c.times(at)
			r.Start, text = at.End+1, rest
		} else {
			r.Start, text = at.Start, after
		}
	}
}

// times reads times such as "0_1500", in milliseconds.
func (c *chat) times(r transcript.Range) {
	c.Account(draft.SpanTime, r)
	from, to, _ := strings.Cut(c.Src.Slice(r), "_")
	start, err := strconv.ParseInt(from, 10, 64)
	end, err2 := strconv.ParseInt(to, 10, 64)
	if err != nil || err2 != nil || start < 0 || end > 1000*source.MaxSeconds {
		return
	}
	clock := c.ClockOf(transcript.At(start), transcript.At(end), r)
	if cue := c.OpenCue(); cue.Clock.Start.IsZero() {
		cue.Clock = clock
	} else {
		cue.Clock.Extend(clock.End)
	}
}

// speech adds words to the current turn.
func (c *chat) speech(r transcript.Range) {
	text := c.Src.Slice(r)
	start := r.Start + len(text) - len(strings.TrimLeft(text, " \t"))
	end := start + len(strings.TrimSpace(text))
	if start < end {
		c.AddPart(draft.Part{Range: transcript.Range{Start: start, End: end}, Join: ' '})
	}
}
