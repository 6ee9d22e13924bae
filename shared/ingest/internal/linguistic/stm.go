package linguistic

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// STM returns the format of NIST's tool sclite for reference transcripts. Each line has
// a file, a channel, a speaker, a start and an end in seconds, and words.
func STM() draft.Format {
	return draft.Format{Name: "stm", Detect: func(src *source.Source) bool { return most(src, isSTM, 2) }, Read: readSTM}
}

// most examines the first 40 lines that are neither blank nor comments. A comment begins
// with ";;". The result is true if fits returns true for at least nine of ten lines, and
// for at least as many lines as the number in the argument least.
func most(src *source.Source, fits func(string) bool, least int) bool {
	const look = 40
	n, all := 0, 0
	for line := range src.Lines() {
		text := strings.TrimSpace(src.Slice(line))
		if text == "" || strings.HasPrefix(text, ";;") {
			continue
		}
		if all++; fits(text) {
			n++
		}
		// With more misses, nine of ten lines cannot fit.
		if all == look || all-n > look/10 {
			break
		}
	}
	return n >= least && 10*n >= 9*all
}

// fields returns the ranges of the first n fields of a line, and the range of the rest.
func fields(src *source.Source, line transcript.Range, n int) (list []transcript.Range, rest transcript.Range) {
	at := line.Start
	for range n {
		at = source.SkipSpace(src.Text, at, line.End)
		start := at
		for at < line.End && src.Text[at] != ' ' && src.Text[at] != '\t' {
			at++
		}
		if start == at {
			return nil, line
		}
		list = append(list, transcript.Range{Start: start, End: at})
	}
	return list, transcript.Range{Start: source.SkipSpace(src.Text, at, line.End), End: line.End}
}

// isSTM reports whether a line has the fields of STM.
func isSTM(line string) bool {
	f := strings.Fields(line)
	return len(f) > 4 && len(f[1]) <= 2 && isSeconds(f[3]) && isSeconds(f[4]) && (strings.Contains(f[3]+f[4], ".") || len(f) > 5 && strings.HasPrefix(f[5], "<"))
}

// isSeconds reports whether text is a number of seconds, such as 0.30.
func isSeconds(text string) bool {
	v, err := strconv.ParseFloat(text, 64)
	return err == nil && v >= 0 && v < source.MaxSeconds && source.IsDigit(text[0])
}

// secondsIn reads the range r of the source as a number of seconds, and returns it as a
// time.
func secondsIn(src *source.Source, r transcript.Range) transcript.Offset {
	v, _ := strconv.ParseFloat(src.Slice(r), 64)
	return source.Seconds(v)
}

func readSTM(src *source.Source, _ *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	d := draft.New(src)
	d.Captioned = true
	lines := 0
	for line := range src.Lines() {
		body := src.Body(line)
		switch {
		case body.Start >= body.End:
		case strings.HasPrefix(src.Slice(body), ";;"):
			d.Account(draft.SpanMarkup, body)
		case isSTM(src.Slice(body)):
			lines++
			stmLine(d, body)
		default:
			d.OmitUnknown(body, "a line without the fields of STM")
		}
	}
	return d, "the fields of STM: file, channel, speaker, times, words; lines: " + strconv.Itoa(lines), nil
}

// stmLine reads one line. The field in angle brackets before the words is optional.
// The words "ignore_time_segment_in_scoring" mean that nothing was transcribed.
func stmLine(d *draft.Draft, line transcript.Range) {
	f, words := fields(d.Src, line, 5)
	if text := d.Src.Slice(words); strings.HasPrefix(text, "<") {
		if end := strings.IndexByte(text, '>'); end > 0 {
			words.Start = source.SkipSpace(d.Src.Text, words.Start+end+1, words.End)
		}
	}
	if text := strings.ToLower(d.Src.Slice(words)); text == "" || text == "ignore_time_segment_in_scoring" {
		d.Account(draft.SpanOmitted, words)
		if text != "" {
			d.Remark(words, draft.Remark{Kind: draft.RemarkNote, Level: draft.LevelInfo, Done: "left out, because it marks a time without a transcript", Alternatives: []string{"add a note"}})
		}
		return
	}
	clock := d.ClockOf(secondsIn(d.Src, f[3]), secondsIn(d.Src, f[4]), line)
	speaker := stmSpeaker(d.Src, f[0], f[2])
	d.BeginCue(draft.Cue{Name: label.CleanName(strings.ReplaceAll(d.Src.Slice(speaker), "_", " ")), Label: speaker, Clock: clock})
	d.Account(draft.SpanLabel, f[2])
	d.Account(draft.SpanTime, transcript.Range{Start: f[3].Start, End: f[4].End})
	d.AddPart(draft.Part{Range: words})
}

// stmSpeaker returns the range of a speaker's name. The arguments file and at are the
// ranges of two fields of a line: the name of the file and the speaker. The program
// Transcriber writes the file's name before the speaker's, as in "talk_Ada_Long". The
// result is empty if the field says that the time belongs to no speaker.
func stmSpeaker(src *source.Source, file, at transcript.Range) transcript.Range {
	switch text := src.Slice(at); strings.ToLower(text) {
	case "inter_segment_gap", "excluded_region":
		return transcript.Range{}
	default:
		if name, ok := strings.CutPrefix(text, src.Slice(file)+"_"); ok && name != "" {
			at.Start = at.End - len(name)
		}
		return at
	}
}
