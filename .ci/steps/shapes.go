package main

import (
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// shape is a form of text that may cause much work, such as "((((". Its text repeats
// the string in the field piece.
type shape struct {
	name, piece string
	number      func(i int) string // returns the piece with the given index, instead of piece; may be nil
}

// text returns a text of this shape. The text has n bytes, or up to one piece more.
func (s *shape) text(n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		if s.number != nil {
			b.WriteString(s.number(i))
		} else {
			b.WriteString(s.piece)
		}
	}
	return b.String()
}

// shapes returns all forms of text with which functions are called.
func shapes() []shape {
	word := func(i int) string { return "w" + strconv.Itoa(i) + " " }
	list := []shape{
		{name: "different words", number: word},
		{name: "different lines", number: func(i int) string { return word(i) + "\n" }},
		{name: "parameters", number: func(i int) string { return "&p" + strconv.Itoa(i) + "=1" }},
		{name: "labels", number: func(i int) string { return "S" + strconv.Itoa(i) + ": x\n" }},
	}
	for _, piece := range []string{
		"a", "a ", "again ", "a\n", "a\n\n", " ", "\n", "\u0301", "e\u0301", "\u200b", "\ufe0f", "\xff", "中", "❤️",
		"[", "(", "[a](b) ", "\"", "'", "’", ":", ";", ",", ".", "-", "--", "*", "**", "_", "\\", "/", "<", ">",
		"&", "&amp;", "<b>", "#", "%", "%41", "%F", "=", "&a=b", "~", "1", "9.", "0:01 ", "A: x\n", "ß", "ﬁ",
		"E", "É", "-->", "{", "[{", `{"a":`, `\u0041`, `"",`, "a,", "~1", "{0}", "a=b\n",
	} {
		list = append(list, shape{name: strconv.QuoteToASCII(piece), piece: piece})
	}
	return list
}

// talk is a form of transcript that may cause much work. The function in the field make
// returns a transcript that has some part n times: for example, it makes n turns or n
// speakers.
type talk struct {
	name string
	make func(n int) *transcript.Transcript
}

// talks returns all forms of transcripts that have many parts.
func talks() []talk {
	// "topics of a turn" is one turn with n topics.
	return []talk{
		{"turns of one letter", turns(func(i int) transcript.Turn { return turn(i, "a") })},
		{"turns of different words", turns(func(i int) transcript.Turn { return turn(i, "w"+strconv.Itoa(i)) })},
		{"turns of several paragraphs", turns(func(i int) transcript.Turn { return turn(i, "a\na\na") })},
		{"notes", turns(noteAt)},
		{"questions", turns(func(i int) transcript.Turn { return question(i, 0) })},
		{"answers to one question", turns(func(i int) transcript.Turn { return question(i, 1) })},
		{"answers to other questions", turns(func(i int) transcript.Turn { return question(i, i) })},
		{"times", turns(timedAt)},
		{"times that are the same", turns(sameTime)},
		{"days", turns(datedAt)},
		{"different speakers", manySpeakers},
		{"speakers without turns", silentSpeakers},
		{"speakers with one name", sameNames},
		{"topics of a turn", topicsOfATurn},
		{"topics that are not used", unusedTopics},
		{"a topic for each turn", topicForEachTurn},
		{"a topic for each note", topicForEachNote},
		{"one topic", oneTopic},
		{"corrections", corrections},
		{"aliases", aliases},
		{"ids that are the same", turns(sameID)},
	}
}
