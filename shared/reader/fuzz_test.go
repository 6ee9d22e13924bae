package reader

import (
	"testing"

	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// FuzzAddress opens a page with any address, as a stranger could write it. It follows
// the link in the address, searches, and writes the new address. Then it opens the
// page with the new address and writes the address again. Both written addresses must
// be equal.
func FuzzAddress(f *testing.F) {
	f.Add("s=a&topic=sea&find=the&only=hits&q=t1:0-3~abcdefg", "t2", "the [b]", "ArrowRight")
	f.Add("/route?q=t1:4-2~&s=*", "t1:0-99999999999999999999~a", "\u0301", "End")
	f.Add("q=%00&find=%ff&s=,,", "", "", "")
	line := timeline.New(&transcript.Transcript{
		ID: "tides", Speakers: []transcript.Speaker{{ID: "a", Name: "A"}, {ID: "b", Name: "B"}},
		Topics: []transcript.Topic{{ID: "sea", Label: "Sea"}},
		Turns: []transcript.Turn{
			{ID: "t1", N: 1, Speaker: "a", Text: "The e\u0301 words\nof the sea.", Topics: []string{"sea"}},
			{ID: "t2", N: 2, Text: "[the pause]", Kind: transcript.Note},
			{ID: "t3", N: 3, Speaker: "b", Text: "😀 The end."},
		},
	})
	f.Fuzz(func(t *testing.T, fragment, link, query, key string) {
		s := New(line, Start{Fragment: fragment, Turn: link, Speakers: query, Topic: key, Query: query})
		s.ReadURL(fragment)
		s.Lay()
		for _, l := range []string{link, s.Link()} {
			if followed := s.Follow(l); followed.Turn < 0 || followed.Turn > 3 {
				t.Fatalf("the link %q leads to turn %d", l, followed.Turn)
			}
			s.Lay()
		}
		s.Type(query)
		s.Lay()
		s.Step(1)
		s.CompleteRows()
		for c := range s.Layout.Chunks {
			s.AppendHighlights(nil, c)
		}
		s.LineKey(1, key, true, true)
		written, _ := s.WriteURL(fragment)
		if most := len(fragment) + 3*(len(fragment)+len(query)+len(key)) + 64; len(written) > most {
			t.Fatalf("%q became %d bytes", fragment, len(written))
		}
		s.ReadURL(written)
		s.Lay()
		if again, _ := s.WriteURL(written); again != written {
			t.Fatalf("%q was written again as %q", written, again)
		}
	})
}
