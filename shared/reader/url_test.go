package reader_test

import (
	"slices"
	"strings"
	"testing"

	"quoteline/shared/reader"
	"quoteline/shared/timeline"
)

// read passes a fragment of the page's address to the state as a page does. It then
// computes where each turn is drawn.
func read(s *reader.State, fragment string) reader.Arrival {
	a := s.ReadURL(fragment)
	if a.Linked {
		if f := s.Follow(a.Link); f.Turn > 0 {
			s.GoTo(f.Turn)
		}
	}
	s.Lay()
	return a
}

func TestReadURL(t *testing.T) {
	id := interview(t).Turns[21].ID
	tests := []struct {
		name     string
		start    reader.Start
		fragment string
		rows     string
		query    string
		linked   int
		want     reader.Arrival
	}{
		{"nothing", reader.Start{}, "", "1-30", "", 0, reader.Arrival{}},
		{"speakers, topic, search and link", reader.Start{}, "q=" + id + "&s=host,sam-altman&topic=governance&find=board",
			"(18) 19-24 (6)", "board", 22, reader.Arrival{Chosen: true, Searched: true, Linked: true, Link: id}},
		{"a link", reader.Start{}, "q=" + id, "1-30", "", 22, reader.Arrival{Linked: true, Link: id}},
		{"a link shows its turn beside a filter that hides it", reader.Start{}, "q=" + id + "&s=mira-murati",
			"(8) 9-10 (11) 22 (2) 25-26 (4)", "", 22, reader.Arrival{Chosen: true, Linked: true, Link: id}},
		{"only hits", reader.Start{}, "find=security&only=hits&s=mira-murati", "(24) 25-26 (4)", "security", 0, reader.Arrival{Chosen: true, Searched: true}},
		{"only hits without a search", reader.Start{}, "only=hits", "1-30", "", 0, reader.Arrival{Chosen: true}},
		{"no speaker", reader.Start{}, "s=", "(30)", "", 0, reader.Arrival{Chosen: true}},
		{"unknown ids and bad escapes", reader.Start{}, "q=nobody&s=nobody&topic=nothing&find=%ff&x=%", "1-30", "", 0,
			reader.Arrival{Linked: true, Link: "nobody"}},
		{"some unknown speakers", reader.Start{}, "s=nobody,mira-murati", murati, "", 0, reader.Arrival{Chosen: true}},
		{"all speakers one by one", reader.Start{}, "s=mira-murati,host,sam-altman", "1-30", "", 0, reader.Arrival{}},
		{"the attributes are the defaults", reader.Start{Speakers: "mira-murati", Query: "board"}, "", murati, "board", 0,
			reader.Arrival{Chosen: true, Searched: true}},
		{"the address overrides them", reader.Start{Speakers: "mira-murati", Topic: "staff"}, "s=*&topic=", "1-30", "", 0, reader.Arrival{}},
		{"unknown attributes", reader.Start{Speakers: "nobody", Topic: "nothing", Turn: "nothing"}, "", "1-30", "", 0, reader.Arrival{}},
		{"the turn of the attribute", reader.Start{Turn: id}, "", "1-30", "", 22, reader.Arrival{}},
		{"it stays marked if the address names an unknown one", reader.Start{Turn: id}, "q=of-another-element", "1-30", "", 22,
			reader.Arrival{Linked: true, Link: "of-another-element"}},
		{"the second element of a page", reader.Start{Nth: 2}, "s=host&s2=mira-murati", murati, "", 0, reader.Arrival{Chosen: true}},
		{"the first one beside it", reader.Start{Nth: 1}, "s2=mira-murati", "1-30", "", 0, reader.Arrival{}},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			tc.start.Fragment = tc.fragment
			s := open(t, tc.start)
			got := read(s, tc.fragment)
			if got != tc.want {
				t.Errorf("%+v, want %+v", got, tc.want)
			}
			if got := rows(s.Layout); got != tc.rows || s.View.Query != tc.query || s.View.Linked != tc.linked {
				t.Errorf("rows %s, search %q, turn %d; want %s, %q, %d", got, s.View.Query, s.View.Linked, tc.rows, tc.query, tc.linked)
			}
			if next, chosen := s.WriteURL(tc.fragment); chosen && got.Chosen {
				t.Errorf("what was read is to be written again: %q", next)
			}
		})
	}
}

// TestReadURLAgain reads several addresses one after the other, as after Back and
// Forward.
func TestReadURLAgain(t *testing.T) {
	id := interview(t).Turns[21].ID
	type visit struct {
		fragment string
		rows     string
		linked   int
		chosen   bool
	}
	tests := []struct {
		name   string
		visits []visit
	}{
		{"back and forward", []visit{
			{"s=mira-murati", murati, 0, true},
			{"s=host,mira-murati", "1 (1) 3 (1) 5 (1) 7 (1) 9-11 (1) 13 (1) 15 (1) 17 (1) 19 (1) 21 (1) 23 (1) 25-27 (1) 29 (1)", 0, true},
			{"s=mira-murati", murati, 0, true},
			{"", "1-30", 0, true},
			{"s=mira-murati", murati, 0, true},
		}},
		{"the page's own ways leave the choice alone", []visit{
			{"comments&s=mira-murati", murati, 0, true},
			{"about", murati, 0, false},
			{"comments&s=mira-murati", murati, 0, false},
			{"comments", "1-30", 0, true},
			{"comments&find=board", "1-30", 0, true},
			{"about", "1-30", 0, false},
		}},
		{"links, and the way back from them", []visit{
			{"q=" + id, "1-30", 22, false},
			{"q=" + id + "&s=mira-murati", murati, 22, true},
			{"q=nothing", "1-30", 0, true},
			{"", "1-30", 0, false},
		}},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := open(t, reader.Start{})
			for _, v := range tc.visits {
				a := read(s, v.fragment)
				if got := rows(s.Layout); got != v.rows || s.View.Linked != v.linked || a.Chosen != v.chosen {
					t.Errorf("#%s: rows %s, turn %d, %+v; want %s, %d, %t", v.fragment, got, s.View.Linked, a, v.rows, v.linked, v.chosen)
				}
			}
		})
	}
}

func TestWriteURL(t *testing.T) {
	tests := []struct {
		name   string
		start  reader.Start
		before string // the fragment of the page's address before the test
		do     []func(*reader.State)
		want   string
		chosen bool
	}{
		{"nothing", reader.Start{}, "", nil, "", false},
		{"one speaker", reader.Start{}, "", events(solo(2)), "s=mira-murati", true},
		{"two speakers", reader.Start{}, "", events(solo(2), toggle(0)), "s=host,mira-murati", true},
		{"no speaker", reader.Start{}, "", events(toggle(0), toggle(1), toggle(2)), "s=", true},
		{"a search", reader.Start{}, "", events(search("board & more")), "find=board%20%26%20more", true},
		{"only hits", reader.Start{}, "", events(search("board"), onlyHits(true)), "find=board&only=hits", true},
		{"a topic after a search", reader.Start{}, "", events(search("board"), topic("staff")), "topic=staff&find=board", true},
		{"there and back", reader.Start{}, "", events(solo(2), (*reader.State).ShowAll), "", false},
		{"the page's own stays", reader.Start{}, "comments", events(solo(2)), "comments&s=mira-murati", true},
		{"a link stays", reader.Start{}, "q=ab12", events(solo(2)), "q=ab12&s=mira-murati", true},
		{"all against an attribute", reader.Start{Speakers: "mira-murati"}, "", events((*reader.State).ShowAll), "s=*", true},
		{"what an attribute says is left out", reader.Start{Speakers: "mira-murati"}, "", events(solo(1), solo(2)), "", false},
		{"the second element", reader.Start{Nth: 2}, "s=host", events(solo(2)), "s=host&s2=mira-murati", true},
		{"what is revealed or gone to is no choice", reader.Start{}, "", events(goTo(5), reveal(1)), "", false},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			tc.start.Fragment = tc.before
			s := open(t, tc.start)
			read(s, tc.before)
			for _, event := range tc.do {
				event(s)
				s.Lay()
			}
			if got, chosen := s.WriteURL(tc.before); got != tc.want || chosen != tc.chosen {
				t.Errorf("%q, %t; want %q, %t", got, chosen, tc.want, tc.chosen)
			}
			if got, chosen := s.WriteURL(tc.want); got != tc.want || chosen {
				t.Errorf("once more: %q, %t", got, chosen)
			}
		})
	}
}

func TestTyping(t *testing.T) {
	s := open(t, reader.Start{})
	if s.Typing() {
		t.Error("nothing was typed")
	}
	if s.Type("boar"); !s.Typing() {
		t.Error("the search is not in the address yet")
	}
	if next, chosen := s.WriteURL(""); next != "find=boar" || !chosen || s.Typing() {
		t.Errorf("%q, %t, typing %t", next, chosen, s.Typing())
	}
	if s.Search("board"); s.Typing() {
		t.Error("a search that is not typed waits for nothing")
	}
}

// TestFilterByScript checks filters and searches that come from scripts of the page and
// from attributes of the <quote-timeline> element.
func TestFilterByScript(t *testing.T) {
	wish := func(pairs ...string) func(*reader.State) {
		return func(s *reader.State) {
			s.Filter(func(name string) (string, bool) {
				if i := slices.Index(pairs, name); i >= 0 {
					return pairs[i+1], true
				}
				return "", false
			})
		}
	}
	set := func(name, value string) func(*reader.State) {
		return func(s *reader.State) { s.SetAttribute(name, value) }
	}
	tests := []struct {
		name string
		do   []func(*reader.State)
		rows string
		want string // the expected fragment of the page's address
	}{
		{"everything at once", events(wish("speaker", "mira-murati", "q", "security", "only", "true")), "(24) 25-26 (4)",
			"s=mira-murati&find=security&only=hits"},
		{"what is not mentioned stays", events(wish("speaker", "mira-murati"), wish("q", "security")), murati, "s=mira-murati&find=security"},
		{"cleared", events(wish("speaker", "mira-murati", "q", "a"), wish("speaker", "", "topic", "", "q", "", "only", "")), "1-30", ""},
		{"unknown ids", events(wish("speaker", "nobody", "topic", "nothing")), "1-30", ""},
		{"only hits without a search", events(wish("only", "true")), "1-30", ""},
		{"only hits after the search has ended", events(wish("q", "security", "only", "true"), wish("q", "")), "1-30", ""},
		{"an attribute is left out of the address", events(set("speaker", "mira-murati")), murati, ""},
		{"attributes", events(set("speaker", "sam-altman host"), set("topic", "staff"), set("q", "board")), "(16) 17-18 (12)", ""},
		{"an attribute is removed", events(set("speaker", "mira-murati"), set("speaker", "")), "1-30", ""},
		{"an unknown attribute", events(set("theme", "dark"), set("turn", "x")), "1-30", ""},
		{"show all against an attribute", events(set("speaker", "mira-murati"), (*reader.State).ShowAll), "1-30", "s=*"},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := open(t, reader.Start{})
			fragment := ""
			for _, event := range tc.do {
				event(s)
				s.Lay()
				fragment, _ = s.WriteURL(fragment)
			}
			if got := rows(s.Layout); got != tc.rows {
				t.Errorf("rows %s, want %s", got, tc.rows)
			}
			if fragment != tc.want {
				t.Errorf("address %q, want %q", fragment, tc.want)
			}
		})
	}
}

func TestSearchedByScript(t *testing.T) {
	s := open(t, reader.Start{})
	if searched, ok := s.SetAttribute("q", "board"); !searched || !ok {
		t.Errorf("another search: %t, %t", searched, ok)
	}
	if searched, ok := s.SetAttribute("q", "board"); searched || !ok {
		t.Errorf("the same search: %t, %t", searched, ok)
	}
	if searched, ok := s.SetAttribute("topic", "staff"); searched || !ok {
		t.Errorf("a topic: %t, %t", searched, ok)
	}
	if _, ok := s.SetAttribute("for", "podcast"); ok {
		t.Error("the player's id is no choice")
	}
}

func TestTurnURL(t *testing.T) {
	id := interview(t).Turns[11].ID
	tests := []struct {
		name, before, want string
		write              bool
	}{
		{"an empty address", "", "q=" + id, true},
		{"another link", "q=ab12&s=host", "q=" + id + "&s=host", true},
		{"the page's own stays", "/story", "/story?q=" + id, true},
		{"the same link", "q=" + id, "q=" + id, false},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := open(t, reader.Start{})
			read(s, tc.before)
			if got, write := s.TurnURL(12, tc.before); got != tc.want || write != tc.write {
				t.Errorf("%q, %t; want %q, %t", got, write, tc.want, tc.write)
			}
			s.Name(12)
			if s.View.Linked != 12 || s.Link() != id {
				t.Errorf("turn %d is marked, link %q", s.View.Linked, s.Link())
			}
			if a := read(s, tc.want); a.Linked {
				t.Errorf("the written link is followed again: %+v", a)
			}
		})
	}
}

func TestChoice(t *testing.T) {
	s := reader.New(timeline.New(interview(t)), reader.Start{})
	if c := s.Choice(); c.Speakers != nil || !slices.Equal(s.SpeakersOn(), []string{"host", "sam-altman", "mira-murati"}) {
		t.Errorf("%+v, on %v", c, s.SpeakersOn())
	}
	for lane := range s.Layout.Lanes {
		s.Toggle(lane)
	}
	if c := s.Choice(); c.Speakers == nil || len(c.Speakers) > 0 || len(s.SpeakersOn()) > 0 {
		t.Errorf("%+v, on %v", c, s.SpeakersOn())
	}
}

// TestElementsInStep checks a page whose script keeps two elements equal. When one
// element reports a choice, the script makes the same choice in the other element. The
// two elements must not report to each other without end.
func TestElementsInStep(t *testing.T) {
	fragment, reports := "", 0
	var elements [2]*reader.State
	for i := range elements {
		elements[i] = open(t, reader.Start{Nth: i + 1})
	}
	var report func(from int)
	chose := func(i int) {
		elements[i].Lay()
		next, chosen := elements[i].WriteURL(fragment)
		if fragment = next; chosen {
			report(i)
		}
	}
	report = func(from int) {
		if reports++; reports > 20 {
			return // else the test would not end
		}
		shown, to := elements[from], 1-from
		elements[to].Filter(func(name string) (string, bool) {
			switch name {
			case "speaker":
				return strings.Join(shown.SpeakersOn(), ","), true
			case "q":
				return shown.View.Query, true
			}
			return "", false
		})
		chose(to)
	}
	tests := []struct {
		name     string
		element  int
		do       func(*reader.State)
		rows     string
		reports  int // the expected number of all reports
		fragment string
	}{
		{"one speaker in the first", 0, solo(2), murati, 2, "s=mira-murati&s2=mira-murati"},
		{"a search in the second", 1, search("board"), murati, 4, "s=mira-murati&s2=mira-murati&find2=board&find=board"},
		{"nothing", 0, func(*reader.State) {}, murati, 4, "s=mira-murati&s2=mira-murati&find2=board&find=board"},
		{"all in the first", 0, (*reader.State).ShowAll, "1-30", 6, "find2=board&find=board"},
	}
	for _, tc := range tests {
		tc.do(elements[tc.element])
		chose(tc.element)
		if reports != tc.reports || fragment != tc.fragment {
			t.Errorf("%s: %d reports, address %q; want %d, %q", tc.name, reports, fragment, tc.reports, tc.fragment)
		}
		for i, s := range elements {
			if got := rows(s.Layout); got != tc.rows {
				t.Errorf("%s: element %d shows %s, want %s", tc.name, i+1, got, tc.rows)
			}
		}
	}
}
