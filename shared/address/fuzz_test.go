package address

import (
	"slices"
	"strings"
	"testing"
)

// FuzzNames writes a reader's choice into any fragment, and reads the choice from the
// result. Both choices must be equal, unless a value has special characters (see
// notPlain). The fragment may become longer only by the text of the choice.
func FuzzNames(f *testing.F) {
	f.Add("s=a,b&topic=x&find=%41&only=hits", "a,b", "sea", "high & low", true, 2)
	f.Add("/story/12?q=ab12&s2=*", "*", "", "\xff%", false, 1)
	f.Add("!/a&b&=c&find=%&s=", "", "&=", "ü", true, -3)
	f.Add("0", "* ", "sea", "high", true, 3)
	f.Fuzz(func(t *testing.T, fragment, speakers, topic, find string, only bool, n int) {
		// Text from a browser is valid UTF-8, but an address may have any bytes.
		speakers, topic, find = valid(speakers), valid(topic), valid(find)
		names := NamesOf(1 + n&7)
		read := names.Read(fragment, Choice{})
		if len(read.Speakers) > len(fragment)+1 || len(read.Find)+len(read.Topic) > len(fragment) {
			t.Fatalf("%q has the choice %+v", fragment, read)
		}
		c := Choice{Topic: topic, Find: find, OnlyHits: only}
		if speakers != "" {
			c.Speakers = ParseSpeakers(speakers)
		}
		written := names.Write(fragment, c, Choice{})
		if most := len(fragment) + 3*(len(speakers)+len(topic)+len(find)) + 64; len(written) > most {
			t.Fatalf("%d bytes of %q, want at most %d", len(written), written, most)
		}
		if again := names.Write(written, names.Read(written, Choice{}), Choice{}); again != written {
			t.Fatalf("%q was written again as %q", written, again)
		}
		if slices.ContainsFunc([]string{speakers, topic, find}, notPlain) {
			return // such text has no form of its own in a fragment
		}
		if back := names.Read(written, Choice{}); back.Find != find || back.Topic != topic || !slices.Equal(back.Speakers, c.Speakers) {
			t.Fatalf("%+v came back from %q as %+v", c, written, back)
		}
	})
}

func valid(s string) string { return strings.ToValidUTF8(s, "\ufffd") }

// notPlain reports whether a value has a character that the package may escape or change,
// such as a space or a letter with an accent.
func notPlain(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r > '~' || r < '!' || r == '*' })
}

// FuzzPage gives two addresses to Page. The result must not be longer than the longer
// of the two. Then FuzzPage gives this result to Page again. The new result must not
// be longer than the first one.
func FuzzPage(f *testing.F) {
	f.Add("https://news.example/a?utm_source=x&id=1#b", "https://news.example/b")
	f.Add("about:blank", "https://\xff")
	f.Fuzz(func(t *testing.T, page, canonical string) {
		got := Page(page, canonical)
		if len(got) > max(len(page), len(canonical)) {
			t.Fatalf("%q and %q give %q", page, canonical, got)
		}
		if again := Page(got, ""); len(again) > len(got) {
			t.Fatalf("%q gives %q", got, again)
		}
	})
}
