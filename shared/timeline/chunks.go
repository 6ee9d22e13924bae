package timeline

import "quoteline/shared/transcript"

// ChunkTurns is about how many turns a chunk has if the transcript has more than
// DenseAbove turns. A chunk is a run of turns whose HTML is written together. To draw a
// larger chunk, a browser would need more time than one frame of the screen. Smaller
// chunks would be too many.
const ChunkTurns = 20

// layChunks cuts each band (turns on one topic or day) into chunks, which are runs of
// turns whose HTML is written together. An answer directly after its question is in the
// same chunk, unless the chunk would be longer than about twice ChunkTurns.
func (l *Layout) layChunks(t *transcript.Transcript) {
	for b := range l.Bands {
		band := &l.Bands[b]
		for first := band.First; first <= band.Last; {
			last := band.Last
			if l.Dense {
				last = min(last, first+ChunkTurns-1)
			}
			for last < min(band.Last, first+2*ChunkTurns) && t.Turns[last].ReplyTo == t.Turns[last-1].ID {
				last++
			}
			l.Chunks = append(l.Chunks, Chunk{Band: b, First: first, Last: last})
			first = last + 1
		}
	}
}

// ChunkOf returns the position in Layout.Chunks of the chunk (a run of turns whose HTML
// is written together) that has turn n. The turn must exist.
func (l *Layout) ChunkOf(n int) int {
	from, to := 0, len(l.Chunks)-1
	for from < to {
		middle := (from + to + 1) / 2
		if l.Chunks[middle].First <= n {
			from = middle
		} else {
			to = middle - 1
		}
	}
	return from
}
