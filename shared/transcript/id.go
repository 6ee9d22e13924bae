package transcript

const (
	// idLetters and idDigits have no vowel and nothing that is mistaken for
	// another sign in print (0 o, 1 l i), so that no word appears in an id
	// and an id can be read out.
	idLetters = "bcdfghjkmnpqrstvwxz"
	idDigits  = "23456789"
	idSigns   = idLetters + idDigits

	idLength = 7 // about 7·10⁹ ids
)

// AssignIDs gives every turn without an id one that is made from its speaker
// and its text: seven characters, a letter first, valid as a slug, as an HTML id
// and as a CSS identifier. Ids that are there already are kept.
//
// The id of a turn says nothing about its place, and it stays the same when
// other turns are inserted, removed or moved. Turns that say the very same
// words by the same speaker get different ids in the order of the
// turns; so do two turns whose hashes meet by chance.
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

// idGiver remembers what has been given. Without tried, a text repeated n
// times would take n² attempts.
type idGiver struct {
	taken map[string]bool
	tried map[uint64]uint64 // hash of the words → attempts made for them
}

// give returns the first id for the words that is not taken, and takes it.
func (g *idGiver) give(speaker, text string) string {
	// No text contains a NUL, so ("ab", "c") and ("a", "bc") differ.
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

// idFrom writes h in the characters of an id. The first is a letter.
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

// FNV-1a, 64 bits (RFC 9923).
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

// goldenRatio is 2⁶⁴ divided by the golden ratio: the step of SplitMix64.
const goldenRatio uint64 = 0x9e3779b97f4a7c15

// mix spreads every bit of h over all others (the finaliser of SplitMix64),
// since a folded FNV of similar texts would share its leading characters.
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}
