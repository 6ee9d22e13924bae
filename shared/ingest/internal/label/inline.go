package label

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/transcript"
)

// MarkKind is the kind of an [InlineMark].
type MarkKind int

// The kinds of marks in a text, such as "**".
const (
	MarkStyle  MarkKind = iota // only changes how words look, or where they link to: "**", "](https://example.org)"
	MarkStruck                 // words that are struck out: "~~no~~"
	MarkTime                   // a time that is not spoken: "[02:15.00]", "#00:00:05-2#"
	MarkImage                  // an image, with the text that describes it: "![a harbour](a.png)"
)

// InlineMark is a range of a text that is a mark, such as "**", and not part of the
// words.
type InlineMark struct {
	transcript.Range
	Kind MarkKind
}

// maxLink is the maximum length in bytes of a link in Markdown, from bracket to
// parenthesis.
const maxLink = 2048

// InlineMarks returns the marks inside the text s, in order. Marks are those of
// CommonMark 0.31, chapter 6, with the tildes of GitHub and the apostrophes of Wikitext.
// If markdown is false, it returns only marks that rarely occur by chance: bold type,
// links, references to footnotes, times, and images whose address looks like a file. The
// time that this takes grows linearly with the length of s.
func InlineMarks(s string, markdown bool) []InlineMark {
	if !strings.ContainsAny(s, "*_[](#<~'`\\") {
		return nil
	}
	f := &markFinder{s: s, markdown: markdown}
	for f.i < len(s) {
		f.step()
	}
	slices.SortFunc(f.marks, func(a, b InlineMark) int { return a.Start - b.Start })
	return f.marks
}

// markFinder finds marks, such as "**", in the text s from left to right.
type markFinder struct {
	s        string
	i        int
	markdown bool
	open     []transcript.Range // runs such as "**" that may begin emphasis
	marks    []InlineMark
}

// step reads one character, or one mark such as "**".
func (f *markFinder) step() {
	switch b := f.s[f.i]; b {
	case '\\':
		if f.i == len(f.s)-1 && f.markdown { // a line break of Markdown
			f.mark(f.i, len(f.s), MarkStyle)
		}
		f.i += 2
	case '*', '_', '~', '\'', '`':
		f.run(b)
	case '[':
		f.bracket()
	case '#', '(': // "(00:02:15)"; "(2:15)" may be spoken
		f.time()
	case '<':
		f.tag()
	default:
		f.i++
	}
}

// mark stores the mark s[start:end].
func (f *markFinder) mark(start, end int, kind MarkKind) {
	f.marks = append(f.marks, InlineMark{transcript.Range{Start: start, End: end}, kind})
}

// run reads a run of equal marks, such as "**". If an earlier run is equal, and the two
// runs can begin and end emphasis, it records both as marks.
func (f *markFinder) run(b byte) {
	// Example: the marks in "2 * 3" and "snake_case" stay part of the words. In "2 * 3",
	// the run is not next to a word. In "snake_case", it is inside a word.
	const most = 64 // open runs
	start := f.i
	for f.i < len(f.s) && f.s[f.i] == b {
		f.i++
	}
	n := f.i - start
	if !f.marksStyle(b, n) {
		return
	}
	before, _ := utf8.DecodeLastRuneInString(f.s[:start])
	after, _ := utf8.DecodeRuneInString(f.s[f.i:])
	inside := b == '_' && isWord(before) && isWord(after)
	if start > 0 && !unicode.IsSpace(before) && !inside {
		for k := len(f.open) - 1; k >= 0; k-- {
			o := f.open[k]
			if o.End-o.Start != n || f.s[o.Start] != b {
				continue
			}
			f.open = f.open[:k]
			if b == '~' {
				f.strike(o.Start, f.i)
				return
			}
			f.mark(o.Start, o.End, MarkStyle)
			f.mark(start, f.i, MarkStyle)
			return
		}
	}
	if f.i < len(f.s) && !unicode.IsSpace(after) && !inside && len(f.open) < most {
		f.open = append(f.open, transcript.Range{Start: start, End: f.i})
	}
}

// strike records that the words s[start:end] are struck out. It removes the marks inside,
// because they are part of the struck words.
func (f *markFinder) strike(start, end int) {
	for len(f.marks) > 0 && f.marks[len(f.marks)-1].Start >= start {
		f.marks = f.marks[:len(f.marks)-1]
	}
	f.mark(start, end, MarkStruck)
}

// marksStyle reports whether a run of n characters b may be a mark.
func (f *markFinder) marksStyle(b byte, n int) bool {
	switch b {
	case '*':
		return n == 2 || f.markdown && n < 4
	case '_':
		return f.markdown && n < 4
	case '\'':
		return f.markdown && n > 1 && n < 6
	}
	return f.markdown && (b == '`' && n < 4 || n == 2)
}

// isWord reports whether r may be in a word.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// bracket reads "[": a time such as "[02:15.00]", or a link such as "[words](address)".
func (f *markFinder) bracket() {
	if f.time(); f.s[f.i-1] == ']' {
		return
	}
	open := f.i - 1
	if n := FootnoteLength(f.s[open:]); n > 0 { // "[^1]" refers to a footnote
		f.mark(open, open+n, MarkStyle)
		f.i = open + n
		return
	}
	if f.image(open) || f.markdown && f.wikiLink(open) {
		return
	}
	window := f.s[f.i:min(len(f.s), f.i+maxLink)]
	n := strings.IndexAny(window, "[]")
	if n < 0 || window[n] != ']' || !strings.HasPrefix(window[n:], "](") {
		return
	}
	address, _, ok := strings.Cut(window[n+2:], ")")
	if !ok || !f.markdown && !strings.HasPrefix(address, "http") {
		return
	}
	f.mark(open, f.i, MarkStyle)
	f.mark(f.i+n, f.i+n+len("]()")+len(address), MarkStyle)
	// Now f.i is at the words of the link, which are read next. The mark at the end of
	// the link, such as "](address)", is already recorded. The method step does not
	// record it again, because step skips "]".
}

// FootnoteLength returns the length of the reference to a footnote that s begins with, such
// as "[^1]", or 0 if there is none. Pandoc, GitHub and others write footnotes in this way.
func FootnoteLength(s string) int {
	const longest = 40
	if !strings.HasPrefix(s, "[^") {
		return 0
	}
	n := strings.IndexAny(s[:min(len(s), longest)], "] \t\r\n")
	if n <= len("[^") || s[n] != ']' {
		return 0
	}
	return n + 1
}

// tag reads a tag of HTML that only changes how words look, such as "<sub>", or the
// marks around an address, as in "<https://example.org>".
func (f *markFinder) tag() {
	start := f.i
	f.i++
	if !f.markdown {
		return
	}
	name, _, ok := strings.Cut(f.s[f.i:min(len(f.s), f.i+maxLink)], ">")
	switch {
	case !ok:
	case strings.HasPrefix(name, "http://"), strings.HasPrefix(name, "https://"):
		f.mark(start, f.i, MarkStyle)
		f.i += len(name) + 1
		f.mark(f.i-1, f.i, MarkStyle)
	case isStyleTag(name):
		f.i += len(name) + 1
		f.mark(start, f.i, MarkStyle)
	case strings.EqualFold(name[:min(len(name), len("img "))], "img "):
		f.i += len(name) + 1
		f.mark(start, f.i, MarkImage)
	}
}

// isStyleTag reports whether name is the name of a tag that only changes how words look,
// such as "sub" or "/sub".
func isStyleTag(name string) bool {
	switch strings.ToLower(strings.TrimRight(strings.TrimPrefix(name, "/"), " /")) {
	case "sub", "sup", "i", "b", "em", "strong", "u", "br", "mark", "small", "cite", "q", "kbd", "code":
		return true
	}
	return false
}
