package transcript

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	tests := []struct {
		name, json string
		want       Transcript
	}{
		{"nothing", `{}`, Transcript{}},
		{"null", ` null `, Transcript{}},
		{"white space", "\t{ \"n\" : [ ] ,\r\n \"id\" : \"x\" } \n", Transcript{ID: "x"}},
		{"unknown members", `{"x":{"a":[1,-2.5e+3,true,false,null,"\u00e9",{}]},"id":"i","y":[]}`, Transcript{ID: "i"}},
		{"unknown members everywhere", `{"publisher":{"x":1},"media":{"x":1},"speakers":[{"x":1}],"topics":[{"x":1}],"turns":[{"x":1}],"corrections":[{"x":1}]}`,
			Transcript{Publisher: &Publisher{}, Media: &Media{}, Speakers: []Speaker{{}}, Topics: []Topic{{}}, Turns: []Turn{{}}, Corrections: []Correction{{}}}},
		{"nulls", `{"title":null,"version":null,"publisher":null,"topics":null}`, Transcript{}},
		{"empty arrays", `{"topics":[],"turns":[]}`, Transcript{Topics: []Topic{}, Turns: []Turn{}}},
		{"null elements", `{"topics":[null,{"id":"a"}],"speakers":[{"aliases":[null,"b"]}]}`, Transcript{
			Topics: []Topic{{}, {ID: "a"}}, Speakers: []Speaker{{Aliases: []string{"", "b"}}}}},
		{"case counts", `{"Title":"a","TITLE":5}`, Transcript{}},
		{"last one counts", `{"title":"a","title":"b","note":"a","note":null}`, Transcript{Title: "b"}},
		{"escaped name", `{"\u0074itle":"a"}`, Transcript{Title: "a"}},
		{"escapes", `{"title":"\"\\\/\b\f\n\r\t\u0041\u00e9\u20AC"}`, Transcript{Title: "\"\\/\b\f\n\r\tAé€"}},
		{"surrogate pair", `{"title":"\ud83c\udf99."}`, Transcript{Title: "🎙."}},
		{"lone surrogates", `{"title":"\ud83c|\udf99|\ud83c\n|\ud83c\u0041|\ud83c\ud83c\udf99"}`,
			Transcript{Title: "\ufffd|\ufffd|\ufffd\n|\ufffdA|\ufffd🎙"}},
		{"bytes that are not UTF-8", "{\"title\":\"a\xff\xe2\x82b\"}", Transcript{Title: "a\ufffd\ufffd\ufffdb"}},
		{"outside ASCII", `{"title":"čao 🎙"}`, Transcript{Title: "čao 🎙"}},
		{"numbers", `{"version":-0,"media":{"duration":9223372036854775807},"turns":[{"start":0,"end":-9223372036854775808}]}`,
			Transcript{Media: &Media{Duration: 1<<63 - 1}, Turns: []Turn{{Start: At(0), End: At(-1 << 63)}}}},
		{"unset times", `{"turns":[{"start":null}]}`, Transcript{Turns: []Turn{{}}}},
		{"nesting", `{"x":` + strings.Repeat("[", maxDepth-1) + strings.Repeat("]", maxDepth-1) + `}`, Transcript{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Parse([]byte(tt.json))
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(*got, tt.want) {
				t.Errorf("got  %+v\nwant %+v", *got, tt.want)
			}
		})
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct {
		json         string
		line, column int
		reason       string
	}{
		{``, 1, 1, "an object"},
		{`[]`, 1, 1, "an object"},
		{`nul`, 1, 1, "an object"},
		{"\ufeff{}", 1, 1, "an object"},
		{`{} {}`, 1, 4, "more after"},
		{`{"id":"a"`, 1, 10, "ends too early"},
		{`{"id":"a",}`, 1, 11, "name"},
		{`{,}`, 1, 2, "name"},
		{`{"id" "a"}`, 1, 7, "colon"},
		{"{\n \"title\": \"čao\", \"id\": 5}", 2, 24, "a string"},
		{`{"id":"a" "title":"b"}`, 1, 11, "comma"},
		{`{"turns":[1]}`, 1, 11, "an object"},
		{`{"turns":{}}`, 1, 10, "an array"},
		{`{"turns":[{}{}]}`, 1, 13, "comma"},
		{`{"turns":[{},]}`, 1, 14, "an object"},
		{`{"version":"1"}`, 1, 12, "a whole number"},
		{`{"version":1.0}`, 1, 12, "a whole number"},
		{`{"version":1e0}`, 1, 12, "a whole number"},
		{`{"version":01}`, 1, 13, "comma"},
		{`{"version":-}`, 1, 13, "a digit"},
		{`{"version":9223372036854775808}`, 1, 12, "too large"},
		{`{"media":{"duration":-9223372036854775809}}`, 1, 22, "too large"},
		{`{"turns":[{"start":"1"}]}`, 1, 20, "a whole number"},
		{`{"x":1.}`, 1, 8, "a digit"},
		{`{"x":1e+}`, 1, 9, "a digit"},
		{`{"x":nil}`, 1, 6, "a value"},
		{`{"x":}`, 1, 6, "a value"},
		{`{"id":"a` + "\t" + `"}`, 1, 9, "control character"},
		{`{"id":"\x"}`, 1, 8, "no such escape"},
		{`{"id":"\u12g4"}`, 1, 12, "hexadecimal"},
		{`{"id":"\u12`, 1, 12, "ends too early"},
		{`{"id":"\`, 1, 9, "ends too early"},
		{`{"x":` + strings.Repeat("[", maxDepth), 1, 69, "too deep"},
	}
	for _, tt := range tests {
		t.Run(tt.json, func(t *testing.T) {
			got, err := Parse([]byte(tt.json))
			var e *SyntaxError
			if !errors.As(err, &e) {
				t.Fatalf("got %+v, error %v", got, err)
			}
			if e.Line != tt.line || e.Column != tt.column || !strings.Contains(e.Reason, tt.reason) {
				t.Errorf("got %q, want line %d, column %d, %q", e, tt.line, tt.column, tt.reason)
			}
		})
	}
}

func TestSyntaxErrorOffset(t *testing.T) {
	_, err := Parse([]byte("{\"title\":\"é\",\n5}"))
	want := &SyntaxError{Offset: 15, Line: 2, Column: 1, Reason: "a member's name is expected here"}
	if !reflect.DeepEqual(err, error(want)) {
		t.Errorf("got %#v, want %#v", err, want)
	}
	if got, want := err.Error(), "transcript: line 2, column 1: a member's name is expected here"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// interview returns a valid transcript that uses every member.
func interview(turns int) *Transcript {
	t := &Transcript{
		ID: "an-interview", Title: "An interview", Summary: "What was said.\nAnd how.", Lang: "en-GB",
		Publisher: &Publisher{Name: "The Paper", URL: "https://paper.example/"}, SourceURL: "https://paper.example/a?b=c#d",
		DatePublished: "2024-02-29", RecordedAt: "2024-02-28T23:59:60+01:00", DateModified: "2024-03-01T10:00:00.5Z",
		Timing: TimingTurn, Editing: EditingTranslated, TranslatedFrom: "sr-Latn", Note: "Shortened.",
		Speakers: []Speaker{
			{ID: "host", Name: "The Host", Kind: KindHost, Aliases: []string{"HOST", "Moderator"}},
			{ID: "guest", Name: "The Guest", Role: "Author", Kind: KindGuest, SameAs: []string{"https://guest.example"}},
		},
		Topics: []Topic{{ID: "board", Label: "The board"}, {ID: "work", Label: "Work & <life>"}},
		Media:  &Media{URL: "https://paper.example/a.mp3", Type: "audio/mpeg", Duration: 3_600_000},
	}
	words := strings.Repeat("The board said “no” & we went on with the work. ", 8)
	for i := range turns {
		turn := Turn{
			Speaker: "host", Kind: Question, Topics: []string{"board"}, Lang: "en", Date: "2024-02-28",
			Text: words + "\nTurn " + strconv.Itoa(i) + " ends.", Start: At(int64(i) * 1000), End: At(int64(i)*1000 + 999),
		}
		if i%2 == 1 {
			turn.Speaker, turn.Kind, turn.Status = "guest", Answer, "condensed"
		}
		t.Turns = append(t.Turns, turn)
	}
	AssignIDs(t)
	for i := 1; i < turns; i += 2 {
		t.Turns[i].ReplyTo = t.Turns[i-1].ID
	}
	t.Corrections = []Correction{{Date: "2024-03-01", Turn: "gone", Note: "A name.", Before: "Ann", After: "Anne"}}
	t.Complete()
	return t
}

func encode(t testing.TB, v *Transcript) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestParseReadsWhatMarshalWrites(t *testing.T) {
	want := interview(20)
	indented, err := json.MarshalIndent(want, "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range [][]byte{encode(t, want), indented} {
		got, err := Parse(b)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
	}
}

func TestParseRefusesEveryPrefix(t *testing.T) {
	b := encode(t, interview(2))
	for i := range b {
		if got, err := Parse(b[:i]); err == nil {
			t.Fatalf("read %+v from the first %d bytes", got, i)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	in := encode(b, interview(10_000))
	read := map[string]func([]byte) (*Transcript, error){
		"Parse": Parse,
		"encoding/json": func(in []byte) (*Transcript, error) {
			t := new(Transcript)
			return t, json.Unmarshal(in, t)
		},
	}
	for _, name := range []string{"Parse", "encoding/json"} {
		b.Run(fmt.Sprint(name, "/10000-turns"), func(b *testing.B) {
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := read[name](in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
