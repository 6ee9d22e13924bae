package store_test

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"quoteline/shared/transcript"
	"quoteline/worker/store"
)

func TestDefaultContent(t *testing.T) {
	s, err := store.Default()
	if err != nil {
		t.Fatal(err)
	}
	tr, err := s.Transcript(t.Context(), "altman-murati-2023")
	if err != nil {
		t.Fatalf("%v: has the build written the default content?", err)
	}
	turns := make(map[string]int)
	for _, turn := range tr.Turns {
		turns[turn.Speaker]++
	}
	if len(tr.Turns) != 30 || turns["host"] != 15 || turns["sam-altman"] != 13 || turns["mira-murati"] != 2 {
		t.Errorf("%d turns: %v", len(tr.Turns), turns)
	}
	twelfth, eleventh := tr.Turns[11], tr.Turns[10]
	if !strings.Contains(twelfth.Text, "called me, Host: Would I like to talk about it") || twelfth.ReplyTo != eleventh.ID {
		t.Errorf("turn 12 answers %q: %.80q", twelfth.ReplyTo, twelfth.Text)
	}
	if tr.Timing != transcript.TimingNone || tr.Editing != transcript.EditingTranslated {
		t.Errorf("timing %s, editing %s", tr.Timing, tr.Editing)
	}
}

func TestUnknownIDs(t *testing.T) {
	s, err := store.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{
		"", "nobody", "Altman-Murati-2023", "altman-murati-2023.meta", "altman-murati-2023.json",
		"../content/altman-murati-2023", "./altman-murati-2023", "altman-murati-2023\x00",
		strings.Repeat("a", 1<<20),
	} {
		if _, err := s.JSON(t.Context(), id); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("JSON(%.40q): %v", id, err)
		}
		if _, err := s.Transcript(t.Context(), id); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("Transcript(%.40q): %v", id, err)
		}
	}
}

func TestList(t *testing.T) {
	folder := fstest.MapFS{"c.meta.json": {Data: []byte("{}")}, "notes.txt": {}}
	for _, id := range []string{"c", "a", "b"} {
		folder[id+".json"] = &fstest.MapFile{Data: []byte(`{"id":"` + id + `"}`)}
	}
	s, err := store.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		after string
		limit int
		want  []string
	}{
		{"", 10, []string{"a", "b", "c"}},
		{"", 2, []string{"a", "b"}},
		{"", 0, nil},
		{"a", 10, []string{"b", "c"}},
		{"aa", 10, []string{"b", "c"}},
		{"c", 10, nil},
		{"z", 10, nil},
	} {
		list, err := s.List(t.Context(), tc.after, tc.limit)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, tr := range list {
			ids = append(ids, tr.ID)
		}
		if !slices.Equal(ids, tc.want) {
			t.Errorf("after %q, at most %d: %v, want %v", tc.after, tc.limit, ids, tc.want)
		}
	}
	if n, err := s.Count(t.Context()); n != 3 || err != nil {
		t.Errorf("Count: %d, %v", n, err)
	}
}

func TestMalformedFileIsAnError(t *testing.T) {
	s, err := store.Open(fstest.MapFS{"a.json": {Data: []byte("{")}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.List(t.Context(), "", 1); err == nil || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("List: %v", err)
	}
}
