// Package hostile makes sources that are meant to cause as much work as possible when
// they are ingested. Only tests import it.
package hostile

import (
	"strconv"
	"strings"
)

// Kind is a kind of source that is meant to cause as much work as possible.
type Kind struct {
	Name string

	head, piece, tail string           // the source is head, then piece repeated many times, then tail
	number            func(int) string // returns the piece with the given index, instead of piece; may be nil
	whole             func(int) string // returns the whole source of the given size, instead of the above; may be nil
}

// Source returns a source of approximately the given size in bytes.
func (k *Kind) Source(size int) string {
	if k.whole != nil {
		return k.whole(size)
	}
	var b strings.Builder
	b.Grow(size + len(k.head) + len(k.tail) + 256)
	b.WriteString(k.head)
	for i := 0; b.Len() < size-len(k.tail); i++ {
		if k.number != nil {
			b.WriteString(k.number(i))
		} else {
			b.WriteString(k.piece)
		}
	}
	b.WriteString(k.tail)
	return b.String()
}

// Kinds returns all kinds of sources that are meant to cause much work. The order is
// always the same.
func Kinds() []Kind {
	var all []Kind
	for _, list := range [][]Kind{labels(), lines(), captions(), names(), objects(), pages(), tables()} {
		all = append(all, list...)
	}
	return all
}

// labels returns dialogues with as many speakers' labels (such as "A:") as possible.
func labels() []Kind {
	return []Kind{
		{Name: "turns of one letter", piece: "A: x\n"},
		{Name: "one-letter labels", number: func(i int) string { return letters(i%26) + ": x\n" }},
		{Name: "distinct labels", number: func(i int) string { return letters(i) + ": x\n" }},
		{Name: "distinct numbered labels", number: func(i int) string { return "S" + strconv.Itoa(i) + ": x\n" }},
		{Name: "labels without text", piece: "A:\nB:\n"},
		{Name: "labels in a line", head: "A: x.\nB: y.\nA: z.\nB: ", piece: "x. A: "},
		{Name: "labels in sentences", head: "A: x.\nB: y.\nA: z.\nB: ", piece: "x A: "},
		{Name: "separators in a line", head: "A: x.>> B: y.>> A: ", piece: ">> x. "},
		{Name: "separated labels", head: "A: x.>> B: y.>> A: ", piece: "x.>> A: "},
		{Name: "bold labels", piece: "**A:** x\n"},
		{Name: "headings", piece: "# A\nx\n"},
		{Name: "questions and answers", piece: "Q. x\nA. y\n"},
		{Name: "labels with times", piece: "A 0:01\nx\n"},
		{Name: "labels on lines", piece: "A B\n\nx\n\n"},
		{Name: "small labels", piece: "ab: x\ncd: x\n"},
		{Name: "labels and notes", piece: "A: x\n(y)\n"},
		{Name: "labels of a record", head: "[Congressional Record Volume\n", piece: "  Mr. A. x\n"},
		{Name: "missions", head: "[00:00:00:01]\n", piece: "A: x\n"},
		{Name: "repeated lines", piece: "A: These are the words that are said again and again.\n"},
		{Name: "repeated blocks", whole: repeatedBlocks},
	}
}

// lines returns texts that have few speakers' labels or none.
func lines() []Kind {
	return []Kind{
		// Code that searches ahead to the end of the line could search far if the
		// line is long.
		{Name: "one long line", piece: "word "},
		{Name: "one long word", piece: "w"},
		{Name: "one line with a label", head: "Ada: ", piece: "word "},
		{Name: "blank lines", head: "A: x\n", piece: "\n", tail: "B: y\n"},
		{Name: "lines of one letter", piece: "x\n"},
		{Name: "lines of a capital", piece: "A\n"},
		{Name: "times", piece: "0:01\n"},
		{Name: "digits", piece: "1"},
		{Name: "lines of digits", piece: "1\n"},
		{Name: "colons", piece: ":"},
		{Name: "brackets", head: "A: x\nB: y\n", piece: "["},
		{Name: "round brackets", head: "A: x\nB: y\n", piece: "(("},
		{Name: "combining marks", head: "A: e", piece: "\u0301"},
		{Name: "combining marks in disorder", head: "A: e", piece: "\u0301\u0327"},
		{Name: "precomposed letters", head: "A: ", piece: "\uac01"},
		{Name: "stars", piece: "*"},
		{Name: "escapes", head: "**A:** x\n\n**B:** ", piece: `\*`},
		{Name: "invisible characters", head: "A: x\nB: ", piece: "\u200b"},
		{Name: "spaces", head: "A: x\nB: y", piece: " ", tail: "z"},
		{Name: "notes", head: "A: x\nB: y\n", piece: "(x)\n"},
		{Name: "rules", head: "A: x\nB: y\n", piece: "---\n"},
		{Name: "links", head: "A: x\nB: y\n", piece: "Video: http://a\n"},
	}
}

// captions returns caption files, in WebVTT and SubRip, that cause much work.
func captions() []Kind {
	// Each source repeats a text that costs the importer time, such as a new caption, a
	// tag, or a mark that could begin a label.
	const times = "0:01.0 --> 0:02.0\n"
	return []Kind{
		{Name: "empty cues", head: "WEBVTT\n\n", piece: times + "\n"},
		{Name: "cues of one letter", head: "WEBVTT\n\n", piece: times + "x\n\n"},
		{Name: "cues without blank lines", head: "WEBVTT\n\n", piece: times + "A: x\n"},
		{Name: "SubRip of one letter", piece: "1\n0:00:01,0 --> 0:00:02,0\nx\n\n"},
		{Name: "voices", head: "WEBVTT\n\n" + times, piece: "<v A>x</v>"},
		{Name: "distinct voices", head: "WEBVTT\n\n" + times, number: func(i int) string { return "<v " + letters(i) + ">x" }},
		{Name: "voices that are empty", head: "WEBVTT\n\n" + times, piece: "<v A>"},
		{Name: "tags", head: "WEBVTT\n\n" + times, piece: "<b>"},
		{Name: "open tags", head: "WEBVTT\n\n" + times, piece: "<"},
		{Name: "dashes", head: "WEBVTT\n\n" + times, piece: "- x\n"},
		{Name: "rolling captions", head: "WEBVTT\n\n", piece: times + "x\ny\n\n" + times + "y\nx\n\n"},
		{Name: "arrows in a line of a cue", head: "WEBVTT\n\n" + times + ">> x\n\n" + times + "x", piece: " >> x"},
		{Name: "captions of odd labels", head: "WEBVTT\n\n", number: func(i int) string { return times + "a, b " + letters(i/2) + ": x\n\n" }},
		{Name: "captions with JSON", head: "WEBVTT\n\n", piece: times + `{"spokenText":"x"}` + "\n\n"},
		{Name: "scripts", head: "[Events]\n", piece: `Dialogue: 0,0:00:01.0,0:00:02.0,,A,,,,,{\i1}x\Ny` + "\n"},
		{Name: "breaks in a script", head: "[Events]\nDialogue: 0,0:00:01.0,0:00:02.0,,A,,,,,", piece: `\N`},
		{Name: "times of LRC", head: "[ti:x]\n[00:01.00]x\n", piece: "[00:01.00]"},
		{Name: "lines of LRC", head: "[ti:x]\n", piece: "[00:02.00][00:01.00]x\n"},
		{Name: "bars", piece: "00:00:01,000|00:00:02,000|POP|x\n"},
		{Name: "SAMI", head: "<SAMI>", piece: "<SYNC Start=1><P>x<br>y"},
		{Name: "open tags of SAMI", head: "<SAMI><SYNC Start=1><P>", piece: "<"},
		{Name: "lines of a cue", head: "WEBVTT\n\n" + times, piece: "x\n"},
		{Name: "unknown blocks", head: "WEBVTT\n\n" + times + "x\n\n", piece: "x\n\n"},
		{Name: "notes in captions", head: "WEBVTT\n\n" + times + "x\n\n", piece: "NOTE\n\n"},
		{Name: "references in captions", head: "WEBVTT\n\n" + times, piece: "&lt;"},
	}
}

// names returns sources in which many long or similar speakers' names must be
// compared.
func names() []Kind {
	// Each name is the same text with up to three letters changed. Therefore all
	// names are similar.
	similar := func(i int) string {
		name := []byte("Abcdefghijkl Mnopqrstuvwxyz")
		for at := 1; i > 0; at, i = at+1, i/25 {
			name[at] = byte('a' + (int(name[at]-'a')+i%25)%26)
		}
		return string(name)
	}
	return []Kind{
		{Name: "similar names", number: func(i int) string { return similar(i%1999) + ": x\n" }},
		{Name: "names with roles", number: func(i int) string { return letters(i) + " BB, OF C: x\n" }},
		{Name: "aliases", number: func(i int) string { return letters(i) + " (AB): x\n" }},
		{Name: "surnames", number: func(i int) string { return "Ada " + letters(i) + ": x\n" + letters(i) + ": y\n" }},
		{Name: "names in other letters", number: func(i int) string { return mixed("abcdefghijklmnopqrst", i) + ": x\n" }},
		{Name: "a long name", whole: func(size int) string {
			return `{"segments":[{"speaker":"` + strings.Repeat("ab ", size/3) + `","text":"x","start":1}]}`
		}},
		{Name: "long names in a table", whole: func(size int) string {
			name := strings.Repeat("long ", size/20)
			return "speaker,text\n" + name + "a,x\n" + name + "b,x\n" + name + "c,x\n" + name + "d,x\n"
		}},
		{Name: "long names that are the same", whole: func(size int) string {
			name := strings.Repeat("A", 200)
			return "speaker,text\n" + strings.Repeat(name+",x\n", size/204)
		}},
	}
}

// objects returns sources in JSON that cause much work.
func objects() []Kind {
	// The nesting is near the maximum depth that is read, so the path to each member
	// is long.
	const deep = 60
	open, closed := strings.Repeat(`{"`+strings.Repeat("n", 60)+`":`, deep), strings.Repeat("}", deep)
	return []Kind{
		{Name: "tiny segments", head: `{"segments":[{"text":"a","start":1}`, piece: `,{"text":"x","start":1}`, tail: "]}"},
		{Name: "segments without anything", head: `[{"text":"a","start":1}`, piece: ",{}", tail: "]"},
		{Name: "tiny words", head: `{"words":[{"text":"a","start":1}`, piece: `,{"text":"x","start":1}`, tail: "]}"},
		{Name: "words of many speakers", head: `{"words":[{"text":"a","start":1}`, number: func(i int) string {
			return `,{"text":"x","start":1,"speaker":` + strconv.Itoa(i) + "}"
		}, tail: "]}"},
		{Name: "nested arrays", piece: "["},
		{Name: "nested objects", piece: `{"a":`},
		{Name: "numbers", head: `{"segments":[{"text":"a","start":1}],"a":[0`, piece: ",0", tail: "]}"},
		{Name: "strings", head: `{"segments":[{"text":"a","start":1}],"a":[""`, piece: `,""`, tail: "]}"},
		{Name: "empty arrays", head: `{"segments":[{"text":"a","start":1}],"a":[[]`, piece: ",[]", tail: "]}"},
		{Name: "distinct members", head: `{"segments":[{"text":"a","start":1}],"a":{"a":0`, number: func(i int) string {
			return `,"` + strconv.Itoa(i) + `":0`
		}, tail: "}}"},
		{Name: "members far down", head: `{"segments":[{"text":"a","start":1}],"a":` + open + `{"a":0`, number: func(i int) string {
			return `,"` + strconv.Itoa(i) + `":0`
		}, tail: "}" + closed + "}"},
		{Name: "escapes in a string", head: `{"text":"A: x\nB: y `, piece: `\u0041`, tail: `"}`},
		{Name: "lines in a string", head: `{"text":"A: x\nB: y`, piece: `\nA: x`, tail: `"}`},
		{Name: "items of AWS", head: `{"results":{"transcripts":[],"items":[{"alternatives":[{"content":"a"}]}`, piece: `,{"alternatives":[{"content":"x"}]}`, tail: "]}}"},
		{Name: "objects one after another", head: `{"text":"a","result":[{"word":"a","start":1}]}`, piece: `{"text":"x"}`},
		{Name: "tokens", head: `{"tokens":[{"text":"a","start_ms":1}`, piece: `,{"text":"x","speaker":"1"}`, tail: "]}"},
		{Name: "entries of Scribe", head: `{"words":[{"text":"a","type":"word"}`, piece: `,{"text":"(x)","type":"audio_event"}`, tail: "]}"},
		{Name: "results of Google", head: `{"results":[{"languageCode":"en","alternatives":[{"transcript":"a"}]}`, piece: `,{"alternatives":[{"transcript":"x"}]}`, tail: "]}"},
		{Name: "results of Watson", head: `{"results":[{"alternatives":[{"timestamps":[["a",1,2]`, piece: `,["x",1,2]`, tail: `]}]}],"speaker_labels":[{"from":1,"speaker":1}]}`},
		{Name: "events with pieces", head: `{"events":[{"tStartMs":1,"segs":[{"utf8":"a"}`, piece: `,{"utf8":"x"}`, tail: "]}]}"},
		{Name: "words of a segment", head: `{"segments":[{"speaker":"A","words":[{"text":"a"}`, piece: `,{"text":"x"}`, tail: "]}]}"},
		{Name: "labelled lists in lists", head: `[{"speaker":"A","text":"a"}`, piece: `,{"speaker":"A","text":"x","start":1}`, tail: "]"},
		{Name: "turns of ours", head: `{"schema":"https://quoteline.org/transcript/1","turns":[{"text":"x"}`, piece: `,{"text":"x"}`, tail: "]}"},
	}
}

// pages returns sources in HTML that cause much work.
func pages() []Kind {
	// An element has no end tag in many of these sources. A slow importer would search
	// the rest of the source for the end tag of each element.
	return []Kind{
		{Name: "struck words", head: "<html>", piece: "<s>x"},
		{Name: "struck classes", head: "<html><style>", piece: ".a{b:line-through}"},
		{Name: "references to notes", head: "<html>", piece: `<sup><a href="#a">1</a></sup>`},
		{Name: "notes", head: `<html><sup><a href="#a">1</a></sup>`, piece: `<div><a id="a">x</a>`},
		{Name: "paragraphs", head: "<html>", piece: "<p>A: x"},
		{Name: "nested elements", head: "<html>", piece: "<div>"},
		{Name: "line breaks", head: "<html>A: x", piece: "<br>A: x"},
		{Name: "titles", head: "<html>", piece: "<title>x</title>", tail: "<p>A: x<p>B: y"},
		{Name: "ends of paragraphs", whole: func(size int) string {
			return "<html><cite>A</cite><time>0:01</time><p>x</p><p>" + strings.Repeat("word ", size/10) + strings.Repeat("</p>", size/8)
		}},
		{Name: "citations", head: "<html>", piece: "<cite>A</cite><time>0:01</time><p>x</p>"},
		{Name: "times of words", head: "<html>", piece: "<a data-m=1>x </a>"},
		{Name: "references", head: "<html>A: x", piece: "&lt;"},
		{Name: "words far apart", head: "<html>A: x", piece: "x  "},
		{Name: "attributes", head: "<html><p ", piece: "a=1 ", tail: ">A: x"},
		{Name: "short attributes", head: "<html><p ", piece: "a ", tail: ">A: x"},
		{Name: "attributes after a mark", head: `<html><p a=">" `, piece: "a/", tail: ">A: x"},
		{Name: "quoted attributes", head: "<html><p ", piece: `a=">" `, tail: ">A: x"},
		{Name: "open comments", head: "<html>A: x", piece: "<!--"},
		{Name: "entities", head: "<html>A: x", piece: "&amp"},
		{Name: "terms", head: "<html>", piece: "<dt>A<dd>x"},
	}
}

// tables returns sources in CSV that cause much work.
func tables() []Kind {
	return []Kind{
		{Name: "rows of one letter", head: "speaker,text\n", piece: "A,x\n"},
		{Name: "rows of distinct speakers", head: "speaker,text\n", number: func(i int) string { return strconv.Itoa(i) + ",x\n" }},
		{Name: "rows without fields", head: "speaker,text\n", piece: "x\n"},
		{Name: "a header of fields", head: "speaker,text", piece: ",", tail: "\nA,x\n"},
		{Name: "a row of fields", head: "speaker,text\nA,x", piece: ","},
		{Name: "a column", head: "text\n", piece: "x\n"},
		{Name: "quotation marks", head: "speaker,text\nA,", piece: `"`},
		{Name: "rows between bars", head: "|speaker|text|\n", piece: "|A|x|\n"},
		{Name: "bars", head: "|speaker|text|\n", piece: "|"},
		{Name: "references in cells", head: "speaker,text\nA,", piece: "&lt;"},
		{Name: "rows between tabs", number: func(i int) string { return strconv.Itoa(i) + ".5\tA\tx\n" }},
		{Name: "tabs", head: "1.5\tA\tx\n", piece: "\t"},
		{Name: "rows with quotation marks", head: "speaker,text\n", piece: `"A","x"` + "\n"},
	}
}

// repeatedBlocks returns a source in which every block of three turns appears twice. The
// distance between the two copies of a block is different for each block. All turns have
// the same time, [0:01].
func repeatedBlocks(size int) string {
	const turn = "[0:01] A: Words that are said twice, and no other time: "
	const block = 3 * (len(turn) + 8)
	n := size / (2 * block)
	var b strings.Builder
	for pass := range 2 {
		for i := range n {
			for k := range 3 {
				b.WriteString(turn + strconv.Itoa(3*i+k) + "\n")
			}
			if pass == 1 {
				b.WriteString(turn + "x" + strconv.Itoa(i) + "\n")
			}
		}
	}
	return b.String()
}

// letters returns a name in capital letters. The name is different for each i.
func letters(i int) string {
	b := []byte{byte('A' + i%26)}
	for i /= 26; i > 0; i /= 26 {
		b = append(b, byte('A'+i%26))
	}
	return string(b)
}

// mixed returns the word in lower case with some letters as capitals. The first
// letter is a capital. Each further letter is a capital if the corresponding bit of i
// is set.
func mixed(word string, i int) string {
	b := []byte(word)
	b[0] -= 'a' - 'A'
	for at := 1; i > 0 && at < len(b); at, i = at+1, i>>1 {
		if i&1 == 1 {
			b[at] -= 'a' - 'A'
		}
	}
	return string(b)
}
