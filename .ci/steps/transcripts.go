package main

import (
	"fmt"
	"strconv"

	"quoteline/shared/transcript"
)

// said returns a transcript with one question, and one answer that has the given text.
func said(text string) *transcript.Transcript {
	t := empty()
	t.Turns = []transcript.Turn{question(0, 0), turn(1, text)}
	t.Turns[1].Speaker, t.Turns[1].ReplyTo = "b", t.Turns[0].ID
	return t
}

func empty() *transcript.Transcript {
	return &transcript.Transcript{
		Schema: transcript.Schema, ID: "tides", Version: 1, Title: "Tides", Lang: "en",
		DatePublished: "2023-11-29", Timing: transcript.TimingNone, Editing: transcript.EditingVerbatim,
		Speakers: []transcript.Speaker{
			{ID: "a", Name: "Ada", Kind: transcript.KindHost},
			{ID: "b", Name: "Ben", Kind: transcript.KindGuest},
		},
	}
}

func id(i int) string { return "t" + strconv.Itoa(i) }

func turn(i int, text string) transcript.Turn {
	return transcript.Turn{ID: id(i), N: i + 1, Speaker: "ab"[i%2 : i%2+1], Kind: transcript.Statement, Text: text}
}

// turns returns a function that makes a transcript of n turns. The argument "at" is a
// function that returns the turn with index i.
func turns(at func(i int) transcript.Turn) func(n int) *transcript.Transcript {
	return func(n int) *transcript.Transcript {
		t := empty()
		for i := range n {
			t.Turns = append(t.Turns, at(i))
		}
		if n > 0 && !t.Turns[0].Start.IsZero() {
			t.Timing = transcript.TimingTurn
			t.Media = &transcript.Media{URL: "https://a.example/a.mp3", Type: "audio/mpeg"}
		}
		return t
	}
}

func noteAt(i int) transcript.Turn {
	t := turn(i, "[laughter]")
	t.Kind, t.Speaker = transcript.Note, ""
	return t
}

// question returns the turn with index i. The turn is a question if i is even, and an
// answer if i is odd. The argument back determines to which question an answer replies:
// 0 means the turn just before it, and 1 means the first question. With a larger
// number, the question is about that many turns before the answer.
func question(i, back int) transcript.Turn {
	t := turn(i, "a?")
	t.Kind = transcript.Question
	if i%2 == 1 {
		t.Kind, t.ReplyTo = transcript.Answer, id(max(0, i-1-2*(back/2)))
		if back == 1 {
			t.ReplyTo = id(0)
		}
	}
	return t
}

func timedAt(i int) transcript.Turn {
	t := turn(i, "a")
	t.Start, t.End = transcript.At(int64(1000*i+1)), transcript.At(int64(1000*i+900))
	return t
}

func sameTime(i int) transcript.Turn {
	t := turn(i, "a")
	t.Start = transcript.At(1)
	return t
}

func datedAt(i int) transcript.Turn {
	t := turn(i, "a")
	t.Date = fmt.Sprintf("%04d-%02d-%02d", 1900+i/336, 1+i/28%12, 1+i%28)
	return t
}

func sameID(i int) transcript.Turn {
	t := turn(i, "a")
	t.ID = "t"
	return t
}

func manySpeakers(n int) *transcript.Transcript {
	t := silentSpeakers(n)
	t.Turns = nil
	for i := range n {
		t.Turns = append(t.Turns, turn(i, "a"))
		t.Turns[i].Speaker = t.Speakers[i].ID
	}
	return t
}

func silentSpeakers(n int) *transcript.Transcript {
	t := said("a")
	for i := range n {
		t.Speakers = append(t.Speakers, transcript.Speaker{ID: "s" + strconv.Itoa(i), Name: "Name" + strconv.Itoa(i), Kind: transcript.KindGuest})
	}
	return t
}

func sameNames(n int) *transcript.Transcript {
	t := manySpeakers(n)
	for i := range t.Speakers {
		t.Speakers[i].Name = "Ada"
	}
	return t
}

func topicsOfATurn(n int) *transcript.Transcript {
	t := unusedTopics(n)
	for i := range t.Topics {
		t.Turns[1].Topics = append(t.Turns[1].Topics, t.Topics[i].ID)
	}
	return t
}

func unusedTopics(n int) *transcript.Transcript {
	t := said("a")
	for i := range n {
		t.Topics = append(t.Topics, transcript.Topic{ID: "c" + strconv.Itoa(i), Label: "Topic"})
	}
	return t
}

func topicForEachTurn(n int) *transcript.Transcript {
	t := unusedTopics(n)
	t.Turns = nil
	for i := range n {
		t.Turns = append(t.Turns, turn(i, "a"))
		t.Turns[i].Topics = []string{t.Topics[i].ID}
	}
	return t
}

func topicForEachNote(n int) *transcript.Transcript {
	t := topicForEachTurn(n)
	for i := range t.Turns {
		if i > 0 {
			t.Turns[i].Kind, t.Turns[i].Speaker = transcript.Note, ""
		}
	}
	return t
}

func oneTopic(n int) *transcript.Transcript {
	t := topicForEachTurn(n)
	for i := range t.Turns {
		t.Turns[i].Topics[0] = t.Topics[0].ID
	}
	t.Topics = t.Topics[:1]
	return t
}

func corrections(n int) *transcript.Transcript {
	t := turns(func(i int) transcript.Turn { return turn(i, "a") })(n)
	for i := range n {
		t.Corrections = append(t.Corrections, transcript.Correction{Date: "2023-11-30", Turn: id(i), Note: "a", Before: "b", After: "a"})
	}
	return t
}

func aliases(n int) *transcript.Transcript {
	t := said("a")
	for i := range n {
		t.Speakers[0].Aliases = append(t.Speakers[0].Aliases, "Name"+strconv.Itoa(i))
		t.Speakers[0].SameAs = append(t.Speakers[0].SameAs, "https://a.example/"+strconv.Itoa(i))
	}
	return t
}
