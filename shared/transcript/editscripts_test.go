package transcript_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"quoteline/shared/transcript"
)

// scripts returns how many random histories (each a random transcript with its
// versions) the test makes. "make test-long" sets EDIT_SCRIPTS to 10,000.
func scripts(t *testing.T) uint64 {
	t.Helper()
	value := os.Getenv("EDIT_SCRIPTS")
	if value == "" {
		return 300
	}
	n, err := strconv.ParseUint(value, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestEditScriptsKeepIDs makes random transcripts, and publishes random edits of them as
// new versions. The id of a turn must never become the id of other words. Each link that
// was ever made must lead to a turn.
func TestEditScriptsKeepIDs(t *testing.T) {
	for seed := range scripts(t) {
		h := newHistory(seed)
		for range 1 + h.random.IntN(8) {
			h.link()
			h.publish()
			if fault := h.fault(); fault != "" {
				t.Fatalf("seed %d, version %d: %s", seed, h.current.Version, fault)
			}
		}
	}
}

// history has the versions of one random transcript. It invents words, and uses each of
// them in one turn only, so words identify the turn that they come from. Only short turns
// such as "Yes." occur several times.
type history struct {
	random   *rand.Rand
	words    int // made so far
	current  *transcript.Transcript
	previous *transcript.Transcript
	gone     []transcript.Turn          // turns that a version removed, with their last words; some may be back
	nearest  map[string]string          // id of a removed turn → id of the turn that was nearest
	said     map[string]map[string]bool // id → all words that turns with this id had
	kept     map[string]bool            // ids that the last edits kept for other words, because the editor reworded the turn
	links    []link
}

// link is a link that a reader made, with the words that it quotes.
type link struct {
	anchor transcript.Anchor
	words  string
}

func newHistory(seed uint64) *history {
	h := &history{
		random: rand.New(rand.NewPCG(seed, 1)), nearest: map[string]string{}, said: map[string]map[string]bool{},
		current: &transcript.Transcript{Version: 1},
	}
	for range 1 + h.random.IntN(12) {
		h.current.Turns = append(h.current.Turns, h.newTurn())
	}
	transcript.AssignIDs(h.current)
	h.remember()
	return h
}

func (h *history) newTurn() transcript.Turn {
	turn := transcript.Turn{Speaker: h.speaker(), Text: "Yes."}
	if h.random.IntN(5) > 0 {
		turn.Text = h.newWords(1 + h.random.IntN(12))
	}
	return turn
}

func (h *history) speaker() string { return []string{"ann", "ben", "cho"}[h.random.IntN(3)] }

func (h *history) newWords(n int) string {
	words := make([]string, n)
	for i := range words {
		h.words++
		words[i] = fmt.Sprint("w", h.words)
	}
	return strings.Join(words, " ")
}

// remember adds the words of each turn in the present version to h.said, under the turn's
// id.
func (h *history) remember() {
	for i := range h.current.Turns {
		turn := &h.current.Turns[i]
		if h.said[turn.ID] == nil {
			h.said[turn.ID] = map[string]bool{}
		}
		for word := range strings.FieldsSeq(turn.Text) {
			h.said[turn.ID][word] = true
		}
	}
}

// link makes a link to a turn, or to some words of it.
func (h *history) link() {
	turn := &h.current.Turns[h.random.IntN(len(h.current.Turns))]
	words := transcript.Range{}
	if h.random.IntN(2) == 0 {
		words.Start = h.random.IntN(len(turn.Text))
		words.End = words.Start + 1 + h.random.IntN(len(turn.Text)-words.Start)
	}
	h.links = append(h.links, link{transcript.AnchorOf(turn, words), turn.Text[words.Start:words.End]})
}

// publish edits the present version and publishes the result. The editor either works
// in the studio, which keeps ids, or reads a changed source, which gives all turns ids
// from their words.
func (h *history) publish() {
	next := &transcript.Transcript{Version: h.current.Version + 1, Turns: slices.Clone(h.current.Turns)}
	h.kept = map[string]bool{}
	for range h.random.IntN(6) {
		h.edit(next)
	}
	if h.random.IntN(2) == 0 {
		h.kept = map[string]bool{}
		for i := range next.Turns {
			next.Turns[i].ID = ""
		}
	}
	transcript.AssignIDs(next)
	removed, err := transcript.Align(h.current, next, h.recall)
	if err != nil {
		panic(err) // recall has no errors
	}
	h.previous, h.current = h.current, next
	for _, r := range removed {
		h.nearest[r.Turn] = r.Nearest
		turn := h.previous.Turns[h.previous.TurnIndex(r.Turn)]
		h.gone = slices.DeleteFunc(h.gone, func(g transcript.Turn) bool { return g.ID == r.Turn })
		h.gone = append(h.gone, turn)
	}
}

// recall answers the questions of Align about removed turns, as the database does.
func (h *history) recall(q *transcript.RecallQuery) (*transcript.Recalled, error) {
	answer := &transcript.Recalled{Turns: map[int]string{}}
	for i := range h.gone {
		g := &h.gone[i]
		if slices.Contains(q.IDs, g.ID) {
			answer.Taken = append(answer.Taken, g.ID)
		}
		k := slices.Index(q.Said, transcript.Said{Speaker: g.Speaker, Text: g.Text})
		if k >= 0 && !slices.Contains(q.Except, g.ID) {
			answer.Turns[k] = max(answer.Turns[k], g.ID)
		}
	}
	return answer, nil
}

// edit makes one random edit.
func (h *history) edit(t *transcript.Transcript) {
	i := h.random.IntN(len(t.Turns))
	turn := &t.Turns[i]
	switch h.random.IntN(9) {
	case 0: // split
		if words := strings.Fields(turn.Text); len(words) > 1 {
			cut := 1 + h.random.IntN(len(words)-1)
			rest := transcript.Turn{Speaker: h.speaker(), Text: strings.Join(words[cut:], " ")}
			turn.Text = strings.Join(words[:cut], " ")
			t.Turns = slices.Insert(t.Turns, i+1, rest)
		}
	case 1: // join
		if i > 0 {
			t.Turns[i-1].Text += "\n" + turn.Text
			t.Turns = slices.Delete(t.Turns, i, i+1)
		}
	case 2: // move
		moved := *turn
		t.Turns = slices.Delete(t.Turns, i, i+1)
		t.Turns = slices.Insert(t.Turns, h.random.IntN(len(t.Turns)+1), moved)
	case 3: // reword a little
		turn.Text += " " + h.newWords(1)
	case 4: // replace all words, and keep the id
		turn.Text = h.newWords(1 + h.random.IntN(8))
		h.kept[turn.ID] = true
	case 5: // delete
		if len(t.Turns) > 1 {
			t.Turns = slices.Delete(t.Turns, i, i+1)
		}
	case 6: // give to another speaker
		turn.Speaker = h.speaker()
	case 7: // insert
		t.Turns = slices.Insert(t.Turns, i, h.newTurn())
	case 8: // insert a turn that an earlier version removed
		if len(h.gone) > 0 {
			back := h.gone[h.random.IntN(len(h.gone))]
			t.Turns = slices.Insert(t.Turns, i, transcript.Turn{Speaker: back.Speaker, Text: back.Text})
		}
	}
}

// fault returns a text about the first fault of the present version, such as an id that
// two turns have. It returns "" if there is none.
func (h *history) fault() string {
	seen := map[string]bool{}
	for i := range h.current.Turns {
		turn := &h.current.Turns[i]
		if turn.ID == "" || seen[turn.ID] {
			return fmt.Sprintf("the id %q of turn %d is empty or not unique", turn.ID, i+1)
		}
		seen[turn.ID] = true
		if said := h.said[turn.ID]; said != nil && !h.kept[turn.ID] && !sharesWord(said, turn.Text) {
			return fmt.Sprintf("the id %s has passed to the words %q", turn.ID, turn.Text)
		}
	}
	h.remember()
	for _, l := range h.links {
		if fault := h.follow(l); fault != "" {
			return fault
		}
	}
	return ""
}

func sharesWord(said map[string]bool, text string) bool {
	for word := range strings.FieldsSeq(text) {
		if said[word] {
			return true
		}
	}
	return false
}

// follow follows a link, as a reader's browser does. If the link's turn was removed, it
// goes to the nearest turn instead. follow returns a text about a fault, or "" if there
// is none. There are two faults: the link leads to no turn, or words that count as
// unchanged are not the words that the link quotes.
func (h *history) follow(l link) string {
	a := l.anchor
	for range h.nearest {
		if h.current.TurnIndex(a.Turn) >= 0 {
			break
		}
		a = transcript.Anchor{Turn: h.nearest[a.Turn]}
	}
	i, words, proof := a.Resolve(h.current)
	if i < 0 {
		return fmt.Sprintf("the link %s leads nowhere", l.anchor)
	}
	found := h.current.Turns[i].Text[words.Start:words.End]
	if (proof == transcript.Unchanged || proof == transcript.Moved) && found != l.words {
		return fmt.Sprintf("the link %s to %q shows %q as unchanged", l.anchor, l.words, found)
	}
	return ""
}
