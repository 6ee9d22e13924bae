package transcript

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestDiffWords(t *testing.T) {
	for _, tc := range []struct{ before, after, want string }{
		{"", "", ""},
		{"", "a b", "{+a b+}"},
		{"a b", "", "[-a b-]"},
		{"a b", "a b", "a b"},
		{"the cat", "the big cat", "the {+big +}cat"},
		{"the big cat", "the cat", "the [-big -]cat"},
		{"a c", "a b c d", "a {+b +}c{+ d+}"},
		{"one two three", "one 2 three", "one [-two-]{+2+} three"},
		{"x a b", "a b y", "[-x -]a b{+ y+}"},
		{"to cheer up, overcome myself", "to get over myself", "to [-cheer up,-]{+get+} [-overcome-]{+over+} myself"},
		{"a\n\nb", "a\nb", "a[-\n\n-]{+\n+}b"},
		{"日本語です", "日本でした", "日本[-語-]で[-す-]{+した+}"},
		{"이사회가", "이사회는", "이사회[-가-]{+는+}"},
		{"ภาษาไทย ดี", "ภาษาลาว ดี", "[-ภาษาไทย-]{+ภาษาลาว+} ดี"},
		{"a b c a b b a", "c b a b a c", "[-a-]{+c+} b[- c-] a b [-b -]a{+ c+}"},
		{"\xff a", "\xfe a", "[-\xff-]{+\xfe+} a"},
	} {
		if got := written(DiffWords(tc.before, tc.after)); got != tc.want {
			t.Errorf("%q, %q: %s, want %s", tc.before, tc.after, got, tc.want)
		}
	}
}

func TestNeighbouringChangesAreOne(t *testing.T) {
	for _, tc := range []struct{ words, changed, want string }{
		{"abbc", ".x.x", "..xx"},
		{"ababc", "xx..x", "..xxx"},
		{"abbc", "x.x.", "x.x."},
		{"abab", "xx..", "xx.."},
		{"xaba", "x.x.", "x.x."},
		{"xaba", "x..x", "x..x"},
		{"aabaac", "x..x.x", "x...xx"},
	} {
		changed := make([]bool, len(tc.changed))
		for i := range changed {
			changed[i] = tc.changed[i] == 'x'
		}
		joinRuns(strings.Split(tc.words, ""), changed)
		got := ""
		for _, c := range changed {
			got += string(".x"[map[bool]int{true: 1}[c]])
		}
		if got != tc.want {
			t.Errorf("%s %s: %s, want %s", tc.words, tc.changed, got, tc.want)
		}
	}
}

// With a low limit of its work, a comparison may find more steps than necessary. The
// steps must still change one text into the other.
func TestDiffBeyondItsLimit(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for limit := range 4 {
		for range 300 {
			a, b := make([]string, random.IntN(40)), make([]string, random.IntN(40))
			for _, words := range [][]string{a, b} {
				for i := range words {
					words[i] = string(rune('a' + random.IntN(4)))
				}
			}
			d := newDiffer(a, b, diffWork)
			d.limit = limit + 1
			d.compare(0, len(a), 0, len(b))
			if kept, other := unchanged(a, d.deleted), unchanged(b, d.inserted); !slices.Equal(kept, other) {
				t.Fatalf("limit %d, %q, %q: %q stays here and %q there", d.limit, a, b, kept, other)
			}
		}
	}
}

// A few changes in a long text are found exactly. If two texts differ everywhere, the
// comparison takes only a few times the memory of the texts.
func TestDiffOfLongTexts(t *testing.T) {
	words := make([]string, 30_000)
	for i := range words {
		words[i] = fmt.Sprint("w", i%500)
	}
	before := strings.Join(words, " ")
	for i := 999; i < len(words); i += 1000 {
		words[i] = "new"
	}
	if edits := DiffWords(before, strings.Join(words, " ")); len(edits) != 90 {
		t.Errorf("%d steps, want 30 times Same, Delete and Insert", len(edits))
	}
	slices.Reverse(words)
	after := strings.Join(words, " ")
	checkSteps(t, before, after, DiffWords(before, after))
}

func unchanged(words []string, changed []bool) []string {
	var kept []string
	for i, word := range words {
		if !changed[i] {
			kept = append(kept, word)
		}
	}
	return kept
}

// checkSteps requires that the steps change the earlier text into the later one. The
// arguments before and after are these texts.
func checkSteps(t *testing.T, before, after string, steps []Edit) {
	t.Helper()
	var was, is strings.Builder
	last := Insert
	for i, e := range steps {
		if e.Text == "" || i > 0 && e.Op == last || e.Op == Delete && last == Insert && i > 0 {
			t.Fatalf("%q, %q: step %q after %q", before, after, e, last)
		}
		last = e.Op
		if e.Op != Insert {
			was.WriteString(e.Text)
		}
		if e.Op != Delete {
			is.WriteString(e.Text)
		}
	}
	if was.String() != before || is.String() != after {
		t.Fatalf("%q, %q became %q, %q", before, after, was.String(), is.String())
	}
}

// FuzzDiffWords requires that the steps change one text into the other. The steps must
// leave as many words unchanged as the longest common subsequence has.
func FuzzDiffWords(f *testing.F) {
	f.Add("one two", "one three two")
	f.Add("", "a\n\nb")
	f.Add("日本語です", "日本でした")
	f.Add("a b a c a b b a c", "c a b a b a c a")
	f.Fuzz(func(t *testing.T, before, after string) {
		steps := DiffWords(before, after)
		checkSteps(t, before, after, steps)
		a, b := splitWords(before), splitWords(after)
		if len(a)*len(b) > 10_000 {
			return
		}
		same := 0
		for _, e := range steps {
			if e.Op == Same {
				same += len(splitWords(e.Text))
			}
		}
		if most := longestCommon(a, b); same != most {
			t.Fatalf("%q, %q: %d words stay, and %d could", before, after, same, most)
		}
	})
}

// longestCommon returns the length of the longest common subsequence of a and b, in
// words.
func longestCommon(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, word := range a {
		diagonal := 0
		for k := range b {
			above := row[k+1]
			if word == b[k] {
				row[k+1] = diagonal + 1
			} else {
				row[k+1] = max(above, row[k])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}
