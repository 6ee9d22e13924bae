package timeline

import "quoteline/shared/transcript"

// SpokenAt returns the number of the turn that is spoken at a time of the recording, in
// milliseconds. It returns 0 if no turn is spoken then. If turns overlap, it returns
// the one that began last. A turn without an end lasts until the next turn begins.
func SpokenAt(t *transcript.Transcript, ms int64) int {
	next := false // a later turn has begun
	for i := len(t.Turns) - 1; i >= 0; i-- {
		start, ok := t.Turns[i].Start.Millis()
		if !ok || start > ms {
			continue
		}
		end, ends := t.Turns[i].End.Millis()
		if ends && ms < end || !ends && !next {
			return i + 1
		}
		next = true
	}
	return 0
}
