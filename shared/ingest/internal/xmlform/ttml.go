package xmlform

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
)

// TTML returns the format TTML of the W3C, also called DFXP and IMSC. Apple Podcasts uses
// it for transcripts.
func TTML() draft.Format {
	return draft.Format{Name: "ttml", Detect: func(src *source.Source) bool { return source.RootElement(src.Text[src.Start:]) == "tt" }, Read: readTTML}
}

// ttml reads the paragraphs of a TTML document as captions.
type ttml struct {
	captions
	units  units
	agents map[string]string // names of speakers, by the id of their <ttm:agent>
}

// readTTML turns a TTML document into WebVTT captions, and reads those. So a label in the
// words, such as "ADA:", is found by the same rules as in all captions.
func readTTML(src *source.Source, l *draft.Ledger, n draft.Nested) (*draft.Draft, string, error) {
	// Example: <p begin="1s" ttm:agent="a">Yes.</p> becomes a WebVTT caption with the
	// line "<v Ada>Yes.", if the agent a has the name Ada.
	root, err := parse(src)
	if err != nil {
		return nil, "", err
	}
	t := &ttml{captions: newCaptions(src), units: unitsOf(root), agents: map[string]string{}}
	root.each(t.agent, "agent")
	if body := root.child("body"); body != nil {
		t.element(body, span{}, "")
	}
	d, err := t.read(l, n, "ttml")
	if err != nil {
		return nil, "", err
	}
	for _, f := range t.findings(root) {
		d.AddFinding(f)
	}
	t.report(d)
	return d, "TTML; cues: " + strconv.Itoa(t.cues), nil
}

// findings returns the language and the title of the document.
func (t *ttml) findings(root *element) []draft.Finding {
	d := draft.New(t.Src) // the captions are in a derived text, which has other positions
	d.FindLang(root.attr("lang"), root.tag, "says so in xml:lang")
	if head := root.child("head"); head != nil {
		if title := head.find("title"); title != nil {
			d.FindTitle(title.words(t.Src), title.tag, "says so in the element title")
		}
	}
	return d.Findings
}

// agent records the name of a speaker: the full name, or else the given and the family
// name, or else the id.
func (t *ttml) agent(e *element) {
	full, given, family := "", "", ""
	e.each(func(name *element) {
		switch words := name.words(t.Src); name.attr("type") {
		case "given":
			given = words
		case "family":
			family = words
		default:
			full = words
		}
	}, "name")
	if full == "" {
		full = strings.TrimSpace(given + " " + family)
	}
	if id := e.attr("id"); full == "" {
		full = id
	}
	t.agents[e.attr("id")] = full
}

// span is a time in milliseconds, from begin to end. The end is 0 if it is unknown.
type span struct{ begin, end int64 }

// element reads the body, a division or a paragraph. The argument parent has the times of
// the parent element, and agent is the speaker's id. If the parent is a sequence, the
// attribute begin counts from the end of the previous element (TTML2, section 12.2.4).
// The result has the times of e.
func (t *ttml) element(e *element, parent span, agent string) span {
	// Example: in a <div begin="30s" timeContainer="seq">, the first <p dur="2s"> is
	// from 30 s to 32 s, and the next one begins at 32 s.
	own := t.time(e, parent)
	if id := e.attr("agent"); id != "" {
		agent = id
	}
	if e.name == "p" {
		t.paragraph(e, own, agent)
		return own
	}
	at := own
	for _, c := range e.children {
		if !oneOf(c.name, []string{"div", "p", "body"}) {
			continue
		}
		last := t.element(c, at, agent)
		if e.attr("timeContainer") == "seq" {
			at.begin = max(last.begin, last.end)
		}
	}
	if own.end == 0 && e.attr("timeContainer") == "seq" {
		own.end = at.begin
	}
	return own
}

// time returns the times of the element e. In the document they are relative to the start
// of the parent element. In the result they are relative to the start of the recording.
func (t *ttml) time(e *element, parent span) span {
	own := parent
	begin, _ := t.units.read(e.attr("begin"))
	own.begin += begin
	end, ended := t.units.read(e.attr("end"))
	dur, lasts := t.units.read(e.attr("dur"))
	switch {
	case lasts && (!ended || begin+dur < end):
		own.end = own.begin + dur
	case ended:
		own.end = parent.begin + end
	}
	return own
}

// paragraph writes a paragraph as a caption. If the paragraph has no times, they come
// from its <span> elements. The start is that of the first <span> with the attribute
// begin, and the end is that of the last <span> with an end or a duration.
func (t *ttml) paragraph(e *element, own span, agent string) {
	if !e.has("begin") && !e.has("dur") && !e.has("end") {
		first := true
		e.each(func(s *element) {
			inner := t.time(s, own)
			if s.has("begin") && first {
				own.begin, first = inner.begin, false
			}
			if s.has("end") || s.has("dur") {
				own.end = inner.end
			}
		}, "span")
	}
	if t.begin(e.tag, own) {
		t.content(e, t.agents[agent], len(t.agents) > 0 || agent != "")
	}
}

// content writes the words of a paragraph or a <span>. A <span> may name another speaker
// than the paragraph does.
func (t *ttml) content(e *element, name string, voices bool) {
	if voices {
		t.voice(name, e.tag)
	}
	for _, c := range e.children {
		switch {
		case c.name == "":
			t.text(c)
		case c.name == "br":
			t.space = true
		case c.name == "span" && c.has("agent"):
			t.content(c, t.agents[c.attr("agent")], true)
			t.lineBreak()
		case c.name == "span" && c.attr("role") == "x-bg":
			t.content(c, name, false)
		case c.name == "span" || c.name == "":
			t.content(c, name, false)
		default:
			t.omitted = append(t.omitted, c) // metadata, such as ttm:desc
		}
	}
}

// units has the units of time that a document declares.
type units struct {
	frames, ticks float64 // in a second
	bare          bool    // a number without a unit, such as 0.480, is in seconds
}

// unitsOf reads the parameters of a document (TTML2, section 7.2).
func unitsOf(root *element) units {
	u := units{frames: 30, ticks: 1, bare: true}
	declared := false
	if v, err := strconv.ParseFloat(root.attr("frameRate"), 64); err == nil && v > 0 {
		u.frames, declared = v, true
	}
	if a, b, ok := strings.Cut(strings.TrimSpace(root.attr("frameRateMultiplier")), " "); ok {
		x, _ := strconv.ParseFloat(a, 64)
		y, _ := strconv.ParseFloat(strings.TrimSpace(b), 64)
		if x > 0 && y > 0 {
			u.frames *= x / y
		}
	}
	if declared {
		u.ticks = u.frames
	}
	if v, err := strconv.ParseFloat(root.attr("tickRate"), 64); err == nil && v > 0 {
		u.ticks = v
	}
	return u
}

// read reads a time expression, such as 00:00:05:15, 10.5s or 70t (TTML2, section
// 12.3.1), and returns the time in milliseconds. The second result is false for any other
// text.
func (u units) read(text string) (int64, bool) {
	// A number without a unit, as in begin="0.480", is in seconds. Apple Podcasts writes
	// such numbers.
	text = strings.TrimSpace(text)
	if strings.Contains(text, ":") {
		return u.clock(text)
	}
	number := strings.TrimRight(text, "hmsft")
	v, err := strconv.ParseFloat(number, 64)
	if err != nil || v < 0 {
		return 0, false
	}
	switch text[len(number):] {
	case "h":
		v *= 3600
	case "m":
		v *= 60
	case "ms":
		v /= 1000
	case "f":
		v /= u.frames
	case "t":
		v /= u.ticks
	case "s":
	default:
		if !u.bare || text != number {
			return 0, false
		}
	}
	ms, ok := source.Seconds(v).Millis()
	return ms, ok
}

// clock reads a time with colons, such as 00:00:05:15, and returns it in milliseconds.
// The fourth field is a number of frames. The second result is false for any other text.
func (u units) clock(text string) (int64, bool) {
	fields := strings.Split(text, ":")
	total := 0.0
	for i, f := range fields {
		v, err := strconv.ParseFloat(f, 64)
		if err != nil || v < 0 || i > 3 {
			return 0, false
		}
		if i == 3 {
			total += v / u.frames
		} else {
			total = total*60 + v
		}
	}
	ms, ok := source.Seconds(total).Millis()
	return ms, ok
}

// report adds remarks (entries of the report) about elements of the paragraphs that are
// not words, such as metadata.
func (t *ttml) report(d *draft.Draft) {
	for _, e := range t.omitted {
		if words := e.words(t.Src); words != "" {
			p := t.Src.Position(e.at.Start)
			d.Remarks = append(d.Remarks, draft.Remark{
				Position: p, Kind: draft.RemarkNote, Level: draft.LevelInfo, Text: shortened(words),
				Done: "left out, because it is not shown: " + shortened(words), Alternatives: []string{"add it to a turn"},
			})
		}
	}
}
