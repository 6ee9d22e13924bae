package timeline

import (
	"slices"

	"quoteline/shared/transcript"
)

// relate records the speaker of every turn and, for an answer, the position of its
// question.
func (line *Line) relate() {
	t := line.transcript
	line.layout.Speakers = make([]int32, len(t.Turns))
	line.question = make([]int32, len(t.Turns))
	asked := make(map[string]int32)
	speakers := t.SpeakerIndexes()
	for i := range t.Turns {
		turn := &t.Turns[i]
		line.layout.Speakers[i] = -1
		if s, ok := speakers[turn.Speaker]; ok {
			line.layout.Speakers[i] = int32(s)
		}
		line.question[i] = -1
		if q, ok := asked[turn.ReplyTo]; ok {
			line.question[i] = q
		}
		if turn.Kind == transcript.Question {
			asked[turn.ID] = int32(i)
		}
	}
}

// layRows decides which turns the list below the timeline shows. An answer that matches
// the reader's filter is shown with its question, even if the filter hides the speaker
// of the question.
func (line *Line) layRows(l *Layout, v *View) {
	for i := range l.Lanes {
		l.Lanes[i].Off = allOff(v, l.Lanes[i].Speakers)
	}
	l.Filtered = v.filters()
	for i := range l.Rows {
		row := &l.Rows[i]
		*row = newRow(v, i)
		if l.Filtered && !line.passes(i, row, v) {
			row.Shown = v.reveals(i)
			continue
		}
		l.Matches++
		row.Shown = true
		if q := line.question[i]; q >= 0 {
			l.Rows[q].Shown = true
		}
	}
}

// Shows reports whether the list below the timeline shows turn n, counting from 1, if
// the reader's choice is v. Callers use it if they have not computed the [Layout]
// (where each turn is drawn) for v.
func (line *Line) Shows(v *View, n int) bool {
	if !v.filters() || v.reveals(n-1) {
		return true
	}
	for i, question := range line.question {
		if i == n-1 || question == int32(n-1) { // a question is shown with its answer
			if row := newRow(v, i); line.passes(i, &row, v) {
				return true
			}
		}
	}
	return false
}

// filters reports whether the reader has chosen a filter that may hide turns.
func (v *View) filters() bool {
	return slices.Contains(v.Off, true) || v.Topic != "" || v.OnlyHits && v.Hits != nil
}

// reveals reports whether the reader has revealed the turn at position i, by pressing
// the placeholder for hidden turns.
func (v *View) reveals(i int) bool { return i < len(v.Revealed) && v.Revealed[i] }

// newRow returns the list entry of the turn at position i, with its search hits and the
// words that a link names. It does not decide whether the turn is visible.
func newRow(v *View, i int) Row {
	var row Row
	if i < len(v.Hits) {
		row.Hits = v.Hits[i]
	}
	row.Hit = v.Hit == i+1 && len(row.Hits) > 0
	if row.Linked = v.Linked == i+1; row.Linked {
		row.Cited, row.Proof, row.Change = v.Cited, v.Proof, v.Change
	}
	return row
}

// passes reports whether the turn at position i matches the reader's filters. It does
// not look at the question or the answer that belongs to the turn.
func (line *Line) passes(i int, row *Row, v *View) bool {
	speaker := int(line.layout.Speakers[i])
	switch {
	case speaker >= 0 && speaker < len(v.Off) && v.Off[speaker]:
		return false
	case v.OnlyHits && v.Hits != nil && len(row.Hits) == 0:
		return false
	}
	return v.Topic == "" || slices.Contains(line.transcript.Turns[i].Topics, v.Topic)
}

// allOff reports whether the reader has switched off all of the given speakers.
func allOff(v *View, speakers []int) bool {
	for _, s := range speakers {
		if s >= len(v.Off) || !v.Off[s] {
			return false
		}
	}
	return true
}

// layStubs makes a stub, which is a placeholder, for every run of hidden turns. It
// counts the turns of the run in the [Row] (list entry) of the run's first turn.
// layStubs also marks the bars of hidden turns as Hidden. It marks a band (turns on one
// topic or day) as Empty if none of its turns is visible.
func (l *Layout) layStubs() {
	run := -1
	for b := range l.Bands {
		l.Bands[b].Empty = true
	}
	for c := range l.Chunks {
		chunk := &l.Chunks[c]
		for i := chunk.First - 1; i < chunk.Last; i++ {
			if l.Rows[i].Shown {
				chunk.Shown++
				chunk.Words += l.Segments[i].Words
				run = -1
				continue
			}
			// A run of hidden turns has only one stub (placeholder), at its first
			// turn. This is so even if the run extends over several chunks, the
			// parts in which the HTML of the list is written.
			if run < 0 {
				run = i
				chunk.Stubs++
			}
			l.Rows[run].Stub++
			l.Segments[i].Mark = Hidden
		}
		l.Shown += chunk.Shown
		l.Bands[chunk.Band].Empty = l.Bands[chunk.Band].Empty && chunk.Shown == 0
	}
}

// layHits counts the turns with search hits, and adds a mark on the timeline for each.
// It dims the bars of the other visible turns.
func (l *Layout) layHits(t *transcript.Transcript, v *View) {
	if !l.Searching {
		return
	}
	for i := range l.Rows {
		hits := l.Rows[i].Hits
		if len(hits) == 0 {
			if l.Segments[i].Mark == Plain {
				l.Segments[i].Mark = Dim
			}
			continue
		}
		l.HitTurns++
		if lane := l.Segments[i].Lane; lane != noLane {
			l.Lanes[lane].HitIn++
		}
		if l.Rows[i].Hit {
			l.HitAt = l.HitTurns
		}
		s := l.Segments[i]
		x := s.X + int(int64(s.W)*int64(hits[0].Start)/int64(max(1, len(t.Turns[i].Text))))
		l.Hits = append(l.Hits, Hit{X: x, N: i + 1, Current: l.Rows[i].Hit})
	}
}
