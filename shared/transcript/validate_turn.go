package transcript

import (
	"strconv"

	"quoteline/shared/jsonpointer"
)

// allTurns checks the turns in order. It records the id of a turn after it has checked
// the turn, so replyTo can only refer to an earlier turn.
func (c *checker) allTurns(t *Transcript) {
	switch n := len(t.Turns); {
	case n == 0:
		c.report("/turns", "", "is empty; a transcript needs at least one turn")
	case n > MaxTurns:
		c.report("/turns", "", "has "+strconv.Itoa(n)+" turns; split what has more than "+strconv.Itoa(MaxTurns))
	}
	var latest Offset
	for i := range t.Turns {
		base, turn := jsonpointer.Element("/turns", i), &t.Turns[i]
		c.turn(base, i, turn)
		c.times(base, t.Timing, turn, latest)
		if _, ok := turn.Start.Millis(); ok {
			latest = turn.Start
		}
	}
}

func (c *checker) turn(base string, i int, turn *Turn) {
	if turn.N != i+1 {
		c.report(base, "/n", "is "+strconv.Itoa(turn.N)+", but this is turn "+strconv.Itoa(i+1)+"; count from 1 without a gap")
	}
	c.reference(base, "/speaker", turn.Speaker, turn.Kind == Note, c.speakers)
	oneOf(c, base, "/kind", turn.Kind, Question, Answer, Statement, Note)
	if _, earlier := c.turns[turn.ReplyTo]; turn.ReplyTo != "" && !earlier {
		c.report(base, "/replyTo", "no turn before this one has the id "+quote(turn.ReplyTo)+"; name an earlier turn, or leave it out")
	}
	c.turnID(base, i, turn.ID)
	c.turnTopics(base, i, turn.Topics)
	c.text(base, "/text", turn.Text)
	c.optional(c.lang, base, "/lang", turn.Lang)
	if turn.Date != "" && !IsDate(turn.Date) {
		c.report(base, "/date", wrong(turn.Date, "write the day as 2023-11-29"))
	}
	if turn.Status != "" {
		oneOf(c, base, "/status", turn.Status, "condensed", "translated", "inaudible")
	}
}

func (c *checker) turnID(base string, i int, id string) {
	c.slug(base, "/id", id)
	if first, used := c.turns[id]; used {
		c.report(base, "/id", quote(id)+" is the id of turn "+strconv.Itoa(first+1)+" already; give every turn its own")
		return
	}
	if id != "" {
		c.turns[id] = i
	}
}

// turnTopics checks the topics of the turn at position i. The map c.named has, for each
// topic, the number of the last turn that named it. So a topic that a turn names twice is
// found without a comparison of all pairs.
func (c *checker) turnTopics(base string, i int, topics []string) {
	if n := len(topics); n > MaxTurnTopics {
		c.report(base, "/topics", "has "+strconv.Itoa(n)+" topics; leave out some, until there are at most "+strconv.Itoa(MaxTurnTopics))
		return
	}
	for k, id := range topics {
		c.reference(base, jsonpointer.Element("/topics", k), id, false, c.topics)
		if c.named[id] == i+1 {
			c.report(base, jsonpointer.Element("/topics", k), quote(id)+" is here twice; name a topic once")
		}
		c.named[id] = i + 1
	}
}

// times checks the start and the end of a turn. They must agree with each other and
// with the transcript's timing. The start must not be before latest, which is the start
// of the previous turn that has one.
func (c *checker) times(base string, timing Timing, turn *Turn, latest Offset) {
	start, hasStart := turn.Start.Millis()
	end, hasEnd := turn.End.Millis()
	if timing == TimingNone && hasStart {
		c.report(base, "/start", "the transcript's timing is \"none\"; leave the time out, or change the timing")
	}
	if timing == TimingNone && hasEnd {
		c.report(base, "/end", "the transcript's timing is \"none\"; leave the time out, or change the timing")
	}
	if (timing == TimingTurn || timing == TimingWord) && !hasStart {
		c.report(base, "/start", "is missing; with the timing "+quote(string(timing))+" every turn needs a start")
	}
	if hasEnd && !hasStart && timing != TimingTurn && timing != TimingWord {
		c.report(base, "/end", "there is an end without a start; give both, or leave the end out")
	}
	if hasStart && hasEnd && end < start {
		c.report(base, "/end", "is before the start; a turn cannot take less than no time")
	}
	if before, ok := latest.Millis(); ok && hasStart && start < before {
		c.report(base, "/start", "is before the start of an earlier turn; put the turns in the order of their starts")
	}
}
