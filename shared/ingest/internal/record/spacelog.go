package record

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// spacelog reads the transcripts of Spacelog, a website about space missions. Each
// time is on its own line, in days, hours, minutes and seconds ([01:02:03:04]). Then
// come fields, which begin with "_", and then turns.
type spacelog struct {
	*draft.Draft
	start      transcript.Offset
	timestamps int
	inTurn     bool // a turn has begun since the last time
	inField    bool // an indented line continues a field
}

// Spacelog returns the format of Spacelog, a website about space missions.
func Spacelog() draft.Format {
	return draft.Format{Name: "spacelog", Detect: hasMissionTime, Read: readSpacelog}
}

// hasMissionTime reports whether a time such as [00:00:01:30] is among the first lines.
func hasMissionTime(src *source.Source) bool {
	const look = 20 // lines
	n := 0
	for line := range src.Lines() {
		if _, ok := missionTime(src.Slice(line), false); ok {
			return true
		}
		if n++; n > look {
			break
		}
	}
	return false
}

// readSpacelog reads a Spacelog transcript.
func readSpacelog(src *source.Source, _ *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	s := &spacelog{Draft: draft.New(src)}
	for line := range src.Lines() {
		s.line(line)
	}
	return s.Draft, "times in days, hours, minutes and seconds on separate lines; times: " + strconv.Itoa(s.timestamps), nil
}

// missionTime reads a line that is a time of a space mission, such as [-00:00:01:30].
// If plain is true, the line may also be a number of seconds, such as [120]. For
// other lines the second result is false.
func missionTime(line string, plain bool) (transcript.Offset, bool) {
	// [01:02:03:04] is ((1·24+2)·60+3)·60+4 seconds after the launch. A minus means
	// that the time is before the launch. See testdata/spacelog.txtar.
	line = strings.TrimSpace(line)
	if len(line) < 3 || line[0] != '[' || line[len(line)-1] != ']' {
		return transcript.Offset{}, false
	}
	inner, before := strings.CutPrefix(line[1:len(line)-1], "-")
	fields := strings.Split(inner, ":")
	units := [4]int64{0, 24, 60, 60}
	if len(fields) != len(units) && !(plain && len(fields) == 1) {
		return transcript.Offset{}, false
	}
	total := int64(0)
	for i, f := range fields {
		v, err := strconv.Atoi(f)
		if err != nil || v < 0 || v > source.MaxSeconds || f[0] == '+' || i > 0 && v > 9999 {
			return transcript.Offset{}, false
		}
		total = total*units[i] + int64(v)
	}
	if total > maxMission {
		return transcript.Offset{}, false
	}
	if before {
		total = -total
	}
	return transcript.At(total * 1000), true
}

// maxMission is the greatest time of a space mission that is read, in seconds: about
// three years.
const maxMission = 100_000_000

// line reads one line of a Spacelog transcript. It is a time, a field, a comment, the
// start of a turn, or the continuation of a field or turn.
func (s *spacelog) line(line transcript.Range) {
	text := s.Src.Slice(line)
	at := source.SkipSpace(s.Src.Text, line.Start, line.End)
	switch {
	case at == line.End:
	case text[0] == '[' && s.timestampLine(line):
	case text[0] == '_':
		s.field(line)
	case text[0] == '#':
		s.Account(draft.SpanOmitted, line)
		s.Remark(line, draft.Remark{
			Kind: draft.RemarkFront, Level: draft.LevelInfo, Done: "left out: a comment", Alternatives: []string{"add it to the transcript's note"},
		})
	case at == line.Start && s.speech(line):
	case s.inField && at > line.Start:
		s.Account(draft.SpanOmitted, line)
	case s.inTurn:
		s.addGlossed(transcript.Range{Start: at, End: line.End}, ' ')
	case s.timestamps == 0:
		s.AddPart(draft.Part{Range: transcript.Range{Start: at, End: at + len(strings.TrimSpace(text))}, Join: '\n'})
	default:
		s.OmitUnknown(transcript.Range{Start: at, End: line.End}, "a line without a label")
	}
}

// timestampLine reads a line that is a time, such as [00:00:01:30]. It returns false
// for other lines.
func (s *spacelog) timestampLine(line transcript.Range) bool {
	start, ok := missionTime(s.Src.Slice(line), true)
	if ok {
		s.timestamps++
		s.start, s.inTurn, s.inField = start, false, false
		s.Account(draft.SpanTime, line)
	}
	return ok
}

// field reads a field, a line such as "_page : 3", and leaves it out of the
// transcript. If the field has a value, this is noted in the report.
func (s *spacelog) field(line transcript.Range) {
	s.Account(draft.SpanOmitted, line)
	s.inField = true
	name, value, _ := strings.Cut(s.Src.Slice(line), ":")
	if value = strings.TrimSpace(value); value == "" {
		return
	}
	if strings.TrimSpace(name) == "_lang" && draft.IsLanguage(value) && !s.Has(draft.FieldLang) {
		s.FindLang(value, line, "says so in the field “_lang”")
		return
	}
	s.Remark(line, draft.Remark{
		Kind: draft.RemarkHeading, Level: draft.LevelInfo,
		Done: "left out: the field " + strings.TrimSpace(strings.TrimPrefix(name, "_")), Alternatives: []string{"make it a topic"},
	})
}

// speech reads a line that begins with a speaker's label, as in "CDR: Yes." It
// returns false for other lines.
func (s *spacelog) speech(line transcript.Range) bool {
	colon := strings.IndexByte(s.Src.Slice(line), ':')
	if s.timestamps == 0 || colon <= 0 || colon > label.MaxNameRunes {
		return false
	}
	name := transcript.Range{Start: line.Start, End: line.Start + len(strings.TrimSpace(s.Src.Slice(line)[:colon]))}
	if !label.IsLabelName(s.Src.Slice(name)) && !label.IsLowercaseName(s.Src.Slice(name)) {
		return false
	}
	s.Draft.BeginLabelled(label.Label{Name: name, End: line.Start + colon + 1})
	s.OpenCue().Clock.Start = s.start
	s.inTurn, s.inField = true, false
	s.addGlossed(transcript.Range{Start: line.Start + colon + 1, End: line.End}, 0)
	return true
}

// addGlossed adds the text in the range r with its glossary references replaced.
// [glossary:TERM|words] becomes the words, and [glossary:TERM] becomes the term. The
// argument join is the separator before the text.
func (s *spacelog) addGlossed(r transcript.Range, join byte) {
	for r.Start < r.End {
		text := s.Src.Slice(r)
		open, inner, end := glossaryReference(text)
		if open < 0 {
			s.addUntagged(r, join)
			return
		}
		join = s.addUntagged(transcript.Range{Start: r.Start, End: r.Start + open}, join)
		join = s.addUntagged(transcript.Range{Start: r.Start + inner, End: r.Start + end - 1}, join)
		r.Start += end
	}
}

// addUntagged adds the text in the range r without tags that only change how letters
// look: "V<sub>T</sub>" becomes "VT". The argument join is the separator before the
// text; the result is the separator before the text that comes next.
func (s *spacelog) addUntagged(r transcript.Range, join byte) byte {
	for r.Start < r.End {
		text := s.Src.Slice(r)
		open, end := styleTag(text)
		if end == 0 {
			return s.AddWords(r, join)
		}
		join = s.AddWords(transcript.Range{Start: r.Start, End: r.Start + open}, join)
		s.Account(draft.SpanMarkup, transcript.Range{Start: r.Start + open, End: r.Start + end})
		r.Start += end
	}
	return join
}

// styleTag returns the offsets of the first tag that only changes how letters look, such
// as <sub> or </i>. The tag is text[open:end]. If there is none, end is 0.
func styleTag(text string) (open, end int) {
	const longest = len("</strong>")
	for at := 0; ; at++ {
		n := strings.IndexByte(text[at:], '<')
		if n < 0 {
			return 0, 0
		}
		at += n
		name, _, ok := strings.Cut(text[at+1:min(len(text), at+longest)], ">")
		switch strings.ToLower(strings.TrimPrefix(name, "/")) {
		case "sub", "sup", "i", "b", "em", "strong", "u":
			if ok {
				return at, at + len("<>") + len(name)
			}
		}
	}
}

// glossaryReference finds the first reference such as [glossary:term|words] or
// [time:…] in text. It returns three offsets: of the opening bracket, of the words to
// show, and of the end of the reference. The first is -1 if there is no reference.
func glossaryReference(text string) (open, inner, end int) {
	// Example: in "to [glossary:CM|the command module] now", open is at "[", inner at
	// "the", and end after "]". Other brackets are text.
	for at := 0; ; {
		n := strings.IndexByte(text[at:], '[')
		if n < 0 {
			return -1, 0, 0
		}
		open = at + n
		at = open + 1
		kind := ""
		for _, k := range []string{"[glossary:", "[time:"} {
			if strings.HasPrefix(text[open:], k) {
				kind = k
			}
		}
		if kind == "" {
			continue
		}
		n = strings.IndexByte(text[open:], ']')
		if n < 0 {
			return -1, 0, 0
		}
		inner, end = open+len(kind), open+n+1
		if bar := strings.LastIndexByte(text[inner:end], '|'); bar >= 0 && inner+bar+1 < end-1 {
			inner += bar + 1
		}
		return open, inner, end
	}
}
