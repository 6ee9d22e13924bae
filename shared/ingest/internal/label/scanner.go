package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// scanner reads a label (a speaker's name and its marks) at the start of a line.
// The parts are in this order: the # characters of a heading, a time, emphasis, a
// name, and then a colon, a dash, a time or closing marks.
type scanner struct {
	text string
	i    int
	end  int
	Line
	emphasis string // marks that close the current emphasis or bracket
	closed   bool   // the closing marks were read
	dash     bool   // a dash follows the name
}

// rest returns the part of the line that has not been read yet.
func (s *scanner) rest() string { return s.text[s.i:s.end] }

// skip moves past white space.
func (s *scanner) skip() { s.i = source.SkipSpace(s.text, s.i, s.end) }

// readHashes reads the "###" of a heading. It also reads the "-" of a list item if
// bold type follows, as in "- **Ada**".
func (s *scanner) readHashes() {
	for s.i < s.end && s.text[s.i] == '#' && s.Hashes < 6 {
		s.Hashes++
		s.i++
	}
	if strings.HasPrefix(s.rest(), "- **") || strings.HasPrefix(s.rest(), "* **") {
		s.i += 2
	}
	s.skip()
}

// readTime reads a time at the current position, and a dash after the time. It
// returns false if there is no time here. It also returns false if a time was read
// earlier on this line.
func (s *scanner) readTime() bool {
	if s.Time.Start < s.Time.End {
		return false
	}
	c, after := s.timeAt(s.i)
	if after == 0 {
		return false
	}
	s.Clock, s.Time = c, transcript.Range{Start: s.i, End: after}
	s.Bracketed = strings.IndexByte("[(<#\\", s.text[s.i]) >= 0
	s.i = after
	r, _ := utf8.DecodeRuneInString(s.rest())
	s.Glued = !s.Bracketed && s.i < s.end && (unicode.IsLetter(r) || unicode.IsDigit(r))
	s.skip()
	if s.Name.End == 0 {
		s.TimeFirst = true
		_, next := source.TimePrefix(s.text, s.Time.Start, s.end)
		s.i = max(s.i, next)
	}
	return true
}

// readArrows reads the arrows after a time, as in "0:05 >> Ada: Yes." It returns false if
// there are none.
func (s *scanner) readArrows() bool {
	if !s.TimeFirst || !strings.HasPrefix(s.rest(), ">>") {
		return false
	}
	s.i = s.end - len(strings.TrimLeft(s.rest(), ">"))
	s.skip()
	return true
}

// timeAt reads a time at text[i]. A time in words, such as "1 minute 3 seconds", must be
// at the end of the line. At the start of a line it must have two units, because "3
// seconds" may be speech. The second result is the byte offset after the time, or 0 if
// there is no time.
func (s *scanner) timeAt(i int) (source.Clock, int) {
	if c, after := source.TimeRangeAt(s.text, i, s.end); after > 0 {
		return c, after
	}
	if i >= s.end || !source.IsDigit(s.text[i]) {
		return source.Clock{}, 0
	}
	c, after, units := source.TimeInWordsAt(s.text, i, s.end)
	if after == 0 || source.SkipSpace(s.text, after, s.end) < s.end || units < 2 && s.i == i && s.Name.End == 0 {
		return source.Clock{}, 0
	}
	return c, after
}

// readOpening reads the characters before a name that begin emphasis, such as "**",
// or the bracket "[" or "(".
func (s *scanner) readOpening() {
	for _, marks := range []string{"***", "**", "__", "*", "'''"} {
		if strings.HasPrefix(s.rest(), marks) {
			s.emphasis = marks
			s.i += len(marks)
			return
		}
	}
	if strings.HasPrefix(s.rest(), "[") {
		s.emphasis = "]"
		s.i++
	} else if strings.HasPrefix(s.rest(), "(") {
		s.emphasis = ")"
		s.i++
	}
}

// readName reads the speaker's name at the current position. It returns false if
// there is none.
func (s *scanner) readName() bool {
	end := s.nameEnd()
	name := strings.TrimRightFunc(s.text[s.i:end], unicode.IsSpace)
	if before, ok := strings.CutSuffix(name, ","); ok { // "Ada Long, 0:05"
		if _, after := s.timeAt(end); after > 0 {
			name = before
		}
	}
	if !IsLabelName(UnescapedMarkdown(name)) {
		return false
	}
	s.Name = transcript.Range{Start: s.i, End: s.i + len(name)}
	s.i = end
	return true
}

// nameEnd returns the offset after the name at the current position, s.i.
func (s *scanner) nameEnd() int {
	// The name ends before a colon or a tab. It also ends before the end of its
	// emphasis ("Ada**"), a dash ("Ada - 0:05") or a time ("Ada 0:05"). The name "Q"
	// also ends before a full stop or several spaces.
	limit := min(s.end, s.i+MaxNameBytes)
	for k := s.i; k < limit; k++ {
		switch b := s.text[k]; {
		case 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z': // most characters are letters, and no case below begins with one
		case b == '.' && isQA(s.text[s.i:k]) && strings.HasPrefix(s.text[k:limit], ". "), strings.HasPrefix(s.text[k:limit], ". - "), strings.HasPrefix(s.text[k:limit], ". – "):
			return k
		case k > s.i && source.GapLength(s.text[k:limit]) > 0 && s.text[s.i:k] == "Q":
			return k
		case b == ':' || b == '\t' || strings.HasPrefix(s.text[k:limit], "："):
			return k
		case s.emphasis != "" && strings.HasPrefix(s.text[k:limit], s.emphasis):
			return k
		case b == ' ' && k > s.i && beginsWithDash(s.text[k+1:limit]):
			return k
		case k > s.i && strings.IndexByte("([<0123456789", b) >= 0 && endsWithSpace(s.text[s.i:k]):
			if _, after := s.timeAt(k); after > 0 {
				return k
			}
		}
	}
	return limit
}

// endsWithSpace reports whether s ends with white space. A no-break space also counts,
// because pdftohtml writes it between words.
func endsWithSpace(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(r)
}

// beginsWithDash reports whether s begins with a dash or a vertical bar. Either may
// separate a name from a time: "Ann Lee - 0:05" or "Ann Lee | 0:05".
func beginsWithDash(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size > 0 && strings.ContainsRune("-–—|", r)
}

// readTail reads one mark after the name: the end of its emphasis, a colon, a dash or
// a time. It returns false if there is none.
func (s *scanner) readTail() bool {
	from := s.i
	s.skip()
	switch rest := s.rest(); {
	case rest == "":
		return false
	case !s.closed && s.emphasis != "" && strings.HasPrefix(rest, s.emphasis):
		s.closed = true
		s.i += len(s.emphasis)
		return true
	case !s.Colon && (rest[0] == ':' || strings.HasPrefix(rest, "：")):
		return s.readColon(rest)
	case !s.dash && !s.Colon && s.readDash(rest, s.text[from:s.i]):
		return true
	case s.readTime():
		return true
	}
	for _, mark := range []string{"- ", "– ", "— ", "| "} { // "Name - 0:05"
		if next, ok := strings.CutPrefix(s.rest(), mark); ok {
			if s.i = s.end - len(next); s.readTime() {
				return true
			}
		}
	}
	s.i = from
	return false
}

// readColon reads the colon at the start of rest. If the name is not bold or italic,
// it accepts the colon only if speech or a time can follow. Therefore "std::vector"
// is not a label. The result is false if the colon is not accepted.
func (s *scanner) readColon(rest string) bool {
	n := len("：")
	if rest[0] == ':' {
		n = 1
		timed := false
		if _, after := source.TimeRangeAt(s.text, source.SkipSpace(s.text, s.i+1, s.end), s.end); after > 0 {
			timed = true
		}
		if !timed && s.emphasis == "" && !OpensSpeech(rest[1:]) {
			return false
		}
	}
	s.Colon = true
	s.i += n
	return true
}

// readDash reads the mark after a speaker's name, if the mark is not a colon. After Q
// or A (question or answer), the mark is a dash or a full stop: "Q - Why?", "Q.
// Why?". After Q it may also be several spaces or a tab. After a name in capitals,
// the mark is a dash: "ADA LONG - Yes." The result is false if there is no such mark.
// The argument gap is the white space after the name, and rest is the text after this
// white space.
func (s *scanner) readDash(rest, gap string) bool {
	name := s.text[s.Name.Start:s.Name.End]
	n := dashLength(rest)
	s.qa = isQA(name) && n > 0 || name == "Q" && source.GapLength(gap) > 0
	if !s.qa && (n == 0 || strings.HasPrefix(rest, ". ") && n == len(". ") || !IsAllCapsName(name)) {
		return false
	}
	s.dash = true
	s.i += n
	return true
}
