package timeline

import "quoteline/shared/transcript"

// noLane is the value of Segment.Lane for a turn without a speaker, such as a stage
// direction. Such a turn is not drawn in any speaker's row.
const noLane = -1

// layLanes makes the lanes, which are the speakers' rows on the timeline: hosts first,
// then the other speakers in the transcript's order. It counts the turns and words of
// each lane, and makes a segment, which is a bar, for every turn.
func (l *Layout) layLanes(t *transcript.Transcript) {
	order := speakingOrder(t)
	laneOf := make(map[string]int, len(order))
	for i, s := range order {
		laneOf[t.Speakers[s].ID] = l.addLane(t, i, s)
	}
	l.Segments = make([]Segment, len(t.Turns))
	for i := range t.Turns {
		words := Words(t.Turns[i].Text)
		lane, ok := laneOf[t.Turns[i].Speaker]
		if ok {
			l.Lanes[lane].Turns++
			l.Lanes[lane].Words += words
			l.Words += words
		} else {
			lane = noLane
		}
		l.Segments[i] = Segment{Lane: lane, Words: words}
	}
	l.layShares()
	l.keepGrey(t)
}

// keepGrey changes the colours of the lanes (the speakers' rows) if there is no
// interviewer. The first colour is grey, and readers take a grey speaker for the
// interviewer. So the first lane gets the second colour, the second lane gets the
// third, and so on. If there is an eighth lane, it gets the grey.
func (l *Layout) keepGrey(t *transcript.Transcript) {
	if len(l.Lanes) == 0 || t.Speakers[l.Lanes[0].Speakers[0]].Kind == transcript.KindHost {
		return
	}
	for i := range l.Lanes {
		l.Lanes[i].Colour = (i + 1) % MaxLanes
	}
}

// addLane gives the speaker at position s of the transcript a lane, which is a row of
// the timeline. It returns the lane's position. The speaker is at position i in the
// order of the rows. If there are MaxLanes lanes already, the speaker shares the last
// one.
func (l *Layout) addLane(t *transcript.Transcript, i, s int) int {
	if i >= MaxLanes {
		shared := &l.Lanes[MaxLanes-1]
		shared.Speakers = append(shared.Speakers, s)
		shared.Short = ""
		return MaxLanes - 1
	}
	l.Lanes = append(l.Lanes, Lane{Speakers: []int{s}, Short: shortName(t.Speakers[s].Name), Colour: i})
	return i
}

// speakingOrder returns the positions of the speakers in the order of their rows on the
// timeline: all hosts, then all others. Each group is in the order of the transcript.
func speakingOrder(t *transcript.Transcript) []int {
	order := make([]int, 0, len(t.Speakers))
	for i := range t.Speakers {
		if t.Speakers[i].Kind == transcript.KindHost {
			order = append(order, i)
		}
	}
	for i := range t.Speakers {
		if t.Speakers[i].Kind != transcript.KindHost {
			order = append(order, i)
		}
	}
	return order
}

// shortName returns the last word of a name, for the narrow column beside the timeline
// on a phone. A word that is wider than the column is cut, and "…" follows.
func shortName(name string) string {
	name = lastWord(name)
	cut, wide := 0, 0
	for i, r := range name {
		if wide <= shortWidth-letterWidth('…') {
			cut = i
		}
		if wide += letterWidth(r); wide > shortWidth {
			return name[:cut] + "…"
		}
	}
	return name
}

// shortWidth is the width of the column with short names on a phone, in pixels.
// Between the column and the bars are 4 px.
const shortWidth = 48

// letterWidth returns about how wide a character of a short name is, in pixels.
func letterWidth(r rune) int {
	switch {
	case r >= 0x1100: // Korean, Chinese and Japanese letters, emoji, and "…"
		return 12
	case r == 'M', r == 'W', r == 'm', r == 'w':
		return 11
	case r == 'i', r == 'j', r == 'l', r == 'f', r == 't', r == 'r', r == 'I', r == '-', r == '.':
		return 4
	case 'A' <= r && r <= 'Z':
		return 9
	}
	return 7
}

func lastWord(name string) string {
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == ' ' && i < len(name)-1 {
			return name[i+1:]
		}
	}
	return name
}

// layShares sets each lane's share of all words, in per cent. It hands out 100 parts,
// one after the other. Each part goes to a lane that has words but no part yet. If there
// is no such lane, the part goes to the lane whose words exceed its parts most. For
// example, three lanes with two words each have 34, 33 and 33%.
func (l *Layout) layShares() {
	for left := 100; left > 0 && l.Words > 0; left-- {
		best, most := 0, 0
		for i := range l.Lanes {
			lane := &l.Lanes[i]
			excess := lane.Words*100 - lane.Share*l.Words
			if lane.Share == 0 && lane.Words > 0 {
				excess += l.Words * 100
			}
			if excess > most {
				best, most = i, excess
			}
		}
		l.Lanes[best].Share++
	}
}
