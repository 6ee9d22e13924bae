package transcript

import (
	"encoding/json"
	"testing"
)

func TestOffsetJSON(t *testing.T) {
	for _, o := range []Offset{{}, At(0), At(-1500), At(1<<63 - 1)} {
		b, err := json.Marshal(o)
		if err != nil {
			t.Fatal(err)
		}
		got := At(7)
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatal(err)
		}
		if got != o {
			t.Errorf("%s is read as %+v, want %+v", b, got, o)
		}
	}
	for _, in := range []string{`1.5`, `"1"`, `true`, `{}`, `9223372036854775808`} {
		if err := json.Unmarshal([]byte(in), new(Offset)); err == nil {
			t.Errorf("%s is read as a time", in)
		}
	}
}

// The JSON of a turn omits an unset time, but not 0, the first moment of a recording.
func TestOffsetOmitted(t *testing.T) {
	b, err := json.Marshal(Turn{Start: At(0)})
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"id":"","n":0,"speaker":"","kind":"","topics":null,"text":"","start":0}`
	if string(b) != want {
		t.Errorf("got %s, want %s", b, want)
	}
}

func TestIndex(t *testing.T) {
	v := interview(3)
	if got := v.SpeakerIndex("guest"); got != 1 {
		t.Errorf("the guest is speaker %d", got)
	}
	if got := v.TurnIndex(v.Turns[2].ID); got != 2 {
		t.Errorf("the last turn is turn %d", got)
	}
	if s, n := v.SpeakerIndex("nobody"), v.TurnIndex(""); s != -1 || n != -1 {
		t.Errorf("found speaker %d and turn %d that are not there", s, n)
	}
}
