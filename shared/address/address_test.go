package address

import (
	"reflect"
	"testing"
)

func TestRoundTrip(t *testing.T) {
	for _, tc := range []struct {
		name     string
		n        int
		before   string
		given, c Choice
		want     string
	}{
		{"nothing chosen", 1, "", Choice{}, Choice{}, ""},
		{"everything", 1, "", Choice{}, Choice{[]string{"a", "b"}, "sea", "high & low", true}, "s=a,b&topic=sea&find=high%20%26%20low&only=hits"},
		{"nobody", 1, "", Choice{}, Choice{Speakers: []string{}}, "s="},
		{"as given", 1, "s=b&topic=x", Choice{Speakers: []string{"a"}, Topic: "sea"}, Choice{Speakers: []string{"a"}, Topic: "sea"}, ""},
		{"all in place of the given", 1, "", Choice{Speakers: []string{"a"}, Topic: "sea"}, Choice{}, "s=*&topic="},
		{"a link stays", 1, "q=ab12:3-9~0123abcd&find=old", Choice{}, Choice{Find: "new"}, "q=ab12:3-9~0123abcd&find=new"},
		{"the page's own stays", 1, "/story?x=1&s=b&top", Choice{}, Choice{Topic: "sea"}, "/story?x=1&top&topic=sea"},
		{"a route", 1, "/story/12", Choice{}, Choice{Topic: "sea"}, "/story/12?topic=sea"},
		{"a route that earlier versions have written", 1, "/story/12&q=ab12", Choice{}, Choice{Topic: "sea"}, "/story/12?q=ab12&topic=sea"},
		{"a route with everything", 1, "!/R&D/x=1", Choice{}, Choice{[]string{"a"}, "sea", "a/b?c", true}, "!/R&D/x=1?s=a&topic=sea&find=a%2Fb%3Fc&only=hits"},
		{"a route without a slash at its beginning", 1, "story/12?page=2", Choice{}, Choice{Find: "x"}, "story/12?page=2&find=x"},
		{"nothing left in a route", 1, "/story/12?topic=sea", Choice{}, Choice{}, "/story/12"},
		{"a value with a slash", 1, "date=1/2", Choice{}, Choice{Topic: "sea"}, "date=1/2&topic=sea"},
		{"the second element", 2, "s=a&find=x", Choice{}, Choice{Speakers: []string{"b"}, Find: "ü"}, "s=a&find=x&s2=b&find2=ü"},
		{"a bad value gives way", 1, "find=%ff", Choice{}, Choice{Find: "y"}, "find=y"},
	} {
		names := NamesOf(tc.n)
		got := names.Write(tc.before, tc.c, tc.given)
		if got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
		if back := names.Read(got, tc.given); !reflect.DeepEqual(back, tc.c) {
			t.Errorf("%s: read again as %+v, want %+v", tc.name, back, tc.c)
		}
	}
}

func TestGet(t *testing.T) {
	for _, tc := range []struct {
		fragment, name, want string
		ok                   bool
	}{
		{"q=ab12", "q", "ab12", true},
		{"x&q=ab12%3A3-9%7E0123abcd&y", "q", "ab12:3-9~0123abcd", true},
		{"find=a%2", "find", "a%2", true},
		{"find=100%25%zz", "find", "100%%zz", true},
		{"find=a=b", "find", "a=b", true},
		{"find", "find", "", false},
		{"find=%C3%28", "find", "", false},
		{"", "find", "", false},
	} {
		if got, ok := Get(tc.fragment, tc.name); ok && got != tc.want || ok != tc.ok {
			t.Errorf("%s in %s: %q, %t", tc.name, tc.fragment, got, ok)
		}
	}
}

func TestPartsOfThePage(t *testing.T) {
	for fragment, want := range map[string]string{
		"":                          "",
		"comments":                  "comments",
		"comments&q=ab12&s=a&only2": "comments&only2",
		"a=1&s12=b&topics=2&find2=": "a=1&topics=2",
	} {
		if got := Theirs(fragment); got != want {
			t.Errorf("%s: %q, want %q", fragment, got, want)
		}
	}
	for fragment, want := range map[string]string{
		"top&x=1&q=b&find=c":       "x=1&q=a:1-2~0123abcd",
		"/story/12?x=1&q=b&find=c": "/story/12?x=1&q=a:1-2~0123abcd",
		"/story/12&q=b&find=c":     "/story/12?q=a:1-2~0123abcd",
		"/story/12":                "/story/12?q=a:1-2~0123abcd",
		"x=1&/story/12&top&q=b":    "x=1&/story/12&q=a:1-2~0123abcd",
	} {
		if got := LinkTo(fragment, "a:1-2~0123abcd"); got != want {
			t.Errorf("a link to pass on from %s: %s, want %s", fragment, got, want)
		}
	}
	if NamesOf(1).In("s2=a") || !NamesOf(2).In("s2=a") || !NamesOf(2).In("x&q=ab12") || NamesOf(1).In("top") {
		t.Error("a fragment is for the element that it names")
	}
}

// FuzzEscape sets a value in a fragment. The same value must be read back, and the rest
// of the fragment must be unchanged.
func FuzzEscape(f *testing.F) {
	f.Add("a&b=c#%41 é", "x=1&y")
	f.Fuzz(func(t *testing.T, value, before string) {
		if back, ok := Get(Set(before, "find", value), "find"); ok && back != value {
			t.Fatalf("%q came back as %q", value, back)
		}
		if Theirs(Set(before, "find", value)) != Theirs(before) {
			t.Fatalf("%q changed what is the page's in %q", value, before)
		}
	})
}
