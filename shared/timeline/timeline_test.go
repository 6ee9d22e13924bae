package timeline_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// conversation makes a transcript from lines in the form "speaker: text". The speaker
// "host" asks, and the next speaker answers.
func conversation(lines ...string) *transcript.Transcript {
	t := &transcript.Transcript{}
	for i, line := range lines {
		speaker, text, _ := strings.Cut(line, ": ")
		turn := transcript.Turn{ID: fmt.Sprint("t", i), Speaker: speaker, Text: text, Kind: transcript.Answer}
		if speaker == "host" {
			turn.Kind = transcript.Question
		} else if i > 0 && t.Turns[i-1].Kind == transcript.Question {
			turn.ReplyTo = t.Turns[i-1].ID
		}
		if t.SpeakerIndex(speaker) < 0 {
			kind := transcript.KindGuest
			if speaker == "host" {
				kind = transcript.KindHost
			}
			t.Speakers = append(t.Speakers, transcript.Speaker{ID: speaker, Name: speaker, Kind: kind})
		}
		t.Turns = append(t.Turns, turn)
	}
	return t
}

// shape returns the list of turns as text. A visible turn is "s". In a run of hidden
// turns, the first one is the number of turns in the run, and each further one is ".".
// For example, "s2.s" is a visible turn, two hidden ones and a visible one.
func shape(l *timeline.Layout) string {
	var b strings.Builder
	for _, row := range l.Rows {
		switch {
		case row.Stub > 0:
			fmt.Fprint(&b, row.Stub)
		case row.Shown:
			b.WriteByte('s')
		default:
			b.WriteByte('.')
		}
	}
	return b.String()
}

func TestFilterKeepsQuestions(t *testing.T) {
	script := conversation("host: why", "a: so", "host: and", "b: no", "host: then", "a: well")
	tests := []struct {
		name string
		view timeline.View
		want string
	}{
		{"everything", timeline.View{}, "ssssss"},
		{"b alone", timeline.View{Off: []bool{true, true, false}}, "2.ss2."},
		{"a alone", timeline.View{Off: []bool{true, false, true}}, "ss2.ss"},
		{"the host alone", timeline.View{Off: []bool{false, true, true}}, "s1s1s1"},
		{"nobody", timeline.View{Off: []bool{true, true, true}}, "6....."},
		{"revealed", timeline.View{Off: []bool{true, true, false}, Revealed: []bool{false, true}}, "1sss2."},
		{"a topic that no turn has", timeline.View{Topic: "x"}, "6....."},
		{"only hits", timeline.View{OnlyHits: true, Hits: [][]transcript.Range{3: {{Start: 0, End: 2}}, 5: nil}}, "2.ss2."},
		{"only hits without a search", timeline.View{OnlyHits: true}, "ssssss"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			line := timeline.New(script)
			l := line.Lay(&tt.view)
			if got := shape(l); got != tt.want {
				t.Errorf("rows %q, want %q", got, tt.want)
			}
			for n := 1; n <= len(l.Rows); n++ {
				if got := line.Shows(&tt.view, n); got != l.Rows[n-1].Shown {
					t.Errorf("Shows says %v of turn %d, the layout %v", got, n, l.Rows[n-1].Shown)
				}
			}
		})
	}
}

// The bars of the turns must cover the axis without gaps, for any number and length of
// turns.
func TestSegmentsTileTheAxis(t *testing.T) {
	for _, n := range []int{1, 2, 3, 30, 400, 12000} {
		lines := make([]string, n)
		for i := range lines {
			lines[i] = []string{"host: ", "a: "}[i%2] + strings.Repeat("word ", i*i%97+1)
		}
		l := timeline.Lay(conversation(lines...), &timeline.View{})
		x := 0
		for i, s := range l.Segments {
			if s.X != x || s.W < 0 {
				t.Fatalf("%d turns: segment %d at %d+%d, want it at %d", n, i, s.X, s.W, x)
			}
			x += s.W
		}
		if x != timeline.Length {
			t.Errorf("%d turns end at %d, want %d", n, x, timeline.Length)
		}
	}
}

func TestShortTurnsStayVisible(t *testing.T) {
	l := timeline.Lay(conversation("host: why", "a: "+strings.Repeat("word ", 5000)), &timeline.View{})
	if w := l.Segments[0].W; w < 40_000 {
		t.Errorf("a turn of one word is %d units wide, want at least 40,000", w)
	}
}

func TestSharesAndLanes(t *testing.T) {
	script := conversation("a: one two three", "host: one", "Speaker B: one two")
	l := timeline.Lay(script, &timeline.View{})
	var got []string
	for _, lane := range l.Lanes {
		got = append(got, fmt.Sprint(script.Speakers[lane.Speakers[0]].Name, " ", lane.Short, " ", lane.Words, " ", lane.Share))
	}
	want := "host host 1 17|a a 3 50|Speaker B B 2 33"
	if strings.Join(got, "|") != want {
		t.Errorf("lanes %q, want %q", got, want)
	}
}

// TestSharesAddUp checks that the shares of all lanes add up to 100%. A lane with words has
// at least 1%.
func TestSharesAddUp(t *testing.T) {
	for _, tc := range []struct{ words, want []int }{
		{[]int{1, 1, 1}, []int{34, 33, 33}},
		{[]int{1, 1, 4, 1, 1, 4}, []int{9, 9, 33, 8, 8, 33}},
		{[]int{998, 1, 1}, []int{98, 1, 1}},
		{[]int{1996, 1, 1, 1, 1}, []int{96, 1, 1, 1, 1}},
		{[]int{7}, []int{100}},
		{[]int{0, 5}, []int{0, 100}},
		{[]int{0, 0}, []int{0, 0}},
	} {
		var lines []string
		for i, n := range tc.words {
			lines = append(lines, fmt.Sprint("s", i, ": ", strings.Repeat("word ", n)))
		}
		var got []int
		for _, lane := range timeline.Lay(conversation(lines...), &timeline.View{}).Lanes {
			got = append(got, lane.Share)
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%v words: shares %v, want %v", tc.words, got, tc.want)
		}
	}
}

// On a phone, a short name must not be wider than its column, which is 48 px wide. A
// letter is 7 px wide on average.
func TestShortNames(t *testing.T) {
	for name, want := range map[string]string{
		"Sam Altman":         "Altman",
		"Maeve Whelan-Wuest": "Whela…",
		"Moderator":          "Moder…",
		"Interviewer":        "Interv…",
		"WWWWWW":             "WWW…",
		"lilli-filli-tilli":  "lilli-fil…",
		"주최자이다":              "주최자…",
		"发言人甲":               "发言人甲",
		"A ":                 "A ",
	} {
		l := timeline.Lay(conversation(name+": one"), &timeline.View{})
		if got := l.Lanes[0].Short; got != want {
			t.Errorf("%q: short name %q, want %q", name, got, want)
		}
	}
}

// Grey is the colour of interviewers. If all speakers are guests, the first one must
// not be grey.
func TestColours(t *testing.T) {
	guests := make([]string, 9)
	for i := range guests {
		guests[i] = fmt.Sprintf("s%d: word", i)
	}
	for _, tc := range []struct {
		lines []string
		want  []int
	}{
		{[]string{"a: one", "host: two", "b: three"}, []int{0, 1, 2}},
		{[]string{"a: one", "b: two"}, []int{1, 2}},
		{guests, []int{1, 2, 3, 4, 5, 6, 7, 0}},
	} {
		var got []int
		for _, lane := range timeline.Lay(conversation(tc.lines...), &timeline.View{}).Lanes {
			got = append(got, lane.Colour)
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%v: colours %v, want %v", tc.lines, got, tc.want)
		}
	}
}

func TestManySpeakersShareALane(t *testing.T) {
	var lines []string
	for i := range 12 {
		lines = append(lines, fmt.Sprintf("s%d: word", i))
	}
	l := timeline.Lay(conversation(lines...), &timeline.View{})
	if len(l.Lanes) != timeline.MaxLanes {
		t.Fatalf("%d lanes, want %d", len(l.Lanes), timeline.MaxLanes)
	}
	if last := l.Lanes[timeline.MaxLanes-1]; len(last.Speakers) != 5 || last.Turns != 5 || last.Short != "" {
		t.Errorf("the shared lane is %+v, want 5 speakers with 5 turns", last)
	}
}

func TestTurnsWithoutSpeaker(t *testing.T) {
	script := conversation("host: why", "a: so")
	script.Turns = append(script.Turns, transcript.Turn{ID: "n", Kind: transcript.Note, Text: "laughter"})
	l := timeline.Lay(script, &timeline.View{})
	if l.Words != 2 {
		t.Errorf("%d words, want 2: a note is not speech", l.Words)
	}
	if lane := l.Segments[2].Lane; lane != -1 {
		t.Errorf("a note is in lane %d, want none", lane)
	}
}

func TestNoTurns(t *testing.T) {
	l := timeline.Lay(&transcript.Transcript{}, &timeline.View{})
	if len(l.Rows) != 0 || l.At != 0 || len(l.Ticks) != 0 {
		t.Errorf("layout of nothing: %+v", l)
	}
}

func TestWords(t *testing.T) {
	tests := []struct {
		text string
		want int
	}{
		{"", 0},
		{"one", 1},
		{" one  two\nthree ", 3},
		{"it's non-profit", 2},
		{"董事会，好", 5},
		{"GPT-4 很好", 3},
		{"안녕하세요 여러분", 2},
	}
	for _, tt := range tests {
		if got := timeline.Words(tt.text); got != tt.want {
			t.Errorf("Words(%q) = %d, want %d", tt.text, got, tt.want)
		}
	}
}

func TestTicksHaveRoom(t *testing.T) {
	var lines []string
	for i := range 1000 {
		lines = append(lines, []string{"host: ", "a: "}[i%2]+"one two three")
	}
	l := timeline.Lay(conversation(lines...), &timeline.View{})
	if len(l.Ticks) < 4 || len(l.Ticks) > 12 {
		t.Errorf("%d ticks for 1000 turns", len(l.Ticks))
	}
	for i := 1; i < len(l.Ticks); i++ {
		if l.Ticks[i].X-l.Ticks[i-1].X < 350_000 {
			t.Errorf("ticks %+v and %+v overlap", l.Ticks[i-1], l.Ticks[i])
		}
	}
}
