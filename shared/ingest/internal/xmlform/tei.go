package xmlform

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// TEI returns the format of the Text Encoding Initiative for speech (TEI P5, chapter 8).
// It also reads ParlaMint, Parla-CLARIN and ISO 24624, which are based on it.
func TEI() draft.Format {
	return format("tei", []string{"TEI", "teiCorpus"}, readTEI)
}

// tei reads the utterances <u> and the speeches <sp> of a TEI document.
type tei struct {
	*speech
	persons map[string]string            // names, by xml:id
	noted   map[string]string            // names that notes gave before, by the id in who
	times   map[string]transcript.Offset // of <when>, by xml:id
	note    *element                     // <note type="speaker"> before the next utterance
	unknown int                          // utterances whose speaker is listed in another file
}

func readTEI(src *source.Source, root *element) (*draft.Draft, string) {
	t := &tei{
		speech: newSpeech(src,
			[]string{"note", "kinesic", "vocal", "incident", "gap", "desc", "writing", "del", "sic", "orig", "abbr", "speaker", "stage", "fw"},
			[]string{"seg", "p", "ab", "l", "lg"}),
		persons: map[string]string{}, noted: map[string]string{}, times: map[string]transcript.Offset{},
	}
	t.language(root)
	if header := root.find("teiHeader"); header != nil {
		if titles := header.find("titleStmt"); titles != nil {
			t.title(titles.child("title"))
		}
	}
	root.each(t.person, "person", "org")
	root.each(t.timeline, "timeline")
	root.each(func(text *element) { t.walk(text, "", source.Clock{}) }, "text")
	return t.Draft, "TEI with utterances" + t.count()
}

// person records the name of a person. In the document, the surname may be before the
// forename.
func (t *tei) person(e *element) {
	name := e.find("persName")
	if name == nil {
		name = e.find("orgName")
	}
	if name == nil {
		return
	}
	var first, last []string
	name.each(func(n *element) {
		if words := n.words(t.Src); n.name == "surname" {
			last = append(last, words)
		} else {
			first = append(first, words)
		}
	}, "surname", "forename")
	whole := label.CleanName(strings.Join(append(first, last...), " "))
	if whole == "" {
		whole = label.CleanName(name.words(t.Src))
	}
	t.persons[e.attr("id")] = whole
}

// timeline records the times of the points <when>. The time of a point is absolute, or it
// is a number of seconds after another point (TEI P5, section 17.4.2).
func (t *tei) timeline(e *element) {
	scale := map[string]float64{"": 1, "s": 1, "ms": 0.001}[e.attr("unit")]
	for _, w := range e.children {
		id := w.attr("id")
		if at := source.WholeClock(w.attr("absolute")); !at.IsZero() {
			t.times[id] = at
			continue
		}
		since, ok := t.times[reference(w.attr("since"))].Millis()
		interval, given := seconds(w.attr("interval")).Millis()
		switch {
		case given && (ok || w.attr("since") == "") && scale > 0:
			t.times[id] = transcript.At(since + int64(float64(interval)*scale))
		case w.name == "when" && len(t.times) == 0:
			t.times[id] = transcript.At(0) // the origin
		}
	}
}

// reference returns the id in a reference such as "#ada", "p:ada" or "ada".
func reference(value string) string {
	value, _, _ = strings.Cut(strings.TrimSpace(value), " ")
	value = value[strings.IndexByte(value, '#')+1:]
	return value[strings.IndexByte(value, ':')+1:]
}

// walk reads the elements inside e in order. The arguments who (the speaker's id) and
// clock (the times) are those of the annotation block around e, or empty.
func (t *tei) walk(e *element, who string, clock source.Clock) {
	// A <note type="speaker"> is before its utterance, so it is kept until the utterance
	// is read.
	for _, c := range e.children {
		switch c.name {
		case "u", "sp":
			t.utterance(c, who, clock)
		case "annotationBlock":
			t.walk(c, c.attr("who"), t.clock(c))
		case "note":
			if c.attr("type") == "speaker" {
				t.note = c
				continue
			}
			t.leaveOut(c, draft.RemarkNote, "a note is not spoken")
		case "head", "fw":
			t.leaveOut(c, draft.RemarkHeading, "it is a heading")
		case "kinesic", "vocal", "incident", "stage":
			t.outside(c)
		case "spanGrp", "linkGrp", "listPerson", "back", "front":
			t.Account(draft.SpanOmitted, c.at)
		case "p", "ab", "seg":
			t.leaveOut(c, draft.RemarkFront, "it is in no utterance")
		default:
			t.walk(c, who, clock)
		}
	}
}

// outside adds an event between two utterances as a note. Before the first utterance,
// the event is left out.
func (t *tei) outside(e *element) {
	if len(t.Cues) == 1 || e.words(t.Src) == "" {
		t.leaveOut(e, draft.RemarkNote, "it is not spoken")
		return
	}
	unspoken := t.unspoken
	t.unspoken = nil
	t.speech.note(e)
	t.unspoken = unspoken
}

// clock returns the times of e. Its attributes start and end refer to points of the
// document's timeline.
func (t *tei) clock(e *element) source.Clock {
	return t.ClockOf(t.times[reference(e.attr("start"))], t.times[reference(e.attr("end"))], e.tag)
}

// utterance reads one utterance. The argument who refers to the person who speaks.
// Documents of ParlaMint list the persons in another file. In that case the speaker's
// name is in the note before the utterance.
func (t *tei) utterance(e *element, who string, clock source.Clock) {
	if own := e.attr("who"); own != "" {
		who = own
	}
	if own := t.clock(e); !own.Start.IsZero() {
		clock = own
	}
	note := t.note
	t.note = nil
	if s := e.child("speaker"); s != nil {
		note = s
	}
	name, from := t.speaker(e, who, note)
	t.begin(name, from, clock)
	join := byte(' ')
	if e.name == "sp" {
		join = '\n'
	}
	t.add(e, join)
}

// speaker returns the name of an utterance's speaker. The argument who is a reference to
// the speaker. The second result is the element that names the speaker.
func (t *tei) speaker(e *element, who string, note *element) (string, *element) {
	// Example: who="#OakBen" refers to no person in this file, but the note before the
	// utterance is "Mr. Oak (Green):". See testdata/tei.txtar.
	id := reference(who)
	noted := note.speakerOf(t.Src)
	if noted != "" {
		t.accountNote(note)
	}
	switch {
	case t.persons[id] != "":
		return t.persons[id], e
	case noted != "":
		if id != "" {
			t.noted[id] = noted
		}
		return noted, e
	case t.noted[id] != "":
		return t.noted[id], e
	case id == "":
		return "", e
	}
	if t.unknown++; t.unknown == 1 {
		t.Remark(e.tag, draft.Remark{
			Kind: draft.RemarkUnnamed, Level: draft.LevelCheck,
			Done:         "the id " + id + " is taken as the name, because the person is listed in another file",
			Alternatives: []string{"rename the speaker"},
		})
	}
	return id, e
}

// accountNote records, for the import report, that a <note> names a speaker. A <speaker>
// inside <sp> is recorded elsewhere, when it is left out of the words.
func (t *tei) accountNote(note *element) {
	if note.name == "note" {
		t.Account(draft.SpanMeta, note.at)
	}
}
