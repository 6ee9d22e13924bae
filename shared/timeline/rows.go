package timeline

import "quoteline/shared/transcript"

// layRows decides which turns the list shows. A question whose answer passes
// the filter stays, whoever asked it, so that no answer stands alone; every
// run of hidden turns leaves a stub at its first turn.
func (l *Layout) layRows(t *transcript.Transcript, v *View) {
	l.Rows = make([]Row, len(t.Turns))
	off := offByID(t, v)
	for i := range l.Lanes {
		l.Lanes[i].Off = allOff(v, l.Lanes[i].Speakers)
	}
	l.Filtered = len(off) > 0 || v.Topic != "" || v.OnlyHits && l.Searching
	number := make(map[string]int)
	for i := range t.Turns {
		turn := &t.Turns[i]
		row := &l.Rows[i]
		if i < len(v.Hits) {
			row.Hits = v.Hits[i]
		}
		row.Hit = v.Hit == i+1 && len(row.Hits) > 0
		if row.Linked = v.Linked == i+1; row.Linked {
			row.Cited, row.Proof, row.Change = v.Cited, v.Proof, v.Change
		}
		if turn.Kind == transcript.Question {
			number[turn.ID] = i
		}
		if l.Filtered && !passes(turn, row, off, v) {
			row.Shown = i < len(v.Revealed) && v.Revealed[i]
			continue
		}
		l.Matches++
		row.Shown = true
		if q, ok := number[turn.ReplyTo]; ok {
			l.Rows[q].Shown = true
		}
	}
	l.layStubs()
}

// passes reports whether the turn itself is what the filter asks for.
func passes(turn *transcript.Turn, row *Row, off map[string]bool, v *View) bool {
	switch {
	case off[turn.Speaker]:
		return false
	case v.OnlyHits && v.Hits != nil && len(row.Hits) == 0:
		return false
	case v.Topic == "":
		return true
	}
	for _, id := range turn.Topics {
		if id == v.Topic {
			return true
		}
	}
	return false
}

func offByID(t *transcript.Transcript, v *View) map[string]bool {
	off := make(map[string]bool)
	for i := range t.Speakers {
		if i < len(v.Off) && v.Off[i] {
			off[t.Speakers[i].ID] = true
		}
	}
	return off
}

// allOff reports whether all of the speakers are switched off.
func allOff(v *View, speakers []int) bool {
	for _, s := range speakers {
		if s >= len(v.Off) || !v.Off[s] {
			return false
		}
	}
	return true
}

// layStubs measures the runs of hidden turns, marks the segments, and finds
// the bands that have nothing left to show.
func (l *Layout) layStubs() {
	run := -1
	for i := range l.Rows {
		if l.Rows[i].Shown {
			l.Shown++
			run = -1
			continue
		}
		if run < 0 {
			run = i
		}
		l.Rows[run].Stub++
		l.Segments[i].Mark = Hidden
	}
	for b := range l.Bands {
		band := &l.Bands[b]
		band.Empty = true
		for i := band.First - 1; i < band.Last; i++ {
			band.Empty = band.Empty && !l.Rows[i].Shown
		}
	}
}

// layHits counts the turns with hits, places their marks and dims the others.
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
