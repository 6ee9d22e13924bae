package transcript

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestValidateFindsNothing(t *testing.T) {
	change := map[string]func(*Transcript){
		"nothing":                func(*Transcript) {},
		"a later kind":           func(v *Transcript) { v.Speakers[0].Kind = "moderator" },
		"a note with no speaker": func(v *Transcript) { v.Turns[2].Kind, v.Turns[2].Speaker = Note, "" },
		"an interruption":        func(v *Transcript) { v.Turns[0].End = At(1500) },
		"a time before the tape": func(v *Transcript) { v.Turns[0].Start = At(-5) },
		"an end that is not known": func(v *Transcript) {
			v.Turns[1].End = Offset{}
		},
		"no times": func(v *Transcript) {
			v.Timing = TimingNone
			for i := range v.Turns {
				v.Turns[i].Start, v.Turns[i].End = Offset{}, Offset{}
			}
		},
		"a single word of 1 MB":   func(v *Transcript) { v.Turns[0].Text = strings.Repeat("w", 1<<20) },
		"markup and an override":  func(v *Transcript) { v.Turns[0].Text = "<script>\"onload=\u202e&" },
		"optional members absent": func(v *Transcript) { v.Publisher, v.Media, v.Corrections = nil, nil, nil },
	}
	for name, f := range change {
		t.Run(name, func(t *testing.T) {
			v := interview(4)
			f(v)
			if err := v.Validate().Err(); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestValidate(t *testing.T) {
	tests := []struct {
		name    string
		change  func(*Transcript)
		pointer string
		message string
	}{
		{"schema", func(v *Transcript) { v.Schema = "quoteline/2" }, "/schema", `is "quoteline/2"`},
		{"id", func(v *Transcript) { v.ID = "../x" }, "/id", `is "../x"; use lower-case letters`},
		{"no id", func(v *Transcript) { v.ID = "" }, "/id", "is missing"},
		{"long id", func(v *Transcript) { v.ID = strings.Repeat("a", MaxSlug+1) }, "/id", "at most 80 bytes"},
		{"version", func(v *Transcript) { v.Version = 0 }, "/version", "must be 1"},
		{"no title", func(v *Transcript) { v.Title = "\u00a0 " }, "/title", "is missing"},
		{"title of two lines", func(v *Transcript) { v.Title = "a\nb" }, "/title", "one line"},
		{"summary", func(v *Transcript) { v.Summary = "a\n\nb" }, "/summary", "empty paragraph"},
		{"no lang", func(v *Transcript) { v.Lang = "" }, "/lang", "is missing"},
		{"lang", func(v *Transcript) { v.Lang = "en_GB" }, "/lang", "BCP 47"},
		{"publisher", func(v *Transcript) { v.Publisher.Name = "" }, "/publisher/name", "is missing"},
		{"publisher's url", func(v *Transcript) { v.Publisher.URL = "javascript:alert(1)" }, "/publisher/url", "https://"},
		{"sourceUrl", func(v *Transcript) { v.SourceURL = "//paper.example" }, "/sourceUrl", "https://"},
		{"datePublished", func(v *Transcript) { v.DatePublished = "2023-02-29" }, "/datePublished", "write a date"},
		{"recordedAt", func(v *Transcript) { v.RecordedAt = "yesterday" }, "/recordedAt", "write a date"},
		{"dateModified", func(v *Transcript) { v.DateModified = "2023-11-29T10:00:00" }, "/dateModified", "write a date"},
		{"timing", func(v *Transcript) { v.Timing = "some" }, "/timing", "none, turn, word"},
		{"editing", func(v *Transcript) { v.Editing = "" }, "/editing", "is missing; write one of verbatim,"},
		{"translatedFrom", func(v *Transcript) { v.TranslatedFrom = "?" }, "/translatedFrom", "BCP 47"},
		{"note", func(v *Transcript) { v.Note = "a\x00" }, "/note", "U+0000 after 1 bytes"},

		{"speaker's id", func(v *Transcript) { v.Speakers = append(v.Speakers, Speaker{"A b", "A", "", "guest", nil, nil}) }, "/speakers/2/id", "lower-case"},
		{"speaker twice", func(v *Transcript) { v.Speakers = append(v.Speakers, v.Speakers[0]) }, "/speakers/2/id", `"host" is used before`},
		{"speaker's name", func(v *Transcript) { v.Speakers[1].Name = "" }, "/speakers/1/name", "is missing"},
		{"speaker's kind", func(v *Transcript) { v.Speakers[1].Kind = "" }, "/speakers/1/kind", "is missing"},
		{"speaker's role", func(v *Transcript) { v.Speakers[1].Role = "a\tb" }, "/speakers/1/role", "U+0009"},
		{"alias", func(v *Transcript) { v.Speakers[0].Aliases[1] = "" }, "/speakers/0/aliases/1", "is missing"},
		{"sameAs", func(v *Transcript) { v.Speakers[1].SameAs[0] = "guest.example" }, "/speakers/1/sameAs/0", "https://"},

		{"topic twice", func(v *Transcript) { v.Topics[1].ID = "board" }, "/topics/1/id", "is used before"},
		{"topic's label", func(v *Transcript) { v.Topics[1].Label = " " }, "/topics/1/label", "is missing"},

		{"media's url", func(v *Transcript) { v.Media.URL = "" }, "/media/url", "is missing"},
		{"media's type", func(v *Transcript) { v.Media.Type = "mp3" }, "/media/type", "audio/mpeg"},
		{"media's duration", func(v *Transcript) { v.Media.Duration = -1 }, "/media/duration", "negative"},

		{"turn's id", func(v *Transcript) { v.Turns[3].ID = "a b" }, "/turns/3/id", "lower-case"},
		{"turn's id missing", func(v *Transcript) { v.Turns[3].ID = "" }, "/turns/3/id", "is missing"},
		{"turn's id twice", func(v *Transcript) { v.Turns[3].ID = v.Turns[1].ID }, "/turns/3/id", "is the id of turn 2"},
		{"turn's n", func(v *Transcript) { v.Turns[3].N = 5 }, "/turns/3/n", "is 5, but this is turn 4"},
		{"turn's speaker", func(v *Transcript) { v.Turns[3].Speaker = "ghost" }, "/turns/3/speaker", `the id "ghost"`},
		{"no speaker", func(v *Transcript) { v.Turns[3].Speaker = "" }, "/turns/3/speaker", "is missing"},
		{"turn's kind", func(v *Transcript) { v.Turns[3].Kind = "reply" }, "/turns/3/kind", "question, answer, statement, note"},
		{"reply to itself", func(v *Transcript) { v.Turns[3].ReplyTo = v.Turns[3].ID }, "/turns/3/replyTo", "no turn before"},
		{"reply to nothing", func(v *Transcript) { v.Turns[3].ReplyTo = "gone" }, "/turns/3/replyTo", `"gone"`},
		{"reply to a later turn", func(v *Transcript) { v.Turns[1].ReplyTo = v.Turns[2].ID }, "/turns/1/replyTo", "name an earlier turn"},
		{"turn's topic", func(v *Transcript) { v.Turns[0].Topics = []string{"board", "x"} }, "/turns/0/topics/1", `the id "x"`},
		{"too many topics of a turn", func(v *Transcript) { v.Turns[0].Topics = slices.Repeat([]string{"board"}, MaxTurnTopics+1) }, "/turns/0/topics", "at most 100"},
		{"turn's topic twice", func(v *Transcript) { v.Turns[0].Topics = []string{"board", "board"} }, "/turns/0/topics/1", "twice"},
		{"no text", func(v *Transcript) { v.Turns[0].Text = "" }, "/turns/0/text", "is missing"},
		{"text of line breaks", func(v *Transcript) { v.Turns[0].Text = "\n" }, "/turns/0/text", "is missing"},
		{"leading paragraph", func(v *Transcript) { v.Turns[0].Text = "\na" }, "/turns/0/text", "empty paragraph"},
		{"trailing paragraph", func(v *Transcript) { v.Turns[0].Text = "a\n" }, "/turns/0/text", "empty paragraph"},
		{"blank paragraph", func(v *Transcript) { v.Turns[0].Text = "a\n\u2003\nb" }, "/turns/0/text", "empty paragraph"},
		{"not UTF-8", func(v *Transcript) { v.Turns[0].Text = "é\ufffd\xff" }, "/turns/0/text", "UTF-8 after 5 bytes"},
		{"carriage return", func(v *Transcript) { v.Turns[0].Text = "a\r\nb" }, "/turns/0/text", "U+000D after 1 bytes"},
		{"C1 control", func(v *Transcript) { v.Turns[0].Text = "a\u0085b" }, "/turns/0/text", "U+0085 after 1 bytes"},
		{"long text", func(v *Transcript) { v.Turns[0].Text = strings.Repeat("a", MaxText+1) }, "/turns/0/text", "more than 4194304 bytes"},
		{"turn's lang", func(v *Transcript) { v.Turns[0].Lang = "english-" }, "/turns/0/lang", "BCP 47"},
		{"turn's date", func(v *Transcript) { v.Turns[0].Date = "2023-11-29T10:00:00Z" }, "/turns/0/date", "write the day"},
		{"turn's status", func(v *Transcript) { v.Turns[0].Status = "lost" }, "/turns/0/status", "condensed, translated, inaudible"},
		{"end before start", func(v *Transcript) { v.Turns[2].End = At(1999) }, "/turns/2/end", "before the start"},
		{"start out of order", func(v *Transcript) { v.Turns[2].Start = At(999) }, "/turns/2/start", "of an earlier turn"},
		{"no start", func(v *Transcript) { v.Turns[2].Start = Offset{} }, "/turns/2/start", `with the timing "turn"`},
		{"no turns", func(v *Transcript) { v.Turns = nil }, "/turns", "at least one"},

		{"correction's date", func(v *Transcript) { v.Corrections[0].Date = "" }, "/corrections/0/date", "is missing"},
		{"correction's turn", func(v *Transcript) { v.Corrections[0].Turn = "" }, "/corrections/0/turn", "is missing"},
		{"correction's note", func(v *Transcript) { v.Corrections[0].Note = "a\x00" }, "/corrections/0/note", "U+0000 after 1 bytes"},
		{"correction's words", func(v *Transcript) { v.Corrections[0].After = "\xff" }, "/corrections/0/after", "UTF-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := interview(4)
			tt.change(v)
			faults := v.Validate()
			if len(faults) != 1 || faults[0].Pointer != tt.pointer || !strings.Contains(faults[0].Message, tt.message) {
				t.Errorf("got %q, want one at %s: %s", faults, tt.pointer, tt.message)
			}
		})
	}
}

func TestValidateTimesWithoutTiming(t *testing.T) {
	v := interview(2)
	v.Timing = TimingNone
	v.Turns[1].Start = Offset{}
	want := []string{"/turns/0/start", "/turns/0/end", "/turns/1/end", "/turns/1/end"}
	if got := pointers(v.Validate()); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestValidateReportsEveryFaultInOrder(t *testing.T) {
	v := &Transcript{
		Speakers:    []Speaker{{}},
		Topics:      []Topic{{}},
		Media:       &Media{},
		Turns:       []Turn{{}, {}},
		Corrections: []Correction{{}},
	}
	want := []string{
		"/schema", "/id", "/version", "/title", "/lang", "/timing", "/editing",
		"/speakers/0/id", "/speakers/0/name", "/speakers/0/kind",
		"/topics/0/id", "/topics/0/label",
		"/media/url", "/media/type",
		"/turns/0/n", "/turns/0/speaker", "/turns/0/kind", "/turns/0/id", "/turns/0/text",
		"/turns/1/n", "/turns/1/speaker", "/turns/1/kind", "/turns/1/id", "/turns/1/text",
		"/corrections/0/date", "/corrections/0/turn",
	}
	if got := pointers(v.Validate()); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestValidateTooManyTopics(t *testing.T) {
	v := interview(2)
	for len(v.Topics) <= MaxTopics {
		v.Topics = append(v.Topics, Topic{ID: "t" + strconv.Itoa(len(v.Topics)), Label: "A topic"})
	}
	if got, want := pointers(v.Validate()), []string{"/topics"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestValidateTooManyTurns(t *testing.T) {
	v := interview(1)
	v.Turns = slices.Repeat(v.Turns, MaxTurns+1)
	for i := range v.Turns {
		v.Turns[i].ID = ""
	}
	AssignIDs(v)
	v.Complete()
	if got, want := pointers(v.Validate()), []string{"/turns"}; !slices.Equal(got, want) {
		t.Errorf("got %d faults, want %q", len(got), want)
	}
}

func pointers(faults Faults) []string {
	var p []string
	for _, f := range faults {
		p = append(p, f.Pointer)
	}
	return p
}

func TestFaultsError(t *testing.T) {
	faults := Faults{{"/id", "is missing"}, {"", "is empty"}}
	if got, want := faults.Err().Error(), "/id: is missing\nis empty"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if err := (Faults{}).Err(); err != nil {
		t.Errorf("no faults are the error %v", err)
	}
}

func TestQuoteCutsBetweenCharacters(t *testing.T) {
	v := strings.Repeat("é", 19) + "a" + strings.Repeat("é", 9) // The byte 40 is in the middle of a character.
	if got, want := quote(v), `"`+strings.Repeat("é", 19)+"a"+`"…`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestCheckNormal(t *testing.T) {
	const decomposed = "e\u0301"
	isNormal := func(s string) bool { return !strings.Contains(s, decomposed) }
	v := interview(2)
	if faults := v.CheckNormal(isNormal); len(faults) > 0 {
		t.Error(faults)
	}
	v.Title, v.Summary, v.Note, v.Publisher.Name = decomposed, decomposed, decomposed, decomposed
	v.Speakers[1].Name, v.Speakers[1].Role, v.Speakers[0].Aliases[1] = decomposed, decomposed, decomposed
	v.Topics[1].Label, v.Turns[1].Text = decomposed, "Caf"+decomposed
	v.Corrections[0] = Correction{Note: decomposed, Before: decomposed, After: decomposed}
	want := []string{
		"/title", "/summary", "/publisher/name", "/note", "/speakers/0/aliases/1", "/speakers/1/name", "/speakers/1/role",
		"/topics/1/label", "/turns/1/text", "/corrections/0/note", "/corrections/0/before", "/corrections/0/after",
	}
	if got := pointers(v.CheckNormal(isNormal)); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
