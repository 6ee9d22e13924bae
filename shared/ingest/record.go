package ingest

import (
	"strconv"
	"strings"
	"unicode"

	"quoteline/shared/transcript"
)

// readRecord reads the US Congressional Record as the Government Publishing
// Office sets it: labels end with a point (Mr. REID. Mr. President, …), a
// paragraph is indented by two, lines are broken at 72 characters.
func readRecord(src *source, _ *ledger) (*draft, string, error) {
	const look = 4096
	head := src.text[src.start:min(len(src.text), src.start+look)]
	known := strings.Contains(head, "Congressional Record") && (strings.Contains(head, "[Congressional Record Volume") || strings.Contains(head, "[Page"))
	if !known && !speaksByPoint(src) {
		return nil, "", nil
	}
	r := &record{draft: newDraft(src), known: known}
	for line := range src.lines() {
		r.line(line)
	}
	switch {
	case known && r.labels > 0:
		return r.draft, "the Congressional Record's head; labels that end with a point: " + strconv.Itoa(r.labels), nil
	case r.labels >= 4 && r.labels > r.colons:
		return r.draft, "labels in the style of a parliament's record, ending with a point: " + strconv.Itoa(r.labels), nil
	}
	return nil, "", nil
}

// speaksByPoint reports whether one of the first lines begins with a label that a
// point ends.
func speaksByPoint(src *source) bool {
	const look = 400 // lines
	n := 0
	for line := range src.lines() {
		if _, ok := memberAt(strings.TrimSpace(src.slice(line))); ok {
			return true
		}
		if n++; n > look {
			break
		}
	}
	return false
}

// record reads the lines.
type record struct {
	*draft
	known  bool // the head says what it is
	labels int
	colons int // lines that begin with a label and a colon, which are not of this format
	blank  bool
	page   bool // a page's number interrupts a paragraph
}

func (r *record) line(line transcript.Range) {
	text := r.src.text
	at := skipSpace(text, line.Start, line.End)
	end := line.Start + len(strings.TrimRightFunc(r.src.slice(line), unicode.IsSpace))
	body := transcript.Range{Start: at, End: end}
	switch {
	case at >= end:
		r.blank = true
		return
	case r.leftOut(body):
		return
	case at-line.Start <= 4:
		if name, ok := memberAt(text[at:end]); ok && (at > line.Start || !r.known) {
			r.open(label{transcript.Range{Start: at, End: at + name}, at + name + 1})
			r.labels++
			body.Start = skipSpace(text, at+name+1, end)
		} else if _, ok := labelAt(text, at, end); ok {
			r.colons++
		}
	}
	if clerkActs(text[body.Start:body.End]) && len(r.cues) > 1 {
		r.begin(cue{name: r.last().name, silent: true, note: true})
	}
	r.paragraph(line, body)
	r.blank, r.page = false, false
}

// paragraph adds a line's text: an indented line begins a paragraph.
func (r *record) paragraph(line, body transcript.Range) {
	if body.Start >= body.End {
		return
	}
	join := byte(' ')
	if indented := body.Start > line.Start; len(r.last().parts) == 0 || (indented || r.blank) && !(r.page && !indented) {
		join = '\n'
		if c := r.last(); c.note && len(c.parts) > 0 {
			r.begin(cue{name: c.name, silent: true})
		}
	}
	r.add(part{Range: body, join: join})
}

// leftOut reports whether a line is no speech: a page's number, a rule, the
// publisher's head.
func (r *record) leftOut(body transcript.Range) bool {
	s := r.src.slice(body)
	switch {
	case strings.HasPrefix(s, "[[Page") || strings.HasPrefix(s, "[Page") && strings.HasSuffix(s, "]"):
		r.page = true
		r.account(SpanOmitted, body)
		r.remark(body, Remark{Kind: RemarkFooter, Level: LevelInfo, Done: "left out: the number of a printed page", Alternatives: []string{}})
	case isRule(s):
		r.account(SpanOmitted, body)
		r.remark(body, Remark{Kind: RemarkFooter, Level: LevelInfo, Done: "left out: a rule between parts", Alternatives: []string{}})
	case len(r.cues) == 1 && (strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") || strings.HasPrefix(s, "From the Congressional Record Online")):
		r.account(SpanMeta, body)
		r.remark(body, Remark{Kind: RemarkFront, Level: LevelInfo, Done: "left out: the publisher's head", Alternatives: []string{"add it to the transcript's note"}})
	default:
		return false
	}
	return true
}

// isRule reports whether s is a line drawn with signs.
func isRule(s string) bool {
	return len(s) >= 3 && strings.IndexByte("_-*= \x93", s[len(s)-1]) >= 0 && (strings.Trim(s, "_ ") == "" || strings.Trim(s, "-– ") == "" || strings.Trim(s, "* ") == "" || strings.Trim(s, "= ") == "")
}

// clerkActs reports whether a line tells what a clerk did.
func clerkActs(s string) bool {
	for _, who := range []string{"The legislative clerk ", "The assistant legislative clerk ", "The bill clerk ", "The senior assistant legislative clerk ", "The Clerk "} {
		if rest, ok := strings.CutPrefix(s, who); ok {
			return strings.HasPrefix(rest, "proceeded ") || strings.HasPrefix(rest, "read ") || strings.HasPrefix(rest, "called ")
		}
	}
	return false
}

// memberAt returns the length of a label that s begins with and that a point
// ends: Mr. REID, Mrs. McCARTHY of New York, The PRESIDING OFFICER (Mr. Talent).
func memberAt(s string) (int, bool) {
	const longest = 80
	for _, title := range []string{
		"Mr. Manager ", "Mr. Counsel ", "Mrs. Manager ", "Ms. Manager ", "Mr. ", "Mrs. ", "Ms. ", "Miss ", "Dr. ", "Senator ", "Chairman ",
		"Chairwoman ", "The Acting ", "The ",
	} {
		rest, ok := strings.CutPrefix(s, title)
		if !ok {
			continue
		}
		n, loud := 0, false
		for n < len(rest) && n < longest {
			word := rest[n : n+wordLength(rest[n:])]
			core := strings.TrimSuffix(word, ".")
			switch {
			case isLoud(core):
				loud = true
			case !loud || !joinsTitle(core):
				return 0, false
			}
			n += len(word)
			if core != word && !isInitial(core) {
				return len(title) + n - 1, true
			}
			if open := strings.HasPrefix(rest[n:], " ("); open {
				if end := strings.Index(rest[n:min(len(rest), n+longest)], ")."); end > 0 {
					return len(title) + n + end + 1, true
				}
			}
			if n >= len(rest) || rest[n] != ' ' {
				return 0, false
			}
			n++
		}
	}
	return 0, false
}

func wordLength(s string) int {
	if i := strings.IndexAny(s, " \t"); i >= 0 {
		return i
	}
	return len(s)
}

// isLoud reports whether word is in capitals, but for a small c or two as in
// McCONNELL and deGRASSE.
func isLoud(word string) bool {
	small, capitals := 0, 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r):
			small++
		case !strings.ContainsRune("'’-.,", r):
			return false
		}
	}
	return capitals > 0 && (small == 0 || small <= 3 && capitals >= small+1)
}

func isInitial(word string) bool { return len(word) == 1 }

// joinsTitle reports whether word goes on a label behind its capitals.
func joinsTitle(word string) bool {
	r := []rune(word)
	return len(r) > 0 && (isParticle(word) || word == "pro" || word == "tempore" || word == "and" || unicode.IsUpper(r[0]))
}
