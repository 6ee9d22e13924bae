package ingest

import (
	"golang.org/x/net/html"
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// captions reads what WebVTT and SubRip have in common: blocks of lines, apart
// by blank ones, with a line of two times.
type captions struct {
	*draft
	ledger *ledger
	known  map[string]bool // folded names that stand before colons
	voices int             // voice tags
	named  int             // labels with a colon
	cuesIn int             // cues, as the source counts them
	commas int             // times that are written with a comma

	clock clock
	said  bool // a speaker was named in the open caption

	dashes bool // in the open caption a dash begins each person's words
	headed bool // a name stands alone on the first line of each caption
	strict bool // WebVTT by its header, which knows no tags in braces
}

// openEnd is the last millisecond before the hundredth hour: what stands for an
// end that nobody knows, in files of ours and others.
const openEnd = 100*3600*1000 - 1

// arrow stands between the times of a cue.
const arrow = "-->"

// timesIn reads a line such as 00:00:01.000 --> 00:00:02.500 align:start.
func timesIn(line string) (start, end transcript.Offset, ok bool) {
	left, right, found := strings.Cut(line, arrow)
	if !found {
		return commaTimes(line)
	}
	right = strings.TrimSpace(right)
	if i := strings.IndexAny(right, " \t"); i >= 0 {
		right = right[:i]
	}
	start, end = looseClock(left), looseClock(right)
	return start, end, !start.IsZero()
}

// commaTimes reads a line such as 0:00:01.000,0:00:02.500, as in SubViewer's
// files, which YouTube writes.
func commaTimes(line string) (start, end transcript.Offset, ok bool) {
	left, right, found := strings.Cut(strings.TrimSpace(line), ",")
	if !found || strings.IndexByte(left, '.') < 0 || strings.IndexByte(right, '.') < 0 {
		return start, end, false
	}
	start, end = wholeClock(left), wholeClock(right)
	return start, end, !start.IsZero() && !end.IsZero()
}

// looseClock reads a time of which tools leave out zeros, such as 0:0:2.93.
func looseClock(text string) transcript.Offset {
	if o := wholeClock(text); !o.IsZero() {
		return o
	}
	const longest = 20
	text = strings.TrimSpace(text)
	if len(text) > longest {
		return transcript.Offset{}
	}
	fields := strings.Split(text, ":")
	for i, f := range fields[1:] {
		if len(f) > 0 && isDigit(f[0]) && (len(f) == 1 || !isDigit(f[1])) {
			fields[i+1] = "0" + f
		}
	}
	return wholeClock(strings.Join(fields, ":"))
}

// block is consecutive lines that are not blank.
type block struct {
	lines []transcript.Range
	n     int
	soft  bool // the line before it only looks blank
}

// blocks returns the blocks of src.
func blocks(src *source) []block {
	var list []block
	var lines []transcript.Range
	gap, soft := true, false
	for line := range src.lines() {
		if strings.TrimSpace(src.slice(line)) == "" {
			gap, soft = true, line.Start < line.End && (soft || !gap)
			continue
		}
		if gap {
			list = append(roomy(list), block{soft: soft})
			gap, soft = false, false
		}
		lines = append(roomy(lines), line)
		list[len(list)-1].n++
	}
	for i := range list { // the lines have their place only now
		list[i].lines, lines = lines[:list[i].n:list[i].n], lines[list[i].n:]
	}
	return list
}

// census finds out which names before colons are speakers', and whether names
// stand on lines of their own.
func (c *captions) census(list []block) {
	c.headed = c.headedBy(list)
	k := &census{src: c.src, byFold: map[string]*candidate{}}
	for _, b := range list {
		cue := b.soft
		for _, line := range b.lines {
			if _, _, ok := timesIn(c.src.slice(line)); ok {
				cue = true
				continue
			}
			k.lines++
			cue = cue && !strings.Contains(c.src.slice(line), "<v ") // a voice says who speaks
			if cue {
				k.outset(c.slot(line), false)
			}
		}
	}
	c.known = k.speakers(c.ledger)
}

// headedBy reports whether every caption begins with a name alone on its line,
// as in what Teams once wrote: a few names, each with words under it.
func (c *captions) headedBy(list []block) bool {
	n, names := 0, map[string]bool{}
	for _, b := range list {
		for i, line := range b.lines {
			if _, _, ok := timesIn(c.src.slice(line)); !ok {
				continue
			}
			if i+2 >= len(b.lines) {
				return false
			}
			name := c.src.slice(c.src.body(b.lines[i+1]))
			if !isLabelName(name) || endsSentence(name) {
				return false
			}
			n++
			names[name] = true
		}
	}
	return n > 2 && 2*len(names) <= n+1
}

// slot reads what may open speech at the outset of a line: a dash, arrows, tags
// other than voices, a label.
func (c *captions) slot(line transcript.Range) slot {
	text := c.src.text
	at := c.opening(line)
	for at < line.End && (text[at] == '<' || text[at] == '{') && !isVoice(text[at:line.End]) {
		n := c.tagLength(text[at:line.End])
		if n == 0 {
			break
		}
		at = skipSpace(text, at+n, line.End)
	}
	for strings.HasPrefix(text[at:line.End], "&gt;") {
		at = skipSpace(text, at+len("&gt;"), line.End)
	}
	return slotAt(text, at, line.End)
}

// opening returns where a line begins behind its dashes.
func (c *captions) opening(line transcript.Range) int {
	at := skipSpace(c.src.text, line.Start, line.End)
	for {
		rest := c.src.text[at:line.End]
		n := len(rest) - len(strings.TrimLeft(rest, "-–‐*"))
		if n == 0 {
			return at
		}
		at = skipSpace(c.src.text, at+n, line.End)
	}
}

func isVoice(tag string) bool {
	return strings.HasPrefix(tag, "<v ") || strings.HasPrefix(tag, "<v.") || strings.HasPrefix(tag, "<v>") || strings.HasPrefix(tag, "<v\t")
}

// caption reads a cue's lines from the line of times on.
func (c *captions) caption(lines []transcript.Range) {
	times := c.src.slice(lines[0])
	start, end, _ := timesIn(times)
	if ms, _ := end.Millis(); ms == openEnd {
		end = transcript.Offset{}
	}
	if left, _, _ := strings.Cut(times, arrow); strings.Contains(left, ",") {
		c.commas++
	}
	c.account(SpanTime, lines[0])
	c.clock, c.said = c.clockOf(start, end, lines[0]), false
	c.cuesIn++
	c.silent()
	c.dashes = c.dashed(lines[1:])
	spoken := lines[1:]
	if c.headed && len(spoken) > 1 {
		name := c.src.body(spoken[0])
		c.named++
		c.speaker(name, clean(c.src.slice(name)), name.End)
		spoken = spoken[1:]
	}
	for _, line := range spoken {
		c.payload(line)
	}
	c.settleNote()
}

// dashed reports whether the lines of a cue are those of several people: two or
// more begin with a dash.
func (c *captions) dashed(lines []transcript.Range) bool {
	n := 0
	for _, line := range lines {
		if s := strings.TrimLeft(c.src.slice(line), " \t"); strings.HasPrefix(s, "-") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "‐") {
			n++
		}
	}
	return n > 1
}

// silent begins a cue without a label: it goes on under the name before.
func (c *captions) silent() {
	open := cue{clock: c.clock, name: c.speaking(), silent: true}
	c.begin(open)
}

// speaking returns the name under which speech goes on; a note keeps it.
func (c *captions) speaking() string { return c.last().name }

// payload reads a line of a caption.
func (c *captions) payload(line transcript.Range) {
	s := c.slot(line)
	switch {
	case s.labelled() && !c.said && c.known[fold(clean(c.src.slice(s.label.name)))]:
		c.named++
		c.speaker(s.label.name, clean(c.src.slice(s.label.name)), s.label.end)
		c.account(SpanSeparator, transcript.Range{Start: line.Start, End: c.opening(line)})
		line.Start = s.label.end
	case !c.said && (s.marks > 0 || strings.HasPrefix(strings.TrimSpace(c.src.slice(line)), "&gt;&gt;")):
		c.change()
		c.account(SpanSeparator, transcript.Range{Start: line.Start, End: c.opening(line)})
		c.account(SpanSeparator, s.mark)
		line.Start = s.at
	default:
		line.Start = c.dash(line)
	}
	join := byte(' ')
	for line.Start < line.End {
		line.Start, join = c.run(line, join)
	}
}

// dash reads the dash at the outset of a line, and returns where the words
// begin. In a cue of several people each begins to speak there, unless a voice
// tag names them.
func (c *captions) dash(line transcript.Range) int {
	at := c.opening(line)
	voice := isVoice(c.src.text[at:line.End])
	if !voice && (!c.dashes || c.said) || at == skipSpace(c.src.text, line.Start, line.End) {
		return line.Start
	}
	if !voice {
		c.change()
	}
	c.account(SpanSeparator, transcript.Range{Start: line.Start, End: at})
	return at
}

// speaker begins a cue of that name, at most once without text before it.
func (c *captions) speaker(at transcript.Range, name string, end int) {
	next := cue{label: at, name: name, clock: c.clock}
	if open := c.last(); len(open.parts) == 0 && open.label.Start == open.label.End && len(c.cues) > 1 {
		*open = next
	} else {
		c.begin(next)
	}
	c.accountLabel(label{at, end})
}

// change begins a cue of somebody whom the source does not name.
func (c *captions) change() {
	if open := c.last(); open.silent && len(open.parts) == 0 {
		*open = cue{clock: c.clock}
		return
	}
	c.begin(cue{clock: c.clock})
}

// run reads text up to the next tag, or a tag, and returns where to go on and
// how what follows joins.
func (c *captions) run(line transcript.Range, join byte) (int, byte) {
	text := c.src.text[line.Start:line.End]
	at, n := c.nextTag(text)
	if at == 0 {
		c.tag(transcript.Range{Start: line.Start, End: line.Start + n})
		return line.Start + n, join
	}
	r := transcript.Range{Start: line.Start, End: line.Start + at}
	return r.End, c.words(r, join)
}

// nextTag returns where the first tag of text begins and its length, or the
// length of text and 0.
func (c *captions) nextTag(text string) (at, n int) {
	for at < len(text) {
		i := strings.IndexAny(text[at:], "<{")
		if i < 0 {
			break
		}
		at += i
		if n = c.tagLength(text[at:]); n > 0 {
			return at, n
		}
		at++
	}
	return len(text), 0
}

// tagLength returns the length of the tag that text begins with: <v Name>, </i>,
// <00:00:01.000>, or SubRip's {\an8}; 0 when it is none.
func (c *captions) tagLength(text string) int {
	const longest = 300
	closer := byte('>')
	if text[0] == '{' {
		if c.strict || !strings.HasPrefix(text, `{\`) {
			return 0
		}
		closer = '}'
	}
	n := strings.IndexByte(text[:min(len(text), longest)], closer) + 1
	if n < 3 {
		return 0
	}
	if b := text[1]; closer == '}' || b == '/' || b >= 'a' && b <= 'z' || isDigit(b) || b >= 'A' && b <= 'Z' && n < 40 {
		return n
	}
	return 0
}

// tag reads a tag; only voices mean something here.
func (c *captions) tag(r transcript.Range) {
	inner := strings.Trim(c.src.slice(r), "<>")
	switch {
	case inner == "/v":
		if c.said {
			c.begin(cue{clock: c.clock, name: c.speaking(), silent: true})
		}
		c.said = false
	case strings.HasPrefix(inner, "lang "):
		if open := c.last(); len(open.parts) == 0 {
			open.lang = strings.TrimSpace(inner[len("lang "):])
			c.account(SpanMeta, r)
			return
		}
	case inner == "v" || strings.HasPrefix(inner, "v ") || strings.HasPrefix(inner, "v.") || strings.HasPrefix(inner, "v\t"):
		c.voice(r, inner)
		return
	}
	c.account(SpanMarkup, r)
}

func (c *captions) voice(r transcript.Range, inner string) {
	i := strings.IndexAny(inner, " \t")
	name := ""
	if i >= 0 {
		name = cleanName(html.UnescapeString(inner[i:]))
	}
	if name == "" {
		c.account(SpanMarkup, r)
		return
	}
	c.voices++
	c.said = true
	raw := strings.TrimSpace(inner[i:])
	start := r.Start + strings.Index(c.src.slice(r), raw)
	c.speaker(transcript.Range{Start: start, End: start + len(raw)}, name, start+len(raw))
}

// evidence sums up what was found.
func (c *captions) evidence(what string) string {
	why := what + "; cues: " + strconv.Itoa(c.cuesIn)
	if c.voices > 0 {
		why += ", voice tags: " + strconv.Itoa(c.voices)
	}
	if c.named > 0 {
		why += ", labels: " + strconv.Itoa(c.named)
	}
	return why
}
