package timeline

import "quoteline/shared/transcript"

// noLane is the lane of a turn without a speaker, such as a stage direction.
const noLane = -1

// layLanes orders the speakers (hosts first, then by first turn), counts them,
// and returns the lane of every turn.
func (l *Layout) layLanes(t *transcript.Transcript, v *View) []int {
	order := speakingOrder(t)
	laneOfSpeaker := make(map[string]int, len(order))
	for i, s := range order {
		laneOfSpeaker[t.Speakers[s].ID] = l.addLane(t, v, i, s)
	}
	laneOfTurn := make([]int, len(t.Turns))
	for i := range t.Turns {
		lane, ok := laneOfSpeaker[t.Turns[i].Speaker]
		if !ok {
			laneOfTurn[i] = noLane
			continue
		}
		laneOfTurn[i] = lane
		words := Words(t.Turns[i].Text)
		l.Lanes[lane].Turns++
		l.Lanes[lane].Words += words
		l.Words += words
		if i < len(v.Hits) && len(v.Hits[i]) > 0 {
			l.Lanes[lane].HitIn++
		}
	}
	for i := range l.Lanes {
		l.Lanes[i].Share = perMille(l.Lanes[i].Words, l.Words)
	}
	return laneOfTurn
}

// addLane gives the i-th speaker in order, at position s, a lane and returns it.
func (l *Layout) addLane(t *transcript.Transcript, v *View, i, s int) int {
	off := s < len(v.Off) && v.Off[s]
	if i >= MaxLanes {
		shared := &l.Lanes[MaxLanes-1]
		shared.Speakers = append(shared.Speakers, s)
		shared.Short = "Others"
		shared.Off = shared.Off && off
		return MaxLanes - 1
	}
	l.Lanes = append(l.Lanes, Lane{Speakers: []int{s}, Short: lastWord(t.Speakers[s].Name), Off: off})
	return i
}

// speakingOrder returns the positions of the speakers: hosts before others,
// each group in the order in which the transcript lists them.
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

func lastWord(name string) string {
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == ' ' && i < len(name)-1 {
			return name[i+1:]
		}
	}
	return name
}

// perMille returns part of whole in thousandths, rounded to nearest.
func perMille(part, whole int) int {
	if whole == 0 {
		return 0
	}
	return int((int64(part)*2000 + int64(whole)) / (2 * int64(whole)))
}
