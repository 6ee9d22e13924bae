package reader_test

import (
	"testing"

	"quoteline/shared/reader"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// arch makes a conversation about an arch between an interviewer and speaker A. The
// turns have the ids t1 to t6 and the given texts.
func arch(texts ...string) *transcript.Transcript {
	return conversation(len(texts), func(i int, turn *transcript.Turn) {
		turn.Text = texts[i]
		turn.Speaker = []string{"s0", "s1"}[i%2]
	})
}

var (
	archBefore = []string{
		"Who built the arch by the harbour?",
		"My grandfather did, with two friends and a borrowed cart.\nIt took them one long summer.",
		"Did it ever fall?",
		"Once, in a storm.",
		"Is there anything else to tell?",
		"Nothing that I would tell a newspaper.",
	}
	archAfter = []string{
		"Who built the arch by the harbour?",
		"My grandfather did, with three friends and a cart.\nIt took them one long summer.",
		"Did it ever fall?",
		"Only once, in a storm.",
	}
)

// linkTo returns a link to the given words of turn n. It makes the link from the
// earlier text of the turn, which has been reworded since.
func linkTo(t *testing.T, n int, words string) string {
	t.Helper()
	script := arch(archBefore...)
	turn := &script.Turns[n-1]
	for i := range turn.Text {
		if len(turn.Text) >= i+len(words) && turn.Text[i:i+len(words)] == words {
			return transcript.AnchorOf(turn, transcript.Range{Start: i, End: i + len(words)}).String()
		}
	}
	t.Fatalf("turn %d has no %q", n, words)
	return ""
}

func TestFollow(t *testing.T) {
	tests := []struct {
		name   string
		link   string
		turn   int
		proof  transcript.Proof
		cited  string
		scroll bool
		seek   reader.Seek
	}{
		{"a turn", "t3", 3, transcript.Unproven, "", true, reader.SeekNothing},
		{"the same words", linkTo(t, 3, "ever fall"), 3, transcript.Unchanged, "ever fall", true, reader.SeekNewest},
		{"moved words", linkTo(t, 4, "in a storm"), 4, transcript.Moved, "in a storm", true, reader.SeekNewest},
		{"other words", linkTo(t, 2, "with two friends and a borrowed cart"), 2, transcript.Reworded, "", true, reader.SeekWords},
		{"words that no version has", "t2:0-2~00000000", 2, transcript.Reworded, "", true, reader.SeekWords},
		{"a turn and what is no anchor", "t3:x-y~z", 3, transcript.Unproven, "", true, reader.SeekNothing},
		{"a turn that was removed", "t6", 0, transcript.Unproven, "", false, reader.SeekNearest},
		{"words of a turn that was removed", linkTo(t, 6, "a newspaper"), 0, transcript.Unproven, "", false, reader.SeekNearest},
		{"words that are in another turn now", "gone" + linkTo(t, 3, "ever fall")[2:], 3, transcript.Moved, "ever fall", true, reader.SeekNewest},
		{"what no endpoint calls a turn", "No/body", 0, transcript.Unproven, "", false, reader.SeekNothing},
		{"no link", "", 0, transcript.Unproven, "", false, reader.SeekNothing},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := openConversation(arch(archAfter...))
			f := s.Follow(tc.link)
			if f.Turn != tc.turn || f.Scroll != tc.scroll || f.Seek != tc.seek || f.Link != tc.link || s.Link() != tc.link {
				t.Errorf("%+v, want turn %d, scroll %t, seek %d", f, tc.turn, tc.scroll, tc.seek)
			}
			if f.Seek == reader.SeekNewest {
				if s.View.Proof != transcript.Unproven {
					t.Errorf("proof %d of a transcript that may be an old copy", s.View.Proof)
				}
				s.Confirm(f)
			}
			v := s.View
			if v.Linked != tc.turn || v.Proof != tc.proof || v.Change != nil {
				t.Errorf("turn %d is marked, proof %d; want %d, %d", v.Linked, v.Proof, tc.turn, tc.proof)
			}
			if tc.turn > 0 {
				if got := s.Turn(tc.turn).Text[v.Cited.Start:v.Cited.End]; got != tc.cited {
					t.Errorf("marked words %q, want %q", got, tc.cited)
				}
				s.GoTo(f.Turn)
				s.Lay()
				if row := s.Layout.Rows[tc.turn-1]; !row.Linked || !row.Shown || s.Layout.At != tc.turn {
					t.Errorf("row %+v, at turn %d", row, s.Layout.At)
				}
			}
		})
	}
}

// TestReworded checks what a page shows if a link quotes words that are no longer in
// the transcript.
func TestReworded(t *testing.T) {
	words := linkTo(t, 2, "with two friends and a borrowed cart")
	tests := []struct {
		name     string
		link     string
		versions []string // earlier texts of the turn, the newest first
		tries    int      // how many earlier texts are read until one has the words
		then     []transcript.Edit
		cited    string
	}{
		{"words of the version before", words, archBefore[1:2], 1, []transcript.Edit{
			{Op: transcript.Same, Text: "with "}, {Op: transcript.Delete, Text: "two"}, {Op: transcript.Same, Text: " friends and a"},
			{Op: transcript.Delete, Text: " borrowed"}, {Op: transcript.Same, Text: " cart"},
		}, "with three friends and a cart"},
		{"words of an older version", words, []string{archAfter[1], "No idea.", archBefore[1]}, 3, []transcript.Edit{
			{Op: transcript.Same, Text: "with "}, {Op: transcript.Delete, Text: "two"}, {Op: transcript.Same, Text: " friends and a"},
			{Op: transcript.Delete, Text: " borrowed"}, {Op: transcript.Same, Text: " cart"},
		}, "with three friends and a cart"},
		{"words of no version", "t2:0-2~00000000", archBefore[1:2], 0, nil, ""},
		{"no version is left", words, nil, 0, nil, ""},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := openConversation(arch(archAfter...))
			search := s.Rewording(s.Follow(tc.link))
			tries := 0
			for i, text := range tc.versions {
				if search.Try(text, "2026-05-04") {
					tries = i + 1
					break
				}
			}
			s.Reworded(search)
			change := s.View.Change
			if tries != tc.tries || change == nil || change.Found != (tries > 0) || s.View.Proof != transcript.Reworded {
				t.Fatalf("found after %d versions: %+v", tries, change)
			}
			if tries > 0 && change.Date != "2026-05-04" {
				t.Errorf("changed on %q", change.Date)
			}
			if got := s.Turn(2).Text[s.View.Cited.Start:s.View.Cited.End]; got != tc.cited {
				t.Errorf("marked words %q, want %q", got, tc.cited)
			}
			if !sameEdits(change.Then, tc.then) {
				t.Errorf("then %+v, want %+v", change.Then, tc.then)
			}
			s.Lay()
			if s.Layout.Rows[1].Change != change {
				t.Error("the layout does not have the change")
			}
		})
	}
}

func sameEdits(a, b []transcript.Edit) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestNearest(t *testing.T) {
	tests := []struct {
		name, id string
		turn     int
		proof    transcript.Proof
	}{
		{"a turn of the transcript", "t4", 4, transcript.Removed},
		{"another", "t9", 0, transcript.Unproven},
		{"none", "", 0, transcript.Unproven},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := openConversation(arch(archAfter...))
			s.Follow("t6")
			if got := s.Nearest(tc.id); got != tc.turn || s.View.Linked != tc.turn || s.View.Proof != tc.proof {
				t.Errorf("turn %d, marked %d, proof %d; want %d, %d", got, s.View.Linked, s.View.Proof, tc.turn, tc.proof)
			}
		})
	}
}

// TestLanded checks that the page scrolls only once for a link. The server's page may
// already have scrolled to the linked turn before the program in the browser starts.
func TestLanded(t *testing.T) {
	tests := []struct {
		name   string
		landed int
		do     func(*reader.State)
		scroll bool
	}{
		{"the page has scrolled nowhere", 0, func(*reader.State) {}, true},
		{"the page has scrolled to the turn", 3, func(*reader.State) {}, false},
		{"the page has scrolled to another", 2, func(*reader.State) {}, true},
		{"the choice has changed what is above", 3, func(s *reader.State) { s.ReadURL("q=t3&s=s1") }, true},
		{"from now on links scroll", 3, func(s *reader.State) { s.Land(0) }, true},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := openConversation(arch(archAfter...))
			s.Land(tc.landed)
			tc.do(s)
			if f := s.Follow("t3"); f.Turn != 3 || f.Scroll != tc.scroll {
				t.Errorf("%+v, want to scroll: %t", f, tc.scroll)
			}
		})
	}
}

// TestTurnAttribute checks which turn is marked. The element's attribute turn names
// one, and the link in the page's address may name another.
func TestTurnAttribute(t *testing.T) {
	start := func(turn, link string) *reader.State {
		s := reader.New(timeline.New(arch(archAfter...)), reader.Start{Turn: turn})
		if link != "" {
			s.Follow(link)
		}
		return s
	}
	tests := []struct {
		name       string
		turn, link string // the turn in the attribute and the link in the address at the start
		set        string
		linked     int
		changed    bool
	}{
		{"another turn", "t1", "", "t3", 3, true},
		{"a turn where there was none", "", "", "t3", 3, true},
		{"none", "t1", "", "", 0, true},
		{"an unknown turn", "t1", "", "t9", 0, true},
		{"the address names another", "t1", "t2", "t3", 2, false},
		{"the address names an unknown one", "t1", "t9", "t3", 3, true},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := start(tc.turn, tc.link)
			if turn, changed := s.SetTurn(tc.set); changed != tc.changed || changed && turn != tc.linked || s.View.Linked != tc.linked {
				t.Errorf("turn %d, changed %t, marked %d; want %d, %t", turn, changed, s.View.Linked, tc.linked, tc.changed)
			}
		})
	}
	s := start("t1", "t2")
	s.SetTurn("t3")
	if s.Follow(""); s.View.Linked != 3 {
		t.Errorf("without a link in the address turn %d is marked, want 3", s.View.Linked)
	}
}
