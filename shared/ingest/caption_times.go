package ingest

import (
	"strings"

	"quoteline/shared/transcript"
)

// unknownEnd is 99:59:59.999 in milliseconds. This project and other tools write it
// if the end of a caption is unknown.
const unknownEnd = 100*3600*1000 - 1

// arrow separates the times of a cue.
const arrow = "-->"

// timesIn reads the times of a line such as "00:00:01.000 --> 00:00:02.500
// align:start". The result ok is false for other lines.
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

// commaTimes reads the times of a line such as "0:00:01.000,0:00:02.500". SubViewer's
// format, which YouTube exports, has such lines.
func commaTimes(line string) (start, end transcript.Offset, ok bool) {
	left, right, found := strings.Cut(strings.TrimSpace(line), ",")
	if !found || strings.IndexByte(left, '.') < 0 || strings.IndexByte(right, '.') < 0 {
		return start, end, false
	}
	start, end = wholeClock(left), wholeClock(right)
	return start, end, !start.IsZero() && !end.IsZero()
}

// looseClock reads a time whose fields may lack leading zeros, such as 0:0:2.93. The
// result is zero if text is not a time.
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

// block is a sequence of lines between two blank lines.
type block struct {
	lines     []transcript.Range
	n         int
	softBreak bool // all blank lines before the block consist of spaces
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
			list = append(withRoom(list), block{softBreak: soft})
			gap, soft = false, false
		}
		lines = append(withRoom(lines), line)
		list[len(list)-1].n++
	}
	for i := range list { // lines has its final length, so blocks can be slices of it
		list[i].lines, lines = lines[:list[i].n:list[i].n], lines[list[i].n:]
	}
	return list
}
