package transcript

import (
	"encoding/json"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"testing"
)

func ids(t *Transcript) []string {
	var all []string
	for i := range t.Turns {
		all = append(all, t.Turns[i].ID)
	}
	return all
}

// Published links contain the ids of turns. So the code must make the same ids in all
// later versions.
func TestAssignIDsIsStable(t *testing.T) {
	v := &Transcript{Turns: []Turn{
		{Speaker: "host", Text: "How are you?"}, {Speaker: "guest", Text: "Fine."}, {Speaker: "host", Text: "Fine."},
		{Speaker: "guest", Text: "Fine."}, {Speaker: "gues", Text: "tFine."}, {},
	}}
	AssignIDs(v)
	want := []string{"zm4kwv4", "tvvqzpq", "tnk7bn4", "jt5rp7j", "vrnnzjc", "cztcz8k"}
	if got := ids(v); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAssignIDsForm(t *testing.T) {
	form := regexp.MustCompile(`^[b-df-hjkmnp-tv-xz][b-df-hjkmnp-tv-xz2-9]{6}$`)
	v := &Transcript{Turns: make([]Turn, MaxTurns)}
	for i := range v.Turns {
		v.Turns[i].Speaker, v.Turns[i].Text = "s"+strconv.Itoa(i%7), strconv.Itoa(i/2)
	}
	AssignIDs(v)
	seen := map[string]bool{}
	for _, id := range ids(v) {
		if !form.MatchString(id) || !isSlug(id) {
			t.Fatalf("%q is not of the form", id)
		}
		if seen[id] {
			t.Fatalf("%q is the id of two turns", id)
		}
		seen[id] = true
	}
}

func TestAssignIDsKeepsIDs(t *testing.T) {
	v := interview(3)
	natural := ids(v)
	v.Turns[0].ID, v.Turns[1].ID, v.Turns[2].ID = "mine", "", natural[1]
	AssignIDs(v)
	if v.Turns[0].ID != "mine" || v.Turns[2].ID != natural[1] {
		t.Errorf("got %q; ids that were there have changed", ids(v))
	}
	if v.Turns[1].ID == natural[1] || v.Turns[1].ID == "" {
		t.Errorf("got %q for the second turn, whose own id is taken", v.Turns[1].ID)
	}
}

func TestAssignIDsIgnoresOrder(t *testing.T) {
	byText := func(turns []Turn) map[string]string {
		v := &Transcript{Turns: slices.Clone(turns)}
		for i := range v.Turns {
			v.Turns[i].ID = ""
		}
		AssignIDs(v)
		m := map[string]string{}
		for _, turn := range v.Turns {
			m[turn.Text] = turn.ID
		}
		return m
	}
	turns := interview(50).Turns
	before := byText(turns)
	after := byText(slices.Insert(slices.Clone(turns), 10, Turn{Speaker: "guest", Text: "One more thing."}))
	delete(after, "One more thing.")
	if !maps.Equal(before, after) {
		t.Error("an inserted turn changes the ids of others")
	}
	slices.Reverse(turns)
	if !maps.Equal(before, byText(turns)) {
		t.Error("the order of turns changes their ids")
	}
}

// The test vectors are from RFC 9923.
func TestFNV1a(t *testing.T) {
	for in, want := range map[string]uint64{
		"":       0xcbf29ce484222325,
		"a":      0xaf63dc4c8601ec8c,
		"foobar": 0x85944171f73967e8,
	} {
		if got := fnv1a(fnvOffset, in); got != want {
			t.Errorf("%q is %#x, want %#x", in, got, want)
		}
	}
}

func TestComplete(t *testing.T) {
	v := &Transcript{Speakers: []Speaker{{ID: "a", SameAs: []string{"x"}}}, Turns: []Turn{{N: 7}, {Topics: []string{"t"}}}}
	v.Complete()
	want := &Transcript{
		Schema: Schema, Version: 1,
		Speakers:    []Speaker{{ID: "a", Aliases: []string{}, SameAs: []string{"x"}}},
		Topics:      []Topic{},
		Turns:       []Turn{{N: 1, Topics: []string{}}, {N: 2, Topics: []string{"t"}}},
		Corrections: []Correction{},
	}
	if !reflect.DeepEqual(v, want) {
		t.Errorf("got  %+v\nwant %+v", v, want)
	}
	v.Version, v.Schema = 3, "quoteline/0"
	v.Complete()
	if v.Version != 3 || v.Schema != "quoteline/0" {
		t.Errorf("version %d and schema %q were set before", v.Version, v.Schema)
	}
}

func TestCompleteLeavesNoNullInJSON(t *testing.T) {
	v := new(Transcript)
	v.Complete()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"schema":"quoteline/1","id":"","version":1,"title":"","lang":"","timing":"","editing":"","speakers":[],"topics":[],"turns":[],"corrections":[]}`
	if string(b) != want {
		t.Errorf("got  %s\nwant %s", b, want)
	}
}
