package xmlform

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Transcriber returns the format of the programs Transcriber and TranscriberAG, with
// the extension .trs.
func Transcriber() draft.Format {
	return format("transcriber", []string{"Trans"}, readTranscriber)
}

// transcriber reads the turns of a Transcriber document.
type transcriber struct {
	*speech
	names map[string]string // by the id of <Speaker>

	voices []string // the speakers of the current turn
	clock  source.Clock
	from   *element
	open   bool // a cue has begun since the last time or speaker
	voice  int  // index of the current speaker; -1 if it is unknown
}

func readTranscriber(src *source.Source, root *element) (*draft.Draft, string) {
	t := &transcriber{speech: newSpeech(src, nil, nil), names: map[string]string{}}
	t.Captioned = true
	t.language(root)
	root.each(func(e *element) { t.names[e.attr("id")] = e.attr("name") }, "Speaker")
	turns := 0
	root.each(func(e *element) {
		turns++
		t.turn(e)
	}, "Turn")
	return t.Draft, "Transcriber; turns: " + strconv.Itoa(turns)
}

// turn reads one turn. It may have several speakers; then <Who nb="2"/> begins the
// words of the second one.
func (t *transcriber) turn(e *element) {
	// Example: <Turn speaker="a b"><Who nb="1"/>Thanks.<Who nb="2"/>Bye.</Turn> has words
	// of the speakers a and b.
	t.voices = strings.Fields(e.attr("speaker"))
	t.from, t.voice, t.open = e, 0, false
	if len(t.voices) != 1 {
		t.voice = -1
	}
	end := seconds(e.attr("endTime"))
	t.clock = t.ClockOf(seconds(e.attr("startTime")), end, e.tag)
	for i, c := range e.children {
		switch c.name {
		case "":
			t.words(c)
		case "Sync":
			t.clock, t.open = t.ClockOf(seconds(c.attr("time")), nextSync(e.children[i+1:], end), c.tag), false
			t.Account(draft.SpanTime, c.tag)
		case "Who":
			nb, _ := strconv.Atoi(c.attr("nb"))
			t.voice, t.open = min(nb, len(t.voices)+1)-1, false
		case "Event", "Comment", "Background":
			t.event(c)
		default:
			t.leaveOut(c, draft.RemarkNote, "it is not spoken")
		}
	}
}

// nextSync returns the time of the next <Sync>, or the end of the turn.
func nextSync(rest []*element, end transcript.Offset) transcript.Offset {
	for _, c := range rest {
		if c.name == "Sync" {
			return seconds(c.attr("time"))
		}
	}
	return end
}

// words adds a piece of text of the current speaker.
func (t *transcriber) words(e *element) {
	if strings.TrimSpace(t.Src.Slice(e.at)) == "" {
		return
	}
	if !t.open {
		name := ""
		if t.voice >= 0 && t.voice < len(t.voices) {
			id := t.voices[t.voice]
			if name = t.names[id]; name == "" {
				name = id
			}
		}
		t.begin(name, t.from, t.clock)
		t.open = true
	}
	t.text(e, ' ')
}

// event leaves out a sound, a comment or background noise. An attribute of e describes
// it, for the report.
func (t *transcriber) event(e *element) {
	t.Account(draft.SpanOmitted, e.at)
	desc := e.attr("desc")
	if desc == "" {
		desc = e.attr("type")
	}
	t.Remark(e.tag, draft.Remark{
		Kind: draft.RemarkNote, Level: draft.LevelInfo, Done: "left out, because it is not spoken: " + shortened(desc), Alternatives: []string{"add a note"},
	})
}
