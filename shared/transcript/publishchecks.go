package transcript

import "quoteline/shared/jsonpointer"

// CheckClock reports times that occur in sources, but that a published timeline cannot
// show. These are a time before the beginning of the recording, and two turns of one
// speaker that overlap. Turns of different speakers may overlap.
func (t *Transcript) CheckClock() Faults {
	var c checker
	last := make(map[string]int, len(t.Speakers)) // speaker → position of the turn that ends last
	for i := range t.Turns {
		base, turn := jsonpointer.Element("/turns", i), &t.Turns[i]
		if ms, ok := turn.Start.Millis(); ok && ms < 0 {
			c.report(base, "/start", "is negative; count from the beginning of the recording")
		}
		if ms, ok := turn.End.Millis(); ok && ms < 0 {
			c.report(base, "/end", "is negative; count from the beginning of the recording")
		}
		before, ok := last[turn.Speaker]
		if ok && overlap(&t.Turns[before], turn) {
			c.report(base, "/start", "is before the end of this speaker's turn "+quote(t.Turns[before].ID)+"; a speaker has one turn at a time")
		}
		if !ok || endsLater(turn, &t.Turns[before]) {
			last[turn.Speaker] = i
		}
	}
	return c.faults
}

func overlap(earlier, later *Turn) bool {
	end, ended := earlier.End.Millis()
	start, started := later.Start.Millis()
	return ended && started && start < end
}

func endsLater(a, b *Turn) bool {
	end, ok := a.End.Millis()
	other, ended := b.End.Millis()
	return ok && (!ended || end > other)
}
