package transcript

import (
	"strconv"

	"quoteline/shared/jsonpointer"
)

// Limits of a published transcript. The transcript that ingest makes from a source
// may exceed them. Its editor then has to correct it before it can be published.
const (
	// MaxStored is the largest length of a transcript as JSON, in bytes. A row of
	// Cloudflare's database D1 may have 2,000,000 bytes. 100,000 of them are reserved for
	// the list of removed turns, which is in the same row.
	MaxStored = 1_900_000
	// MaxTurnText is the largest length of a turn's text, in bytes. Two hours of speech
	// without a break are shorter than this.
	MaxTurnText = 100_000
	// MaxTime is the largest time of a turn, and the largest length of a recording, in
	// milliseconds. It is 366 days. The longest recordings, of space flights, last 84
	// days.
	MaxTime = 366 * 24 * 3_600_000
)

const beyondTime = "is more than 366 days; write milliseconds from the beginning of the recording"

// CheckClock reports times that occur in sources, but that a published timeline cannot
// show. These are a time before the beginning of the recording, a time beyond [MaxTime],
// and two turns of one speaker that overlap. Turns of different speakers may overlap.
func (t *Transcript) CheckClock() Faults {
	var c checker
	last := make(map[string]int, len(t.Speakers)) // speaker → position of the turn that ends last
	if t.Media != nil && t.Media.Duration > MaxTime {
		c.report("/media", "/duration", beyondTime)
	}
	for i := range t.Turns {
		base, turn := jsonpointer.Element("/turns", i), &t.Turns[i]
		c.time(base, "/start", turn.Start)
		c.time(base, "/end", turn.End)
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

// time checks that a time is not before the beginning of the recording and not beyond
// [MaxTime]. The length of the recording is not known here.
func (c *checker) time(base, member string, o Offset) {
	switch ms, ok := o.Millis(); {
	case ok && ms < 0:
		c.report(base, member, "is negative; count from the beginning of the recording")
	case ok && ms > MaxTime:
		c.report(base, member, beyondTime)
	}
}

// CheckText reports text that occurs in sources, but that must not be published. It
// reports a turn that is longer than [MaxTurnText]. It also reports a text that has only
// invisible characters, because readers would take it for a fault of the page.
func (t *Transcript) CheckText() Faults {
	var c checker
	for i := range t.Turns {
		if n := len(t.Turns[i].Text); n > MaxTurnText {
			c.report(jsonpointer.Element("/turns", i), "/text",
				"has "+strconv.Itoa(n)+" bytes; split the turn into turns of at most "+strconv.Itoa(MaxTurnText))
		}
	}
	t.eachText(func(base, member, v string) {
		if v != "" && isInvisible(v) {
			c.report(base, member, "has only invisible characters; write words, or remove it")
		}
	})
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
