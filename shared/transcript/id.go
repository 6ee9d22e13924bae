package transcript

const (
	// idLetters and idDigits contain no vowels, so that an id never contains a word.
	// They contain no characters that look alike in print (0 and o, or 1, l and i), so
	// that an id can be read aloud.
	idLetters = "bcdfghjkmnpqrstvwxz"
	idDigits  = "23456789"
	idSigns   = idLetters + idDigits

	idLength = 7 // about 7·10⁹ ids
)

// AssignIDs sets the id of every turn that has none. The id is made from the turn's
// speaker and text. It has seven characters, the first of which is a letter. It is
// valid as a slug (part of an address), as an HTML id and as a CSS identifier. Ids that
// turns already have are not changed.
//
// An id does not depend on the turn's position, so it stays the same when other turns
// are inserted, removed or moved. Turns with the same words by the same speaker get
// different ids, in the order of the turns. Turns whose hashes are equal by chance get
// different ids as well.
func AssignIDs(t *Transcript) {
	g := idGiver{taken: make(map[string]bool, len(t.Turns)), tried: map[uint64]uint64{}}
	for i := range t.Turns {
		if id := t.Turns[i].ID; id != "" {
			g.taken[id] = true
		}
	}
	for i := range t.Turns {
		if turn := &t.Turns[i]; turn.ID == "" {
			turn.ID = g.give(turn.Speaker, turn.Text)
		}
	}
}

// idGiver makes ids that differ from those in taken. If several turns have the same
// speaker and text, each needs one attempt more than the previous one. The map tried
// counts the attempts, so that the next of these turns does not repeat them. Without the
// count, n turns with the same text would take n² attempts. Most turns need only one
// attempt. They are not in the map, so the map is small.
type idGiver struct {
	taken map[string]bool
	tried map[uint64]uint64 // hash of speaker and text → attempts so far
	first uint64            // the number of the first attempt
}

// give returns a new id for a turn with this speaker and text, and adds the id to
// taken. It makes one id after another until it finds one that is not in taken.
func (g *idGiver) give(speaker, text string) string {
	// A NUL byte separates speaker and text. No text contains a NUL, so ("ab", "c")
	// and ("a", "bc") have different hashes.
	words := fnv1a(fnv1a(fnv1a(fnvOffset, speaker), "\x00"), text)
	for attempt := g.tried[words]; ; attempt++ {
		id := idFrom(mix(words + (g.first+attempt)*goldenRatio))
		if g.taken[id] {
			continue
		}
		g.taken[id] = true
		if attempt > 0 {
			g.tried[words] = attempt + 1
		}
		return id
	}
}

// idFrom makes an id from the hash h. The first character of the id is a letter.
func idFrom(h uint64) string {
	var id [idLength]byte
	id[0] = idLetters[h%uint64(len(idLetters))]
	h /= uint64(len(idLetters))
	for i := 1; i < len(id); i++ {
		id[i] = idSigns[h%uint64(len(idSigns))]
		h /= uint64(len(idSigns))
	}
	return string(id[:])
}

// The offset basis and the prime of the 64-bit hash FNV-1a (RFC 9923).
const (
	fnvOffset uint64 = 0xcbf29ce484222325
	fnvPrime  uint64 = 0x00000100000001b3
)

func fnv1a(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return h
}

// goldenRatio is 2⁶⁴ divided by the golden ratio. The random number generator
// SplitMix64 adds this number in each step.
const goldenRatio uint64 = 0x9e3779b97f4a7c15

// mix returns a number in which every bit of h affects every bit. The function is the
// last step of the random number generator SplitMix64. Without it, the ids of similar
// texts would begin with the same characters.
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}
