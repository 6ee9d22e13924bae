package caption

import (
	"strings"

	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// unknownEnd is the time 99:59:59.999 in milliseconds. This project and other tools
// write this time as the end of a caption if the real end is unknown.
const unknownEnd = 100*3600*1000 - 1

// arrow is the text between the start and the end time of a caption.
const arrow = "-->"

// timesIn reads the start and end time in a line such as "00:00:01.000 -->
// 00:00:02.500 align:start". The result ok is false if the line has no such times.
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
	return start, end, !start.IsZero() && (!end.IsZero() || right == "" || source.IsDigit(right[0]) || right[0] == '-')
}

// commaTimes reads the start and end time in a line such as
// "0:00:01.000,0:00:02.500". Such lines are part of the SubViewer format, which
// YouTube exports. The result ok is false for any other line.
func commaTimes(line string) (start, end transcript.Offset, ok bool) {
	left, right, found := strings.Cut(strings.TrimSpace(line), ",")
	if !found || strings.IndexByte(left, '.') < 0 || strings.IndexByte(right, '.') < 0 {
		return start, end, false
	}
	start, end = source.WholeClock(left), source.WholeClock(right)
	return start, end, !start.IsZero() && !end.IsZero()
}

// looseClock reads a time whose minutes or seconds may lack a leading zero, such as
// 0:0:2.93. The result is zero if text is not a time.
func looseClock(text string) transcript.Offset {
	if o := source.WholeClock(text); !o.IsZero() {
		return o
	}
	const longest = 20
	text = strings.TrimSpace(text)
	if len(text) > longest {
		return transcript.Offset{}
	}
	fields := strings.Split(text, ":")
	for i, f := range fields[1:] {
		if len(f) > 0 && source.IsDigit(f[0]) && (len(f) == 1 || !source.IsDigit(f[1])) {
			fields[i+1] = "0" + f
		}
	}
	return source.WholeClock(strings.Join(fields, ":"))
}

// block is a sequence of lines between two blank lines.
type block struct {
	lines     []transcript.Range
	n         int
	softBreak bool // all blank lines before the block consist of spaces
}

// blocks returns the blocks of src. A block is a sequence of lines between two blank
// lines.
func blocks(src *source.Source) []block {
	var list []block
	var lines []transcript.Range
	gap, soft := true, false
	for line := range src.Lines() {
		if strings.TrimSpace(src.Slice(line)) == "" {
			gap, soft = true, line.Start < line.End && (soft || !gap)
			continue
		}
		if gap {
			list = append(source.WithRoom(list), block{softBreak: soft})
			gap, soft = false, false
		}
		lines = append(source.WithRoom(lines), line)
		list[len(list)-1].n++
	}
	for i := range list { // lines has its final length, so blocks can be slices of it
		list[i].lines, lines = lines[:list[i].n:list[i].n], lines[list[i].n:]
	}
	return list
}
