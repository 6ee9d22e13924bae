package reader_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"quoteline/shared/ingest"
	"quoteline/shared/reader"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// readInterview reads the interview that the project shows as its example, in the same
// way as the build of the site does. It has 30 turns by an interviewer and two guests,
// on six topics. The browser tests of the widget use the same interview.
var readInterview = sync.OnceValues(func() (*transcript.Transcript, error) {
	const name = "../../worker/store/content/altman-murati-2023"
	meta, err := os.ReadFile(name + ".meta.json")
	if err != nil {
		return nil, err
	}
	text, err := os.ReadFile(name + ".txt")
	if err != nil {
		return nil, err
	}
	var o ingest.Options
	if err := json.Unmarshal(meta, &o.Meta); err != nil {
		return nil, err
	}
	r, err := ingest.Ingest(text, o)
	if err != nil {
		return nil, err
	}
	return r.Transcript, nil
})

func interview(t *testing.T) *transcript.Transcript {
	t.Helper()
	script, err := readInterview()
	if err != nil {
		t.Fatal(err)
	}
	return script
}

// open returns the state of a timeline element that shows the project's example
// interview.
func open(t *testing.T, start reader.Start) *reader.State {
	t.Helper()
	return reader.New(timeline.New(interview(t)), start)
}

// conversation makes a transcript of n turns. The speakers s0, s1 and s2 speak one after
// the other. The functions in changes are called for every turn and can change it.
func conversation(n int, changes ...func(i int, turn *transcript.Turn)) *transcript.Transcript {
	t := &transcript.Transcript{ID: "made-up", Title: "Made up", Lang: "en", Topics: []transcript.Topic{
		{ID: "one"}, {ID: "two"}, {ID: "three"},
	}}
	for i, name := range []string{"Host", "Speaker A", "Speaker B"} {
		kind := transcript.KindGuest
		if i == 0 {
			kind = transcript.KindHost
		}
		t.Speakers = append(t.Speakers, transcript.Speaker{ID: fmt.Sprint("s", i), Name: name, Kind: kind})
	}
	for i := range n {
		turn := transcript.Turn{
			ID: fmt.Sprint("t", i+1), N: i + 1, Speaker: fmt.Sprint("s", i%3), Kind: transcript.Statement,
			Text: fmt.Sprintf("The words of turn %d, which is one of %d.", i+1, n),
		}
		for _, change := range changes {
			change(i, &turn)
		}
		t.Turns = append(t.Turns, turn)
	}
	return t
}

func openConversation(script *transcript.Transcript) *reader.State {
	return reader.New(timeline.New(script), reader.Start{})
}

// rows returns the list of turns as text, as a reader sees it. "1-8 (2) 11" means turns
// 1 to 8, a placeholder (stub) for two hidden turns, and turn 11.
func rows(l *timeline.Layout) string {
	var parts []string
	for i := 0; i < len(l.Rows); {
		first := i
		if !l.Rows[i].Shown {
			i += l.Rows[i].Stub
			parts = append(parts, fmt.Sprintf("(%d)", i-first))
			continue
		}
		for i < len(l.Rows) && l.Rows[i].Shown {
			i++
		}
		part := strconv.Itoa(first + 1)
		if i > first+1 {
			part += "-" + strconv.Itoa(i)
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " ")
}

// hits returns the numbers of the turns in which a search has found hits.
func hits(l *timeline.Layout) []int {
	var found []int
	for i := range l.Rows {
		if len(l.Rows[i].Hits) > 0 {
			found = append(found, i+1)
		}
	}
	return found
}

// segments returns the numbers of the first and the last turn in the visible stretch of
// the timeline (its window).
func segments(l *timeline.Layout) [2]int { return [2]int{l.First, l.Last} }
