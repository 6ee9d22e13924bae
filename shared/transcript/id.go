package transcript

const (
	// idLetters and idDigits contain no vowels, so that no word appears in an id. They
	// contain no characters that look like another one in print (0 and o, 1, l and i),
	// so that an id can be read aloud.
	idLetters = "bcdfghjkmnpqrstvwxz"
	idDigits  = "23456789"
	idSigns   = idLetters + idDigits

	idLength = 7 // about 7·10⁹ ids
)

// AssignIDs gives an id to every turn that has none. The id is made from the turn's
// speaker and text. It has seven characters, the first of which is a letter, and is
// valid as a slug, as an HTML id and as a CSS identifier. Ids that turns already have
// are kept.
//
// An id does not depend on the turn's position, so it stays the same when other turns
// are inserted, removed or moved. Turns with the same words by the same speaker get
// different ids in the order of the turns. Turns whose hashes are equal by chance get
// different ids as well.
func AssignIDs(t *Transcript) {
	g := idGiver{taken: make(map[string]bool, len(t.Turns)), tried: make(map[uint64]uint64, len(t.Turns))}
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

// idGiver makes ids that differ from those in taken. For each text, tried counts the
// attempts, so that the next turn with the same text continues after them. Without the
// count, n turns with the same text would take n² attempts.
type idGiver struct {
	taken map[string]bool
	tried map[uint64]uint64 // hash of speaker and text → attempts made for them
}

// give returns the first id for the speaker and text that is not in taken, and adds it
// there.
func (g *idGiver) give(speaker, text string) string {
	// A NUL separates speaker and text. No text contains one, so ("ab", "c") and ("a",
	// "bc") have different hashes.
	words := fnv1a(fnv1a(fnv1a(fnvOffset, speaker), "\x00"), text)
	for {
		id := idFrom(mix(words + g.tried[words]*goldenRatio))
		g.tried[words]++
		if !g.taken[id] {
			g.taken[id] = true
			return id
		}
	}
}

// idFrom makes an id of the hash h. Its first character is a letter.
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

// goldenRatio is 2⁶⁴ divided by the golden ratio, which SplitMix64 uses as its step.
const goldenRatio uint64 = 0x9e3779b97f4a7c15

// mix spreads every bit of h over all other bits (the finaliser of SplitMix64). Without
// it, the ids of similar texts would begin with the same characters.
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}
